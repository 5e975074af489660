using Chancery.Record.Claims;
using Chancery.Record.Entities;
using Chancery.Record.Findings;
using Chancery.Text;
using NodaTime;

namespace Chancery.Record.Briefs;

/// <summary>
/// Composes a brief from findings: one plain sentence for each thing told, however many reports tell it. A function: the
/// order of reports and findings does not matter, and no clock is asked. It adds no judgement and no word of its own
/// about the world.
/// </summary>
public static class BriefComposer
{
    private const string NoParty = "No party named";

    /// <summary>The brief. Entities serve to join names and make no line; what points at no given report is left out.</summary>
    /// <param name="reports">All reports read.</param>
    /// <param name="findings">What they say, as single reports or as the record says it.</param>
    /// <param name="options">What is wanted.</param>
    public static Brief Compose(IEnumerable<Report> reports, IEnumerable<Finding> findings, BriefOptions options)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(options);
        var sorted = ReportOrder.Sort(reports).Where(report => IsKnown(report, options)).ToList();
        var composition = new Composition(sorted, options);
        return composition.Compose([.. findings.Where(composition.CanCite)]);
    }

    /// <summary>One finding as the sentence that a brief would tell, with its marks and without a citation.</summary>
    /// <param name="finding">Any finding but an entity; with evidence.</param>
    /// <param name="report">The report it stands in, for its day; <see langword="null"/> if it is not at hand.</param>
    /// <param name="options">Names of countries.</param>
    /// <param name="withDay">False where the report and its day stand above the sentence.</param>
    public static string Sentence(Finding finding, Report? report, BriefOptions options, bool withDay = true)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(options);
        return string.Concat(LineDraft.Compose([finding], report?.Published, new Telling(options, report?.Text, UnderHeading: !withDay)).Select(part => part.Marked));
    }

    private static bool IsKnown(Report report, BriefOptions options) =>
        options.KnownAt is not { } day || report.Published is { } published && published.To <= day;

    private sealed class Composition(IReadOnlyList<Report> reports, BriefOptions options)
    {
        private readonly Dictionary<string, Report> _reports = reports.ToDictionary(report => report.Id, StringComparer.Ordinal);
        private readonly Dictionary<string, int> _order = reports.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        private readonly CitationList _citations = new();
        private int _lines;

        public bool CanCite(Finding finding) =>
            !finding.Evidence.IsEmpty && finding.Evidence.All(piece => _reports.ContainsKey(piece.Report));

        public Brief Compose(IReadOnlyList<Finding> findings)
        {
            var links = EntityLinker.Link(findings.OfType<Entity>());
            var entities = links.Entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);
            var drafts = FigureFolder.Fold(ClaimMatcher.Match(findings.Where(finding => finding is not Entity).Select(links.Apply)))
                .Select(claim => new LineDraft(claim, _reports, _order))
                .Where(IsWanted)
                .Select(draft => (Draft: draft, Party: Capitalised(draft.PartyName(options, entities))));
            var sections = drafts
                .GroupBy(pair => (pair.Draft.From, pair.Draft.To))
                .OrderByDescending(group => group.Key.To ?? LocalDate.MinIsoValue)
                .ThenByDescending(group => group.Key.From ?? LocalDate.MinIsoValue)
                .Select(group => ToSection(group.Key.From, group.Key.To, group))
                .ToEquatableArray();
            return new Brief(Title(), sections, _citations.All, reports.Count);
        }

        private BriefSection ToSection(LocalDate? from, LocalDate? to, IEnumerable<(LineDraft Draft, string Party)> drafts) => new(
            Days.Heading(from, to), from, to,
            drafts.GroupBy(pair => pair.Party, StringComparer.Ordinal)
                .OrderBy(group => group.Key.Length == 0)
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new BriefGroup(group.Key.Length == 0 ? NoParty : group.Key, ToLines(group.Select(pair => pair.Draft))))
                .ToEquatableArray());

        private EquatableArray<BriefLine> ToLines(IEnumerable<LineDraft> drafts)
        {
            var introduced = new HashSet<string>(StringComparer.Ordinal);
            return Sorted(drafts).Select(draft => ToLine(draft, introduced)).ToEquatableArray();
        }

        private IEnumerable<LineDraft> Sorted(IEnumerable<LineDraft> drafts) => drafts
            .OrderBy(draft => _order[draft.Findings[0].Evidence[0].Report])
            .ThenBy(draft => draft.Findings[0].Span)
            .ThenBy(draft => draft.Findings[0].Id, StringComparer.Ordinal);

        private BriefLine ToLine(LineDraft draft, HashSet<string> introduced) => new(
            ++_lines,
            draft.Compose(options, introduced),
            _citations.Cite(draft.Findings, _reports, _order),
            draft.Findings.Concat(draft.Figures).Select(finding => finding.Id).ToEquatableArray());

        private static string Capitalised(string name) =>
            name.Length > 0 && char.IsLower(name[0]) ? char.ToUpperInvariant(name[0]) + name[1..] : name;

        private bool IsWanted(LineDraft draft) =>
            (options.Since is not { } since || draft.To >= since) && (options.AsOf is not { } asOf || draft.From is null || draft.From <= asOf);

        private string Title()
        {
            var days = reports.Select(report => report.Published).OfType<Publication>().ToList();
            var count = Phrases.Count(reports.Count, "report");
            return days.Count == 0 ? $"Brief of {count}" : $"Brief of {count}, {Days.Text(days.Min(day => day.From), days.Max(day => day.To))}";
        }
    }
}
