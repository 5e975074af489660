using System.Globalization;
using Chancery.Record;
using NodaTime;
using NodaTime.Text;

namespace Chancery.App.Web;

/// <summary>A report's day with the rule that gave it.</summary>
/// <param name="From">First day it can be, ISO.</param>
/// <param name="To">Last day it can be, ISO.</param>
/// <param name="Basis">The rule's name.</param>
/// <param name="Text">The words it was read from.</param>
/// <param name="Words">All of it for a person.</param>
public sealed record DayShown(string From, string To, string Basis, string? Text, string Words);

/// <summary>Days, counts and addresses as every page shows them.</summary>
internal static class Shown
{
    private static readonly LocalDatePattern Long = LocalDatePattern.Create("d MMMM uuuu", CultureInfo.InvariantCulture);

    public static DayShown? Day(Publication? published) => published is null ? null : new DayShown(
        LocalDatePattern.Iso.Format(published.From), LocalDatePattern.Iso.Format(published.To), published.Basis, published.Text, Days(published.From, published.To));

    public static string Days(LocalDate from, LocalDate to) => from == to ? Long.Format(from) : $"{Long.Format(from)} to {Long.Format(to)}";

    /// <summary>Where the rule looked.</summary>
    public static string Basis(string basis) => basis switch
    {
        "dateline" => "from its dateline",
        "metadata" => "from its metadata",
        "byline-line" => "from the lines at its head",
        "address" => "from its address",
        "inferred" => "inferred",
        _ => basis,
    };

    public static string Count(int count, string noun) => $"{count.ToString("#,0", CultureInfo.InvariantCulture)} {(count == 1 ? noun : Plural(noun))}";

    /// <summary>The name under which words stand in the text: <c>w120-148</c>, UTF-16 code units.</summary>
    public static string Anchor(int start, int end) => string.Create(CultureInfo.InvariantCulture, $"w{start}-{end}");

    public static string ReportAddress(string report) => $"/reports/{report}";

    public static string WordsAddress(Evidence evidence) => $"{ReportAddress(evidence.Report)}#{Anchor(evidence.Start, evidence.End)}";

    private static string Plural(string noun) => noun switch
    {
        "entity" => "entities",
        "origin" or "control" => noun + "s",
        _ when noun.EndsWith('y') => noun[..^1] + "ies",
        _ => noun + "s",
    };
}
