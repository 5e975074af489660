using Chancery.Record;
using Chancery.Record.Claims;
using Chancery.Record.Findings;
using NodaTime;

namespace Chancery.App.Desk;

/// <summary>Which lines of the record somebody wants to see.</summary>
/// <param name="About">A name or word that occurs in them; <see langword="null"/> for all.</param>
/// <param name="AsOf">Nothing that lies after this day.</param>
/// <param name="KnownAt">Nothing from reports published after this day.</param>
internal sealed record Selection(string? About, LocalDate? AsOf, LocalDate? KnownAt)
{
    /// <summary>The lines joined across the reports known then, by day, kind and id; the undated last.</summary>
    public IEnumerable<Finding> Of(IReadOnlyDictionary<string, Report> reports, IEnumerable<Finding> findings)
    {
        var known = findings.Where(finding => finding.Report is { } id && reports.TryGetValue(id, out var report) && IsKnown(report));
        return RecordJoiner.Join([], known).OfType<Finding>()
            .Select(line => (Line: line, Day: line.When?.From ?? line.When?.To ?? PublishedDay(line, reports)))
            .Where(pair => (AsOf is not { } day || pair.Day is null || pair.Day <= day) && IsAbout(pair.Line))
            .OrderBy(pair => pair.Day ?? LocalDate.MaxIsoValue)
            .ThenBy(pair => pair.Line.Id, StringComparer.Ordinal)
            .Select(pair => pair.Line);
    }

    private bool IsKnown(Report report) => KnownAt is not { } day || report.Published is { } published && published.To <= day;

    private static LocalDate? PublishedDay(Finding line, IReadOnlyDictionary<string, Report> reports) => line is Entity
        ? null
        : line.Evidence.Select(piece => reports[piece.Report].Published?.From).Where(day => day is not null).Min();

    private bool IsAbout(Finding line) => About is null || WordsOf(line).Any(words => words?.Contains(About, StringComparison.OrdinalIgnoreCase) == true);

    private static IEnumerable<string?> WordsOf(Finding line) => [.. line.Voice.Select(voice => voice.Name), .. OwnWords(line)];

    private static string?[] OwnWords(Finding line) => line switch
    {
        Statement statement => [statement.Speaker?.Name, statement.Speaker?.Role, statement.Addressee?.Name, statement.Content],
        Figure figure => [figure.What, figure.Scope, figure.Place?.Name],
        Mission mission => [mission.State.Name, mission.Type, mission.City],
        Control control => [control.Controller.Name, control.Place.Name],
        Entity entity => [entity.Name, .. entity.Names, .. entity.Roles.Select(role => role.Title)],
        _ => [.. line.Evidence.Select(piece => piece.Quote)],
    };
}
