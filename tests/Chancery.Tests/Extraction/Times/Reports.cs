using Chancery.Extraction;
using Chancery.Extraction.Times;
using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;
using NodaTime;

namespace Chancery.Tests.Extraction.Times;

/// <summary>Texts as reports of a day, with their time expressions.</summary>
internal static class Reports
{
    /// <summary>The day of all examples in the rule files, a Wednesday.</summary>
    public static readonly LocalDate Day = new(2021, 8, 18);

    private static readonly Pipeline Pipeline = new(
        [typeof(ReportHead)],
        new Tokenizer(Resources.Default.Lexicon("abbreviations")),
        new SentenceSplitter(Resources.Default.Lexicon("abbreviations"), Resources.Default.Lexicon("sentence-starters")),
        new TimexAnnotator(Resources.Default));

    public static IReadOnlyList<Timex> TimesIn(string text, LocalDate? day) =>
        TimesIn(text, day is { } known ? new Publication(known, known, "metadata", null) : null);

    public static IReadOnlyList<Timex> TimesIn(string text, Publication? published) => Read(text, published).Layer<Timex>();

    private static Document Read(string text, Publication? published)
    {
        var report = new Report { Id = "r", Source = "r", Text = text, Sha256 = "", Published = published };
        return Pipeline.Run(new Document(new SourceText(text)).With<ReportHead>([new ReportHead(report)]));
    }

    /// <summary>The intervals of a text in which these statements were found, if any.</summary>
    public static IReadOnlyList<DayInterval> IntervalsIn(string text, LocalDate? day, params Statement[] statements)
    {
        var published = day is { } known ? new Publication(known, known, "metadata", null) : null;
        var document = Read(text, published).With<Statement>(statements);
        return new Pipeline([typeof(ReportHead), typeof(Token), typeof(Sentence), typeof(Timex), typeof(Statement)], new DayIntervalAnnotator(Resources.Default))
            .Run(document).Layer<DayInterval>();
    }

    /// <summary>The timex as rule examples and cases write it.</summary>
    public static string Written(Timex timex, string text) =>
        $"{text[timex.Span.Start..timex.Span.End]} | {timex.Type.ToString().ToUpperInvariant()} | {timex.Value}";
}
