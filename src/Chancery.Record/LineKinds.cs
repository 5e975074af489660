using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Chancery.Record;

/// <summary>The kinds of line by name, read from the one list on <see cref="Line"/>.</summary>
public static class LineKinds
{
    private static readonly ImmutableDictionary<Type, string> Names = typeof(Line)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToImmutableDictionary(attribute => attribute.DerivedType, attribute => (string)attribute.TypeDiscriminator!);

    /// <summary>All kinds, in alphabetical order.</summary>
    public static ImmutableArray<string> All { get; } = [.. Names.Values.Order(StringComparer.Ordinal)];

    /// <summary>The kind of a line as JSON names it.</summary>
    public static string Of(Line line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Names[line.GetType()];
    }
}
