namespace Chancery.Extraction.Intake.Html;

/// <summary>Chooses the headline among what the page gives: a heading that the metadata confirm comes first.</summary>
internal static class TitleRules
{
    private static readonly string[] Separators = [" | ", " – ", " — ", " - ", " :: ", " » ", " · ", " • "];

    public static string? Of(PageFacts facts)
    {
        var witnesses = new[] { facts.OpenGraphTitle, facts.DocumentTitle, facts.Headline }.OfType<string>().Select(Fold).ToList();
        var confirmed = facts.Headings.Where(heading => Fold(heading).Length >= 8 && witnesses.Exists(witness => witness.Contains(Fold(heading), StringComparison.Ordinal))).MaxBy(heading => heading.Length);
        if (confirmed is not null) return confirmed;
        if (facts.Headline is { Length: >= 8 } headline) return headline;
        if (facts.Headings is [{ Length: >= 8 } only] && only != facts.SiteName) return only;
        var title = WithoutSite(facts.OpenGraphTitle ?? facts.DocumentTitle ?? "", facts.SiteName ?? facts.Publisher);
        return title.Length > 0 ? title : null;
    }

    /// <summary>True if both are the same headline, whatever the site's name hangs on one of them.</summary>
    public static bool Matches(string text, string? title) =>
        title is not null && Fold(text) is { Length: > 0 } folded && (folded == Fold(title) || (folded.Length > 20 && Fold(title).Contains(folded, StringComparison.Ordinal)));

    private static string WithoutSite(string title, string? site)
    {
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0) continue;
            var tail = title[(at + separator.Length)..];
            if ((site is not null && Fold(tail).Contains(Fold(site), StringComparison.Ordinal)) || (TextShape.Words(tail) <= 4 && TextShape.Words(title.AsSpan(0, at)) >= 4))
                return title[..at].Trim();
        }

        return title.Trim();
    }

    private static string Fold(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
