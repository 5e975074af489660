using System.Globalization;
using System.Text.Json;
using Chancery.Extraction.Intake.Json;

namespace Chancery.Extraction.Intake.News;

/// <summary>Reads one ninjs object into a <see cref="NewsItem"/>.</summary>
internal static class NinjsReader
{
    private static readonly string[] Teasers = ["teaser", "summary", "abstract", "caption", "description"];

    public static NewsItem Read(JsonElement json)
    {
        var members = Members(json);
        var bodies = Values(members, "bodies").ToList();
        return new NewsItem
        {
            Id = Text(members, "uri"),
            Version = int.TryParse(Text(members, "version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
            Status = Text(members, "pubstatus")?.ToLowerInvariant(),
            Kind = Text(members, "type")?.ToLowerInvariant(),
            Headline = Text(members, "headline") ?? Best(Values(members, "headlines").ToList(), "")?.Value ?? Text(members, "title"),
            Bylines = [.. new[] { Text(members, "byline"), Text(members, "by") }.OfType<string>().Distinct(StringComparer.Ordinal)],
            Credits = [.. Names(members, "infosource"), .. Names(members, "infosources")],
            Provider = Text(members, "copyrightholder") ?? Names(members, "provider").FirstOrDefault(),
            Created = Text(members, "firstcreated") ?? Text(members, "contentcreated"),
            Changed = Text(members, "versioncreated"),
            Embargo = Text(members, "embargoed"),
            Note = Text(members, "ednote"),
            Markup = Text(members, "bodyxhtml") ?? Text(members, "bodyhtml") ?? Best(bodies, "html")?.Value,
            Text = Text(members, "bodytext") ?? Best(bodies, "")?.Value,
            Address = Web(Text(members, "uri")),
        };
    }

    private static Dictionary<string, JsonElement> Members(JsonElement json)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in json.Members()) members.TryAdd(name.Replace("_", "", StringComparison.Ordinal), value);
        return members;
    }

    private static string? Text(Dictionary<string, JsonElement> members, string name) => members.TryGetValue(name, out var value) ? value.Text() : null;

    /// <summary>The members of an array of <c>{role, contenttype, value}</c>.</summary>
    private static IEnumerable<(string Role, string Type, string Value)> Values(Dictionary<string, JsonElement> members, string name)
    {
        if (!members.TryGetValue(name, out var list) || list.ValueKind != JsonValueKind.Array) yield break;
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object) continue;
            var own = Members(item);
            if (Text(own, "value") is { } value) yield return ((Text(own, "role") ?? "").ToLowerInvariant(), (Text(own, "contenttype") ?? "").ToLowerInvariant(), value);
        }
    }

    /// <summary>The first main one of a type; failing that, the first that is no teaser.</summary>
    private static (string Role, string Type, string Value)? Best(List<(string Role, string Type, string Value)> values, string type)
    {
        var fit = values.FindAll(value => value.Type.Contains(type, StringComparison.Ordinal));
        var at = fit.FindIndex(value => value.Role is "main");
        if (at < 0) at = fit.FindIndex(value => !Teasers.Any(value.Role.Contains));
        return at < 0 ? null : fit[at];
    }

    private static IEnumerable<string> Names(Dictionary<string, JsonElement> members, string name)
    {
        if (!members.TryGetValue(name, out var list)) return [];
        return list.ValueKind switch
        {
            JsonValueKind.Array => list.EnumerateArray().Select(item => item.Line("name") ?? item.Text()).OfType<string>(),
            JsonValueKind.Object => list.Line("name") is { } one ? [one] : [],
            _ => list.Text() is { } text ? [text] : [],
        };
    }

    private static string? Web(string? uri) => uri is not null && (uri.StartsWith("http://", StringComparison.Ordinal) || uri.StartsWith("https://", StringComparison.Ordinal)) ? uri : null;
}
