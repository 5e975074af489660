using Chancery.App.Commands;
using Chancery.Record;
using Chancery.Record.Versions;

namespace Chancery.App.Web;

/// <summary>Another version of a report.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Href">Its page.</param>
/// <param name="Title">Its headline, else its source.</param>
/// <param name="Read">When its words were first read, an ISO instant; absent for files.</param>
public sealed record VersionShown(string Id, string Href, string Title, string? Read)
{
    internal static VersionShown Of(Report report, ShownDesk desk) =>
        new(report.Id, Shown.ReportAddress(report.Id), report.Title ?? report.Source, desk.Store.FirstSeen(report.Id)?.ToString());
}

/// <summary>A record of an earlier version of whose words none is left.</summary>
/// <param name="Id">The record's id.</param>
/// <param name="Sentence">The record in one sentence.</param>
public sealed record VanishedShown(string Id, string Sentence);

/// <summary>What changed since the version before.</summary>
/// <param name="Older">The version before.</param>
/// <param name="Changes">Headline and paragraphs that are not the same, in order.</param>
/// <param name="Vanished">The records that lost all their words.</param>
public sealed record DifferenceShown(VersionShown Older, IReadOnlyList<ParagraphChange> Changes, IReadOnlyList<VanishedShown> Vanished)
{
    /// <summary>The difference to the version that a report revises; <see langword="null"/> if it revises none.</summary>
    internal static DifferenceShown? Of(Report report, ShownDesk desk)
    {
        if (report.Revises is not { } id || desk.Store.Report(id) is not { } older) return null;
        var difference = ReportDifference.Between(older, report);
        return new DifferenceShown(
            VersionShown.Of(older, desk),
            [.. difference.Paragraphs.Prepend(difference.Title).Where(change => change.Kind != "same")],
            [.. difference.Vanished(desk.Store.Findings(report: id)).Select(finding => new VanishedShown(finding.Id, LineText.Of(finding, older, desk.Names, withDay: false)))]);
    }
}
