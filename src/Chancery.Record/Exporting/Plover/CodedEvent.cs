using Chancery.Record.Findings;

namespace Chancery.Record.Exporting.Plover;

/// <summary>An event as PLOVER codes it, with the report that tells it first.</summary>
/// <param name="Event">The event.</param>
/// <param name="Type">Its type there: see <see cref="PloverCode"/>.</param>
/// <param name="Report">The report of its first piece of evidence; <see langword="null"/> if that is not among the lines.</param>
internal sealed record CodedEvent(Event Event, string Type, Report? Report)
{
    /// <summary>The events that PLOVER can code, in the order given, and how many it cannot.</summary>
    public static (List<CodedEvent> Coded, int LeftOut) Of(IReadOnlyList<Line> lines)
    {
        var reports = lines.OfType<Report>().ToDictionary(report => report.Id, StringComparer.Ordinal);
        var (coded, leftOut) = (new List<CodedEvent>(), 0);
        foreach (var happening in lines.OfType<Event>())
        {
            if (PloverCode.TypeOf(happening) is { } type) coded.Add(new CodedEvent(happening, type, reports.GetValueOrDefault(happening.Evidence[0].Report)));
            else leftOut++;
        }

        return (coded, leftOut);
    }
}
