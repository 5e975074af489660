using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Extraction;
using Chancery.Extraction.Places;
using Chancery.Text;

namespace Chancery.App.Evaluation;

/// <summary>
/// <c>evaluate places</c>: finds the places of <c>geo/*.jsonl</c>, or says which places the gold's own names mean, and scores both. Of the gold, nothing but
/// the spans is looked at before, and those only where they are asked for.
/// </summary>
/// <param name="resources">The models and tables.</param>
/// <param name="hasGoldSpans">True to resolve the gold's names.</param>
public sealed class PlacesTask(Resources resources, bool hasGoldSpans)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Pipeline _pipeline = StandardPipeline.Places(resources);
    private readonly PlaceTrainer _resolver = new(resources);

    /// <summary>Reads JSON lines, writes predictions (offsets in code points) to <paramref name="output"/> if there is one.</summary>
    /// <returns>The scores, and what was missed, in words.</returns>
    /// <exception cref="FormatException">A line is not a report of that task.</exception>
    public (EvaluationResult Result, IReadOnlyList<string> Misses) Run(TextReader input, TextWriter? output)
    {
        ArgumentNullException.ThrowIfNull(input);
        var items = PlaceCorpus.Read(input);
        foreach (var item in items.Take(20)) Find(item);
        var watch = Stopwatch.StartNew();
        var found = items.ConvertAll(Find);
        watch.Stop();
        var (scores, misses) = (new PlaceScores(), new List<string>());
        for (var i = 0; i < items.Count; i++)
        {
            output?.WriteLine(ToLine(items[i], found[i]));
            scores.Add(items[i].Gold, found[i]);
            misses.AddRange(Missed(items[i], found[i]));
        }

        return (new EvaluationResult("places", items.Count, watch.Elapsed.TotalSeconds, hasGoldSpans ? scores.Resolution() : scores.EndToEnd()), misses);
    }

    private IReadOnlyList<PlaceMention> Find(PlaceItem item)
    {
        var document = _pipeline.Run(item.Open());
        return hasGoldSpans ? _resolver.Resolve(document, [.. item.Gold.Select(place => place.Span)]) : document.Layer<PlaceMention>();
    }

    private static IEnumerable<string> Missed(PlaceItem item, IReadOnlyList<PlaceMention> found)
    {
        foreach (var gold in item.Gold)
        {
            if (gold.Lat is null) continue;
            var answer = found.FirstOrDefault(mention => mention.Span.Start == gold.Span.Start);
            if (answer is not null && (gold.IsNear(answer) || gold.IsSame(answer))) continue;
            yield return string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"{item.Report.Id} '{item.Report.Text[gold.Span.Start..gold.Span.End]}' {gold.Level} {gold.Country}{gold.Admin1} ({gold.Lat:0.0}, {gold.Lon:0.0}); {Told(answer)}");
        }

        foreach (var mention in found.Where(mention => !item.Gold.Any(gold => gold.Span.OverlapsWith(mention.Span))))
            yield return $"{item.Report.Id} '{mention.Name}' is marked by nobody; {mention.Use} {Told(mention)}";
    }

    private static string Told(PlaceMention? mention) => mention is null ? "not found" : mention.Place is not { } place ? "not resolved"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"taken for {place.Name} ({mention.Kind}, {place.Admin1}, {place.Country}, {place.Lat:0.0}, {place.Lon:0.0}; {mention.Certainty:0.00})");

    private static string ToLine(PlaceItem item, IReadOnlyList<PlaceMention> found)
    {
        var points = new CodePoints(item.Report.Text);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("id", item.Report.Id);
            json.WriteStartArray("toponyms");
            foreach (var mention in found) WriteMention(json, mention, points);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteMention(Utf8JsonWriter json, PlaceMention mention, CodePoints points)
    {
        json.WriteStartObject();
        json.WriteNumber("start", points.ToPoint(mention.Span.Start));
        json.WriteNumber("end", points.ToPoint(mention.Span.End));
        json.WriteString("name", mention.Name);
        if (mention.Place is { Lat: { } lat, Lon: { } lon })
        {
            json.WriteNumber("lat", lat);
            json.WriteNumber("lon", lon);
            json.WriteString("cc", mention.Alpha2);
            json.WriteString("admin1", GoldPlace.Admin1Of(mention));
            json.WriteString("level", GoldPlace.LevelOf(mention));
        }

        json.WriteEndObject();
    }
}
