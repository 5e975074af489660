using System.Collections.Immutable;

namespace Chancery.Record.Briefs;

/// <summary>A line of a brief that says more than its reports.</summary>
/// <param name="Line">The line's number.</param>
/// <param name="Code">From the catalogue in <c>docs/cli.md</c>: <c>BR…</c>.</param>
/// <param name="Detail">One sentence for a person.</param>
public sealed record BriefFault(int Line, string Code, string Detail);

/// <summary>
/// Reads a brief again beside its reports: every citation must resolve to the exact words, every quotation must stand
/// there word for word and be a quotation there, every number and every word of a day must stand in what is cited.
/// </summary>
public static class BriefChecker
{
    /// <summary>The faults in the order of the lines; none in a brief that may be printed.</summary>
    public static ImmutableArray<BriefFault> Check(Brief brief, IEnumerable<Report> reports)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(reports);
        var byId = reports.DistinctBy(report => report.Id).ToDictionary(report => report.Id, StringComparer.Ordinal);
        return [.. brief.Lines.SelectMany(line => Check(line, brief, byId))];
    }

    private static IEnumerable<BriefFault> Check(BriefLine line, Brief brief, Dictionary<string, Report> reports)
    {
        var citations = line.Citations.Select(number => brief.Citations[number - 1]).ToList();
        foreach (var citation in citations)
        {
            if (!reports.TryGetValue(citation.Evidence.Report, out var report))
                yield return new BriefFault(line.Number, "BR01", $"Citation {citation.Number} names a report that is not there.");
            else if (!citation.Evidence.IsVerbatimIn(new Chancery.Text.SourceText(report.Text)))
                yield return new BriefFault(line.Number, "BR02", $"The words of citation {citation.Number} do not stand in its report.");
        }

        var cited = citations.Select(citation => reports.GetValueOrDefault(citation.Evidence.Report)).OfType<Report>().Distinct().ToList();
        foreach (var part in line.Parts)
            if (Fault(part, citations, cited) is { } fault)
                yield return new BriefFault(line.Number, fault.Code, fault.Detail);
    }

    private static (string Code, string Detail)? Fault(BriefPart part, List<Citation> citations, List<Report> cited) => part.Kind switch
    {
        BriefPartKind.Quoted when !cited.Any(report => IsQuoted(part.Text, report.Text)) =>
            ("BR03", $"“{part.Text}” is not a quotation in a cited report."),
        BriefPartKind.Reported when !cited.Any(report => report.Text.Contains(part.Text, StringComparison.Ordinal)) && !Pieces(part.Text).All(piece => cited.Any(report => report.Text.Contains(piece, StringComparison.Ordinal))) =>
            ("BR04", $"«{part.Text}» does not stand in a cited report."),
        BriefPartKind.Number when !StandsIn(part.Text, citations) =>
            ("BR05", $"The number {part.Text} does not stand in the cited words."),
        BriefPartKind.Words when StrangeDigits(part.Text, cited) is { } digits =>
            ("BR05", $"The number {digits} does not stand in a cited report."),
        BriefPartKind.Day when part.ReadFrom is { Length: > 0 } words && !cited.Any(report => IsDayOf(words, report)) =>
            ("BR06", $"The words '{words}', from which a day was read, do not stand in a cited report."),
        _ => null,
    };

    private static IEnumerable<string> Pieces(string text) => text.Split(" … ", StringSplitOptions.RemoveEmptyEntries).Select(piece => piece.Trim());

    private static bool IsQuoted(string words, string text)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
            if (HasMarkBefore(text, at))
                return true;
        return false;
    }

    // A quotation may run on over a sentence or have an unclosed end; but a mark opens it in its paragraph.
    private static bool HasMarkBefore(string text, int at)
    {
        for (var i = at - 1; i >= 0 && text[i] != '\n'; i--)
            if (text[i] is '"' or '“' or '”' or '„' or '«' or '»' or '‘' or '’' or '\'' or '`')
                return true;
        return false;
    }

    private static bool StandsIn(string number, List<Citation> citations)
    {
        var values = NumberReader.Read(string.Join(" . ", citations.Select(citation => citation.Evidence.Quote)));
        return NumberReader.Read(number).Count == 0
            ? citations.Any(citation => citation.Evidence.Quote.Contains(number, StringComparison.OrdinalIgnoreCase))
            : Digits(number).All(value => NumberReader.Holds(values, value));
    }

    // Of a composed number only what it states as a whole counts: "3 billion", not also 3.
    private static IEnumerable<double> Digits(string number) => number
        .Split([" and ", "between ", "about ", "at least ", "at most "], StringSplitOptions.RemoveEmptyEntries)
        .Select(piece => NumberReader.Read(piece))
        .Where(values => values.Count > 0)
        .Select(values => values.Max());

    private static string? StrangeDigits(string words, List<Report> cited)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (!char.IsAsciiDigit(words[at])) continue;
            var start = at;
            while (at < words.Length && char.IsAsciiDigit(words[at])) at++;
            var digits = words[start..at];
            if (!cited.Any(report => $"{report.Text}\n{report.Title}\n{report.Outlet}".Contains(digits, StringComparison.Ordinal))) return digits;
        }

        return null;
    }

    private static bool IsDayOf(string words, Report report) =>
        report.Text.Contains(words, StringComparison.Ordinal)
        || string.Equals(report.Published?.Text, words, StringComparison.Ordinal)
        || report.Title?.Contains(words, StringComparison.Ordinal) == true
        || report.Cut.Any(cut => cut.Text.Contains(words, StringComparison.Ordinal));
}
