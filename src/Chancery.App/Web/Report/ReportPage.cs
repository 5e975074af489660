using Chancery.Record;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.App.Web;

/// <summary>The page of one report: its text with the words of its records marked, and the records beside it. Offsets are UTF-16 code units into <paramref name="Text"/>.</summary>
/// <param name="Id">The report's id.</param>
/// <param name="Source">The file's name or the address it came from.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Bylines">Who signed it.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Agencies">Who is credited.</param>
/// <param name="Published">Its day.</param>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Sha256">Hash of the bytes it was read from.</param>
/// <param name="Cut">What was left out of the text.</param>
/// <param name="Problems">What could not be made into a finding.</param>
/// <param name="Text">The text that evidence points into.</param>
/// <param name="Paragraphs">The text cut at every boundary of evidence.</param>
/// <param name="Kinds">The records by kind.</param>
/// <param name="Earlier">What changed since the version it revises.</param>
/// <param name="Later">The versions that revise it.</param>
public sealed record ReportModel(
    string Id, string Source, string? Title, IReadOnlyList<string> Bylines, string? Outlet, IReadOnlyList<string> Agencies,
    DayShown? Published, string? Language, string Sha256, IReadOnlyList<Cut> Cut, IReadOnlyList<Problem> Problems,
    string Text, IReadOnlyList<ParagraphShown> Paragraphs, IReadOnlyList<KindShown> Kinds,
    DifferenceShown? Earlier, IReadOnlyList<VersionShown> Later);

/// <summary>The records of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Cards">Its records in the order of the text.</param>
public sealed record KindShown(string Kind, IReadOnlyList<CardShown> Cards);

/// <summary><c>/reports/{id}</c>.</summary>
internal static class ReportPage
{
    public static ReportModel? Read(ShownDesk desk, HttpRequest request)
    {
        if (desk.Store.Report((string)request.RouteValues["id"]!) is not { } report) return null;
        var findings = desk.Store.Findings(report: report.Id).ToList();
        return new ReportModel(
            report.Id, report.Source, report.Title, report.Bylines, report.Outlet, report.Agencies, Shown.Day(report.Published), report.Language,
            report.Sha256, report.Cut, desk.Store.Problems(report.Id), report.Text, TextCutter.Cut(report, findings), Kinds(report, findings, desk),
            DifferenceShown.Of(report, desk), [.. desk.Store.RevisionsOf(report.Id).Select(desk.Store.Report).OfType<Report>().Select(later => VersionShown.Of(later, desk))]);
    }

    private static List<KindShown> Kinds(Report report, List<Finding> findings, ShownDesk desk) => findings
        .GroupBy(LineKinds.Of, StringComparer.Ordinal)
        .OrderBy(group => CardShown.Rank(group.Key)).ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new KindShown(group.Key, [.. group.OrderBy(finding => finding.Span).ThenBy(finding => finding.Id, StringComparer.Ordinal).Select(finding => CardShown.Of(finding, report, desk))]))
        .ToList();
}
