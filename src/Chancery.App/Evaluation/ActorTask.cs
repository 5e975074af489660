using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Extraction;
using Chancery.Extraction.Actors;
using Chancery.Text;
using Chancery.Text.Tokens;

namespace Chancery.App.Evaluation;

/// <summary>
/// <c>evaluate actors</c>: codes the words of <c>events/actor_codes_*.jsonl</c> and counts how often country, and country and primary sector, are
/// those of the gold. Two readings of the gold are printed: all lines, where a missing code must be missing (<c>country</c>, <c>both</c>), and only
/// what its makers looked at (<c>countryGiven</c>, <c>bothGiven</c>): a <c>null</c> is not asked for, nor a line that they skipped.
/// </summary>
internal sealed class ActorTask(Resources resources)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Pipeline _language = StandardPipeline.Language(resources);
    private readonly ActorCoder _coder = new(resources, new TownCountries(resources).Of);

    /// <summary>Reads JSON lines, writes <c>{id, country, sector}</c> to <paramref name="output"/> if there is one.</summary>
    /// <exception cref="FormatException">A line is not of that task.</exception>
    public (EvaluationResult Result, IReadOnlyList<string> Misses) Run(TextReader input, TextWriter? output)
    {
        var items = ReadItems(input);
        foreach (var item in items.Take(100)) Code(item);
        var watch = Stopwatch.StartNew();
        var codes = items.Select(Code).ToList();
        watch.Stop();
        foreach (var (item, code) in items.Zip(codes))
            output?.WriteLine(JsonSerializer.Serialize(new { id = item.Id, country = code.Country, sector = code.Sector }, Plain));
        return (new EvaluationResult("actors", items.Count, watch.Elapsed.TotalSeconds, Scores(items, codes)), Misses(items, codes));
    }

    private ActorCode Code(ActorItem item)
    {
        var document = _language.Run(new Document(new SourceText(item.Actor)));
        return _coder.For(document).Code(new TokenRange(0, document.Tokens.Length), item.Day, item.Context.Length > 0 ? HomeOf(item.Context) : null);
    }

    /// <summary>The one state that the context names.</summary>
    private string? HomeOf(string context)
    {
        var document = _language.Run(new Document(new SourceText(context)));
        return _coder.For(document).HomeState(new TokenRange(0, document.Tokens.Length));
    }

    private static OrderedDictionary<string, double> Scores(List<ActorItem> items, List<ActorCode> codes)
    {
        var given = Enumerable.Range(0, items.Count).Where(i => !items[i].IsSkipped).ToArray();
        var scores = new OrderedDictionary<string, double>();
        Add(scores, "country", [.. Enumerable.Range(0, items.Count)], i => IsCountry(items[i], codes[i]));
        Add(scores, "both", [.. Enumerable.Range(0, items.Count)], i => IsCountry(items[i], codes[i]) && IsSector(items[i], codes[i]));
        Add(scores, "countryGiven", [.. given.Where(i => items[i].IsCountryGiven)], i => IsCountry(items[i], codes[i]));
        Add(scores, "bothGiven", [.. given.Where(i => items[i].IsCountryGiven || items[i].IsSectorGiven)], i =>
            (!items[i].IsCountryGiven || IsCountry(items[i], codes[i])) && (!items[i].IsSectorGiven || IsSector(items[i], codes[i])));
        return scores;
    }

    private static void Add(OrderedDictionary<string, double> scores, string name, int[] lines, Func<int, bool> isRight)
    {
        if (lines.Length == 0) return;
        double Share(int[] draw) => 100.0 * draw.Count(i => isRight(lines[i])) / draw.Length;
        scores[name] = Share([.. Enumerable.Range(0, lines.Length)]);
        (scores[$"{name}Low"], scores[$"{name}High"]) = Bootstrap.Interval(lines.Length, Share);
    }

    private static bool IsCountry(ActorItem item, ActorCode code) => (code.Country ?? "") == item.Country;

    private static bool IsSector(ActorItem item, ActorCode code) =>
        !item.HasSector || (item.Sectors.Count == 0 ? code.Sector is null : item.Sectors.Contains(code.Sector));

    private static List<string> Misses(List<ActorItem> items, List<ActorCode> codes) =>
    [
        .. items.Zip(codes).Where(pair => !IsCountry(pair.First, pair.Second) || !IsSector(pair.First, pair.Second)).Select(pair =>
            $"{pair.First.Id} '{pair.First.Actor}': {pair.First.Country}/{string.Join('|', pair.First.Sectors)}, coded {pair.Second.Country}/{pair.Second.Sector} by {pair.Second.Rule}"),
    ];

    private static List<ActorItem> ReadItems(TextReader input)
    {
        var items = new List<ActorItem>();
        for (var line = 1; input.ReadLine() is { } row; line++)
        {
            if (string.IsNullOrWhiteSpace(row)) continue;
            try
            {
                using var json = JsonDocument.Parse(row);
                items.Add(ActorItem.Read(json.RootElement));
            }
            catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new FormatException($"line {line}: not an actor of the task actors: {wrong.Message}", wrong);
            }
        }

        return items;
    }
}
