using System.Reflection;
using System.Text;

namespace Chancery.Tests.House;

/// <summary>Writes what a room shows to the others, one line a member, sorted: types, then their members.</summary>
internal static class PublicSurface
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly room)
    {
        var text = new StringBuilder();
        foreach (var type in room.GetExportedTypes().Where(type => !type.Name.Contains('<')).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(HeaderOf(type)).Append('\n');
            foreach (var member in Members(type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) text.Append($"  {member}\n");
        }

        return text.ToString();
    }

    private static string HeaderOf(Type type)
    {
        var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct"
            : type.BaseType == typeof(MulticastDelegate) ? "delegate" : type is { IsAbstract: true, IsSealed: true } ? "static class" : "class";
        var bases = new[] { type.BaseType }
            .Where(parent => parent is not null && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum) && parent != typeof(MulticastDelegate))
            .Concat(type.GetInterfaces().Where(contract => contract.Assembly.GetName().Name!.StartsWith("Chancery", StringComparison.Ordinal)))
            .Select(parent => NameOf(parent!));
        var modifiers = (type.IsAbstract, type.IsSealed, type.IsClass) switch { (true, false, true) => "abstract ", (false, true, true) => "sealed ", _ => "" };
        return $"{modifiers}{kind} {type.Namespace}.{NameOf(type)}{(bases.Any() ? " : " + string.Join(", ", bases) : "")}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum) return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name))}");
        return type.GetConstructors(Own).Where(IsSeen).Select(constructor => $"new({Parameters(constructor)})")
            .Concat(type.GetProperties(Own).Where(property => property.GetAccessors(true).Any(IsSeen)).Select(Describe))
            .Concat(type.GetFields(Own).Where(field => field.IsPublic && !field.IsSpecialName).Select(field => $"{(field.IsLiteral ? "const" : "readonly")} {NameOf(field.FieldType)} {field.Name}"))
            .Concat(type.GetMethods(Own).Where(method => IsSeen(method) && !IsMade(method)).Select(Describe));
    }

    private static string Describe(PropertyInfo property)
    {
        var accessors = property.GetAccessors(true).Where(IsSeen).Select(accessor => accessor.ReturnType == typeof(void) ? "set;" : "get;");
        var init = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Length > 0;
        return $"{NameOf(property.PropertyType)} {property.Name} {{ {string.Join(' ', accessors).Replace("set;", init ? "init;" : "set;", StringComparison.Ordinal)} }}";
    }

    private static string Describe(MethodInfo method)
    {
        var type = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(NameOf))}>" : "";
        var modifier = method.IsStatic ? "static " : method.IsAbstract && !method.DeclaringType!.IsInterface ? "abstract " : "";
        return $"{modifier}{NameOf(method.ReturnType)} {method.Name}{type}({Parameters(method)})";
    }

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{NameOf(parameter.ParameterType)} {parameter.Name}"));

    /// <summary>True for what the compiler writes into every record; listing it would say nothing.</summary>
    private static bool IsMade(MethodInfo method) => method.Name.Contains('<')
        || (method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal))
        || method.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), false);

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string NameOf(Type type)
    {
        if (type.IsByRef) return NameOf(type.GetElementType()!);
        if (type.IsArray) return $"{NameOf(type.GetElementType()!)}[]";
        if (Nullable.GetUnderlyingType(type) is { } inner) return $"{NameOf(inner)}?";
        if (!type.IsGenericType) return type.Name;
        var tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return $"{(tick < 0 ? type.Name : type.Name[..tick])}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>";
    }
}
