using Chancery.Text;

namespace Chancery.Record.Briefs;

/// <summary>Numbers citations as lines ask for them; the same words of the same report are one citation.</summary>
internal sealed class CitationList
{
    private const int ContextLength = 160;
    private readonly List<Citation> _all = [];
    private readonly Dictionary<(string, int, int, string?), int> _numbers = [];

    public EquatableArray<Citation> All => _all.ToEquatableArray();

    public EquatableArray<int> Cite(IEnumerable<Finding> findings, IReadOnlyDictionary<string, Report> reports, IReadOnlyDictionary<string, int> order) => findings
        .SelectMany(finding => finding.Evidence.Select(piece => (piece, Via: Phrases.Via(finding.Voice))))
        .OrderBy(pair => order[pair.piece.Report]).ThenBy(pair => pair.piece.Start).ThenBy(pair => pair.piece.End)
        .Select(pair => NumberOf(pair.piece, pair.Via, reports[pair.piece.Report]))
        .Distinct()
        .Order()
        .ToEquatableArray();

    private int NumberOf(Evidence piece, string? via, Report report)
    {
        var key = (piece.Report, piece.Start, piece.End, via);
        if (_numbers.TryGetValue(key, out var number)) return number;
        number = _numbers[key] = _all.Count + 1;
        _all.Add(ToCitation(number, piece, via, report));
        return number;
    }

    private static Citation ToCitation(int number, Evidence piece, string? via, Report report)
    {
        var title = string.IsNullOrWhiteSpace(report.Title) ? report.Source : report.Title;
        var isInside = piece.Start >= 0 && piece.End <= report.Text.Length && piece.Start <= piece.End;
        return new Citation(
            number, piece, title, report.Source, report.Outlet, report.Published, via,
            isInside ? Before(report.Text, piece.Start) : "",
            isInside ? After(report.Text, piece.End) : "");
    }

    private static string Before(string text, int start)
    {
        var paragraph = start == 0 ? -1 : text.LastIndexOf('\n', start - 1);
        var from = paragraph + 1;
        if (start - from <= ContextLength) return text[from..start];
        from = text.IndexOf(' ', start - ContextLength);
        return from < 0 || from >= start ? "… " : $"… {text[(from + 1)..start]}";
    }

    private static string After(string text, int end)
    {
        var paragraph = text.IndexOf('\n', end);
        var to = paragraph < 0 ? text.Length : paragraph;
        if (to - end <= ContextLength) return text[end..to];
        to = text.LastIndexOf(' ', end + ContextLength);
        return to <= end ? " …" : $"{text[end..to]} …";
    }
}
