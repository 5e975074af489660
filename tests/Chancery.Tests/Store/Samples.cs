using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Store;
using Chancery.Tests.Record;
using NodaTime;

namespace Chancery.Tests.Store;

/// <summary>Invented reports by number; the numbers 9, 10 and 11 are the bytes of 3 under other names.</summary>
internal static class Samples
{
    private static readonly LocalDate First = new(2021, 8, 10);

    public static (Reading Reading, string Source) Arrival(int number)
    {
        var story = number is 9 or 10 or 11 ? 3 : number;
        var text = $"Some {story + 10} refugees reached Sundale, the mayor of Port {story} said.";
        // The name can decide the day, as an address does: the same bytes may be read differently under another.
        var day = number == 9 ? First : First.PlusDays(story % 3);
        var report = new Report
        {
            Id = Report.IdOf(EveryKind.Sha256Of(text)),
            Sha256 = EveryKind.Sha256Of(text),
            Source = "",
            Text = text,
            Title = $"Port {story}",
            Published = story % 5 == 0 ? null : new Publication(day, day, "metadata", null),
            Outlet = $"Courier {story % 2}",
        };
        var quote = $"{story + 10} refugees";
        var start = text.IndexOf(quote, StringComparison.Ordinal);
        var figure = new Figure
        {
            Report = report.Id,
            What = "refugees",
            Value = story + 10,
            When = When.Day(day),
            Evidence = [new Evidence(report.Id, start, start + quote.Length, quote)],
        };
        figure = figure with { Id = LineId.Of(figure) };
        return (new Reading(report, "fingerprint-1", [figure], []), $"{(char)('a' + (number * 7 % 26))}-{number}");
    }

    /// <summary>Appends the bytes, the report and its figure.</summary>
    public static Appended Append(RecordStore store, int number)
    {
        var (reading, source) = Arrival(number);
        store.AppendBytes(reading.Report.Sha256, System.Text.Encoding.UTF8.GetBytes(reading.Report.Text));
        return store.Append(reading, source, Instant.FromUtc(2021, 8, 20, 12, 0));
    }
}

/// <summary>A folder for one test.</summary>
internal sealed class Folder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("chancery-").FullName;

    public string this[string name] => Path.Combine(_path, name);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
