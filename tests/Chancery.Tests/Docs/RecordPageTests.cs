using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chancery.Record;
using Chancery.Tests.House;

namespace Chancery.Tests.Docs;

/// <summary><c>docs/record.md</c> names every kind and every field of its JSON, and none that is not there.</summary>
public class RecordPageTests
{
    private static readonly string Page = File.ReadAllText(Doc.PathOf("docs", "record.md"));

    private static readonly Type[] Parts = [typeof(Party), typeof(Place), typeof(Voice), typeof(When), typeof(Evidence)];

    [Fact]
    public void Every_kind_and_field_is_documented() => Offenders.None(
        "docs/record.md does not name a kind or field:",
        from kind in Kinds()
        from field in FieldsOf(kind.Type)
        where !Section(kind.Name).Contains($"| `{field}` |", StringComparison.Ordinal) && !Common.Contains($"| `{field}` |", StringComparison.Ordinal)
        select $"{kind.Name}: {field}");

    [Fact]
    public void Every_field_documented_is_there() => Offenders.None(
        "docs/record.md names a field that is not there:",
        from kind in Kinds()
        from row in Section(kind.Name).Split('\n')
        where row.StartsWith("| `", StringComparison.Ordinal)
        let field = row[3..row.IndexOf('`', 3)]
        where !FieldsOf(kind.Type).Contains(field, StringComparer.Ordinal)
        select $"{kind.Name}: {field}");

    [Fact]
    public void Every_part_is_documented() => Offenders.None(
        "docs/record.md does not name a field of a part:",
        from part in Parts
        from field in FieldsOf(part)
        let row = Page.Split('\n').Single(line => line.StartsWith($"| {part.Name.ToLowerInvariant()} |", StringComparison.Ordinal))
        where !row.Contains($"`{field}`", StringComparison.Ordinal)
        select $"{part.Name}: {field}");

    private static string Common => Page[Page.IndexOf("## Common to every line", StringComparison.Ordinal)..Page.IndexOf("## Parts", StringComparison.Ordinal)];

    private static IEnumerable<(string Name, Type Type)> Kinds() => typeof(Line)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .Select(kind => ((string)kind.TypeDiscriminator!, kind.DerivedType));

    private static string Section(string kind)
    {
        var start = Page.IndexOf($"### {kind}\n", StringComparison.Ordinal);
        if (start < 0) return "";
        var end = Page.IndexOf("\n##", start + 4, StringComparison.Ordinal);
        return end < 0 ? Page[start..] : Page[start..end];
    }

    private static IEnumerable<string> FieldsOf(Type type) => type.GetProperties()
        .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null && property.Name != "IsDay")
        .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
        .Distinct(StringComparer.Ordinal);
}
