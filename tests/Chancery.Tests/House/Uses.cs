using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Chancery.Tests.House;

/// <summary>Which types of other assemblies a compiled room uses, and in which of its own types.</summary>
internal static class Uses
{
    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => unchecked((int)(ushort)code.Value));

    /// <summary>All types of other assemblies that the room names anywhere.</summary>
    public static IReadOnlyList<string> Of(Assembly room)
    {
        using var file = new PEReader(ImmutableArray.Create(File.ReadAllBytes(room.Location)));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(handle => NameOf(metadata, handle))];
    }

    /// <summary>Every pair of a type of the room and a type of another assembly that its code calls or holds.</summary>
    public static IReadOnlyList<(string User, string Used)> ByType(Assembly room)
    {
        using var file = new PEReader(ImmutableArray.Create(File.ReadAllBytes(room.Location)));
        var metadata = file.GetMetadataReader();
        var pairs = new HashSet<(string, string)>();
        foreach (var method in metadata.MethodDefinitions.Select(metadata.GetMethodDefinition))
            if (method.RelativeVirtualAddress != 0)
                foreach (var used in UsedBy(metadata, file.GetMethodBody(method.RelativeVirtualAddress)))
                    pairs.Add((OuterName(metadata, method.GetDeclaringType()), used));
        return [.. pairs];
    }

    private static IEnumerable<string> UsedBy(MetadataReader metadata, MethodBodyBlock body)
    {
        var code = body.GetILBytes()!;
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? (0xFE << 8) | code[at + 1] : code[at];
            at += value > 0xFF ? 2 : 1;
            var operand = Codes[value].OperandType;
            if (operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok
                && ReferenceName(metadata, MetadataTokens.EntityHandle(BitConverter.ToInt32(code, at))) is { } name)
                yield return name;
            at += operand == OperandType.InlineSwitch ? 4 + 4 * BitConverter.ToInt32(code, at) : SizeOf(operand);
        }
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private static string? ReferenceName(MetadataReader metadata, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => NameOf(metadata, (TypeReferenceHandle)handle),
        HandleKind.MemberReference => ReferenceName(metadata, metadata.GetMemberReference((MemberReferenceHandle)handle).Parent),
        HandleKind.MethodSpecification => ReferenceName(metadata, metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method),
        _ => null,
    };

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    private static string OuterName(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType().IsNil
            ? $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"
            : OuterName(metadata, type.GetDeclaringType());
    }
}
