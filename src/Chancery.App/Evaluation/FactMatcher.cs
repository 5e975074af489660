using System.Globalization;
using System.Text.Json;

namespace Chancery.App.Evaluation;

/// <summary>
/// Whether a record meets a fact, field by field, as <c>record/score_record.py</c> decides it: words by occurrence with
/// case ignored, days by lying inside, values within one per cent or inside the record's bounds.
/// </summary>
internal sealed class FactMatcher(IReadOnlyDictionary<string, string> countries)
{
    private static readonly string[] NoFields = ["id", "report", "kind"];
    private static readonly string[] NoWords = ["id", "entity", "report", "start", "end"];

    // For some fields of a fact the words may stand in several fields of the record.
    private static readonly Dictionary<string, string[]> Places = new(StringComparer.Ordinal)
    {
        ["claimedBy"] = ["voice"],
        ["about"] = ["about", "reason", "evidence"],
        ["about2"] = ["about", "reason", "evidence"],
        ["what"] = ["what", "scope"],
        ["role"] = ["role", "roles"],
        ["byline"] = ["byline", "bylines", "outlet"],
        ["evidence"] = ["outcomeEvidence", "outcome"],
        ["name"] = ["name", "names"],
        ["content"] = ["content", "quotes"],
        ["stance"] = ["stance", "condition"],
        ["place"] = ["place", "city"],
        ["where"] = ["place", "scope", "what"],
    };

    public bool Meets(JsonElement fact, JsonElement record) =>
        fact.EnumerateObject().Where(field => !NoFields.Contains(field.Name, StringComparer.Ordinal)).All(field => Meets(field.Name, field.Value, record));

    private bool Meets(string field, JsonElement wanted, JsonElement record) => field switch
    {
        "published" => IsInside(Get(record, "published"), wanted.GetString()!),
        "publishedNot" => Get(record, "published") is not { } published || !(Text(published, "from") ?? "").StartsWith(wanted.GetString()!, StringComparison.Ordinal),
        "textNot" => !(Text(record, "text") ?? "").Contains(wanted.GetString()!, StringComparison.Ordinal),
        "date" => IsInside(Get(record, "when"), wanted.GetString()!) || IsInside(Get(record, "deadline"), wanted.GetString()!),
        "value" => HasValue(record, wanted.GetDouble()),
        "where" => Has([.. Places["where"].Select(name => Flat(Get(record, name))), Quotes(record)], wanted),
        _ => Has([.. Places.GetValueOrDefault(field, [field]).Select(name => Flat(Get(record, name)))], wanted),
    };

    private static bool Has(IEnumerable<string> words, JsonElement wanted)
    {
        var text = string.Join(" ; ", words).ToLowerInvariant();
        return Alternatives(wanted).Any(alternative => text.Contains(alternative.ToLowerInvariant(), StringComparison.Ordinal));
    }

    private static IEnumerable<string> Alternatives(JsonElement wanted) => wanted.ValueKind == JsonValueKind.Array
        ? wanted.EnumerateArray().Select(item => item.ToString())
        : [wanted.ToString()];

    private string Flat(JsonElement? element) => element?.ValueKind switch
    {
        JsonValueKind.String => WithCountry(element.Value.GetString()!),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.Value.ToString(),
        JsonValueKind.Array => string.Join(" ; ", element.Value.EnumerateArray().Select(item => Flat(item))),
        JsonValueKind.Object => string.Join(' ', element.Value.EnumerateObject()
            .Where(field => !NoWords.Contains(field.Name, StringComparer.Ordinal)).Select(field => Flat(field.Value))),
        _ => "",
    };

    private string WithCountry(string text) => countries.TryGetValue(text, out var names) ? $"{text} {names}" : text;

    private string Quotes(JsonElement record) => Get(record, "evidence") is { } evidence
        ? string.Join(" ; ", evidence.EnumerateArray().Select(piece => Flat(Get(piece, "quote"))))
        : "";

    private static bool HasValue(JsonElement record, double wanted)
    {
        var (value, low, high) = (Number(record, "value"), Number(record, "low"), Number(record, "high"));
        var isShare = (Text(record, "unit") ?? "").ToLowerInvariant() is "share" or "percent" or "%";
        if (value is { } stated && (IsNear(stated, wanted) || isShare && (IsNear(stated * 100, wanted) || IsNear(stated, wanted * 100)))) return true;
        if (low is null) return high is { } most && IsNear(most, wanted);
        return low <= wanted && (high is null ? wanted <= 2 * low : wanted <= high);
    }

    private static bool IsNear(double value, double wanted) => Math.Abs(value - wanted) <= Math.Max(Math.Abs(wanted) * 0.01, 0.005);

    private static bool IsInside(JsonElement? days, string wanted)
    {
        if (days is not { } found || Text(found, "from") is not { Length: >= 10 } from || Text(found, "to") is not { Length: >= 10 } to) return false;
        var (first, last) = Days(wanted);
        return string.CompareOrdinal(first, from[..10]) <= 0 && string.CompareOrdinal(to[..10], last) <= 0;
    }

    private static (string First, string Last) Days(string wanted)
    {
        if (wanted.IndexOf('/') is var slash and > 0) return (Days(wanted[..slash]).First, Days(wanted[(slash + 1)..]).Last);
        var parts = wanted.Split('-');
        if (parts.Length == 1) return ($"{wanted}-01-01", $"{wanted}-12-31");
        if (parts.Length > 2) return (wanted, wanted);
        var days = DateTime.DaysInMonth(int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        return ($"{wanted}-01", $"{wanted}-{days:00}");
    }

    private static JsonElement? Get(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? Text(JsonElement record, string name) => Get(record, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static double? Number(JsonElement record, string name) => Get(record, name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;
}
