using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Extraction.Intake;
using Chancery.Record;

namespace Chancery.App.Evaluation;

/// <summary><c>evaluate extract</c>: reads the saved pages of <c>extract/*.gold.jsonl</c> and scores text, title, authors and day.</summary>
/// <param name="gold">The gold file's path, for what lies beside it.</param>
/// <param name="pages">The folder of unpacked pages, or the one that holds it under the name <c>pages</c>.</param>
internal sealed class ExtractTask(string gold, string pages)
{
    private const int WorstPages = 10;
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads JSON lines, writes predictions to <paramref name="output"/> if there is one.</summary>
    /// <returns>The scores; and in words the phrases, titles, authors and days that are not the gold's, then the worst pages.</returns>
    /// <exception cref="FormatException">A line is no page of that task, or its page is not in the folder.</exception>
    public (EvaluationResult Result, IReadOnlyList<string> Misses) Run(TextReader input, TextWriter? output)
    {
        var corpus = ExtractCorpus.Read(input, gold, pages);
        foreach (var page in corpus.Take(5)) Formats.Read(page.Document);
        var watch = Stopwatch.StartNew();
        var answers = corpus.ConvertAll(page => Answer([.. Formats.Read(page.Document).Reports]));
        watch.Stop();
        var scores = new ExtractScores();
        var found = new List<double>(corpus.Count);
        for (var i = 0; i < corpus.Count; i++)
        {
            output?.WriteLine(ToLine(corpus[i].Id, answers[i] with { Text = answers[i].TextFor(corpus[i].Gold) }));
            found.Add(scores.Add(corpus[i].Gold, answers[i]));
        }

        return (new EvaluationResult("extract", corpus.Count, watch.Elapsed.TotalSeconds, scores.ToDictionary()), [.. Misses(corpus, answers), .. Worst(corpus, found)]);
    }

    /// <summary>What is scored of a page: facts of its first report, the texts of all.</summary>
    public static ExtractAnswer Answer(IReadOnlyList<Report> reports) => reports is not [var first, ..]
        ? new ExtractAnswer("", null, [], null)
        : new ExtractAnswer(string.Join("\n\n", reports.Select(Whole)), first.Title, [.. first.Bylines], first.Published is { } day && day.From == day.To ? day.From.ToString("uuuu-MM-dd", null) : null)
        {
            Cuts = [.. reports.SelectMany(report => report.Cut)],
            Standfirst = string.Join("\n\n", first.Cut.Where(cut => cut.Kind == "summary").Select(cut => cut.Text)),
        };

    /// <summary>
    /// The text with what a report keeps beside it and every gold counts as article: the dateline before it and the agency's credit behind it.
    /// </summary>
    private static string Whole(Report report)
    {
        var (dateline, credit) = (report.Cut.FirstOrDefault(cut => cut.Kind == "dateline"), report.Cut.LastOrDefault(cut => cut.Kind == "credit"));
        var text = dateline is null ? report.Text : $"{dateline.Text} {report.Text}";
        return credit is null ? text : $"{text}\n\n{credit.Text}";
    }

    private static IEnumerable<string> Misses(List<ExtractPage> corpus, List<ExtractAnswer> answers)
    {
        for (var i = 0; i < corpus.Count; i++)
        {
            var (gold, answer) = (corpus[i].Gold, answers[i]);
            foreach (var phrase in gold.With.Where(phrase => !answer.TextFor(gold).Contains(phrase, StringComparison.Ordinal)))
                yield return $"phrase {corpus[i].Id}: {phrase} | {answer.Cuts.FirstOrDefault(cut => cut.Text.Contains(phrase, StringComparison.Ordinal))?.Kind ?? "nowhere"}";
            foreach (var phrase in gold.Without.Where(phrase => answer.TextFor(gold).Contains(phrase, StringComparison.Ordinal)))
                yield return $"phrase {corpus[i].Id}: not {phrase}";
            if (gold.Title is { Length: > 0 } && !ExtractScores.HasTitle(gold, answer)) yield return $"title {corpus[i].Id}: {gold.Title} | read {answer.Title ?? "none"}";
            if (gold.Authors.Count > 0 && !ExtractScores.HasAuthors(gold, answer)) yield return $"authors {corpus[i].Id}: {string.Join(", ", gold.Authors)} | read {string.Join(", ", answer.Authors)}";
            if (gold.Date is { Length: >= 10 } && !ExtractScores.HasDate(gold, answer)) yield return $"date {corpus[i].Id}: {gold.Date} | read {answer.Date ?? "none"}";
        }
    }

    private static IEnumerable<string> Worst(List<ExtractPage> corpus, List<double> found) =>
        corpus.Zip(found).OrderBy(page => page.Second).Take(WorstPages)
            .Select(page => string.Create(CultureInfo.InvariantCulture, $"text {page.First.Id}: {page.Second:0.000} {page.First.Document.Address}"));

    private static string ToLine(string id, ExtractAnswer answer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("text", answer.Text);
            if (answer.Title is not null) json.WriteString("title", answer.Title);
            json.WriteStartArray("authors");
            foreach (var author in answer.Authors) json.WriteStringValue(author);
            json.WriteEndArray();
            if (answer.Date is not null) json.WriteString("date", answer.Date);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
