using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chancery.Extraction;
using Chancery.Extraction.Intake;
using Chancery.Record.Findings;
using Chancery.Text;

namespace Chancery.App.Evaluation;

/// <summary>
/// <c>evaluate eventmarks</c>: reads whole reports and holds their events against those that a careful reader marked, so that false events count. The marks are looked at only when
/// everything is read.
/// </summary>
internal sealed class EventMarksTask(Extractor extractor)
{
    /// <summary>Precision, recall and F1 for type, type with actor, and these with status; for both parts and for all.</summary>
    /// <param name="marks">The marks: <c>eval/events/*.jsonl</c>.</param>
    /// <param name="reports">The file of reports as JSON lines with <c>id</c> and <c>text</c>.</param>
    /// <param name="output">Takes the found events as JSON lines; <see langword="null"/> for none.</param>
    /// <exception cref="FormatException">A report is not there or its text has changed.</exception>
    public EvaluationResult Run(TextReader marks, TextReader reports, Stream? output)
    {
        var marked = EventMarks.Read(marks).ToList();
        var lines = LinesOf(reports, [.. marked.Select(report => report.Id)]);
        var (watch, counted) = (new Stopwatch(), new List<(string Part, EventCounts Counts)>());
        foreach (var report in marked)
        {
            var (line, text) = lines.TryGetValue(report.Id, out var known) ? known : throw new FormatException($"The report {report.Id} is not among the reports.");
            if (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) != report.Sha256) throw new FormatException($"The text of the report {report.Id} has changed.");
            watch.Start();
            var reading = Formats.Read(new RawDocument($"{report.Id}.jsonl", Encoding.UTF8.GetBytes(line))).Reports.Select(extractor.Read).FirstOrDefault();
            watch.Stop();
            var black = new BlackText(text);
            var found = reading is null ? [] : FoundIn(reading, black);
            if (output is not null) foreach (var one in found) Record.Exporting.JsonLines.JsonLinesExporter.Write(output, [one.Event]);
            counted.Add((report.Part, EventMatcher.Count(black, report, found)));
        }

        return new EvaluationResult("eventmarks", marked.Count, watch.Elapsed.TotalSeconds, Scores(counted));
    }

    private static List<FoundEvent> FoundIn(Record.Reading reading, BlackText black)
    {
        var places = black.PlacesOf(reading.Report.Text);
        return [.. reading.Findings.OfType<Event>().Select(found => new FoundEvent(found, [.. found.Evidence.Select(piece => Between(places, piece.Start, piece.End)).OfType<Span>()]))];
    }

    private static Span? Between(int[] places, int start, int end) =>
        places[start] >= 0 && places[end] >= places[start] ? new Span(places[start], places[end]) : null;

    private static Dictionary<string, (string Line, string Text)> LinesOf(TextReader reports, HashSet<string> ids)
    {
        var lines = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        while (reports.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetProperty("id").GetString() is { } id && ids.Contains(id)) lines[id] = (line, json.RootElement.GetProperty("text").GetString()!);
        }

        return lines;
    }

    private static OrderedDictionary<string, double> Scores(List<(string Part, EventCounts Counts)> counted)
    {
        var scores = new OrderedDictionary<string, double>();
        foreach (var part in (string[])["seen", "aside", ""])
        {
            var own = counted.Where(one => part.Length == 0 || one.Part == part).Select(one => one.Counts).ToList();
            if (own.Count > 0) Add(scores, part, own);
        }

        return scores;
    }

    private static void Add(OrderedDictionary<string, double> scores, string part, List<EventCounts> own)
    {
        var sum = own.Aggregate((left, right) => left + right);
        scores[Named(part, "marked")] = sum.Marked;
        scores[Named(part, "found")] = sum.Found;
        foreach (var (name, right) in ((string, Func<EventCounts, int>)[])[("type", one => one.Type), ("actor", one => one.Actor), ("status", one => one.Status)])
        {
            var counts = sum.Of(right(sum));
            scores[Named(part, $"{name}P")] = counts.System > 0 ? 100.0 * counts.Correct / counts.System : 0;
            scores[Named(part, $"{name}R")] = counts.Gold > 0 ? 100.0 * counts.Correct / counts.Gold : 0;
            scores[Named(part, name)] = counts.F1;
            (scores[Named(part, $"{name}Low")], scores[Named(part, $"{name}High")]) = Bootstrap.Interval([.. own.Select(one => one.Of(right(one)))]);
        }
    }

    private static string Named(string part, string name) => part.Length == 0 ? name : $"{part}{char.ToUpperInvariant(name[0])}{name[1..]}";
}
