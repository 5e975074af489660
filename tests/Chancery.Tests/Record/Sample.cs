using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Tests.Record;

/// <summary>Reports and findings built by hand: a report is its text, a finding is made from words that stand in it.</summary>
internal static class Sample
{
    public static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).GetValueOrThrow();

    public static Report Report(string source, string text, string? day = null, string? outlet = null, string? title = null, string basis = "dateline") => new()
    {
        Id = Chancery.Record.Report.IdOf(new SourceText(text).Hash, source),
        Source = source,
        Title = title,
        Outlet = outlet,
        Text = text,
        Sha256 = new SourceText(text).Hash,
        Published = day is null ? null : new Publication(Day(day), Day(day), basis, null),
    };

    public static Statement Says(
        this Report report, Party? speaker, string cue, string content,
        string[]? quotes = null, string? day = null, string? occasion = null, Party? addressee = null, params Voice[] voice) => Close(report, new Statement
        {
            Speaker = speaker,
            Addressee = addressee,
            Cue = cue,
            Content = content,
            Quotes = (quotes ?? []).ToEquatableArray(),
            Directness = quotes is null ? "indirect" : "direct",
            Occasion = occasion,
            Voice = voice.ToEquatableArray(),
            When = day is null ? null : When.Day(Day(day)),
        }, content.Split(" … "));

    public static Figure Counts(
        this Report report, string words, string what, double? value = null, double? low = null, double? high = null,
        bool approx = false, string? unit = null, string? scope = null, string? day = null, params Voice[] voice) => Close(report, new Figure
        {
            What = what,
            Value = value,
            Low = low,
            High = high,
            Approx = approx,
            Unit = unit,
            Scope = scope,
            Voice = voice.ToEquatableArray(),
            When = day is null ? null : When.Day(Day(day)),
        }, words);

    public static Entity Names(this Report report, string name, string type = "person", string? country = null, params RoleHeld[] roles) =>
        Close(report, new Entity { Name = name, Names = [name], Type = type, Country = country, Roles = roles.ToEquatableArray() }, name);

    public static T Close<T>(this Report report, T finding, params string[] words) where T : Finding
    {
        var evidence = words.Select(piece =>
        {
            var start = report.Text.IndexOf(piece, StringComparison.Ordinal);
            Assert.True(start >= 0, $"'{piece}' does not stand in {report.Source}.");
            return Evidence.Of(new SourceText(report.Text), new Span(start, start + piece.Length)) with { Report = report.Id };
        });
        var closed = finding with { Report = report.Id, Evidence = evidence.ToEquatableArray(), By = "hand/1", Confidence = 0.5 };
        return closed with { Id = LineId.Of(closed) };
    }

    public static T[] Shuffled<T>(this IEnumerable<T> items, int seed)
    {
        var shuffled = items.ToArray();
#pragma warning disable RS0030 // the seed is fixed
        new Random(seed).Shuffle(shuffled);
#pragma warning restore RS0030
        return shuffled;
    }
}
