namespace Chancery.Extraction.Intake.Html;

/// <summary>
/// Chooses the headline among what the page gives: a heading that the metadata and the address confirm comes first. The site's name,
/// which hangs on most titles and is the largest heading of many blogs, is none.
/// </summary>
internal sealed class TitleRules
{
    private const int Shortest = 8;
    private const double Enough = 1.6;
    private static readonly string[] Separators = [" | ", " – ", " — ", " - ", " :: ", " » ", " · ", " • ", " « ", " ‹ ", " › ", " ~ ", " // "];
    private readonly PageFacts _facts;
    private readonly List<string> _witnesses;
    private readonly HashSet<string> _sites;
    private readonly HashSet<string> _slug;

    private TitleRules(PageFacts facts, string? address)
    {
        _facts = facts;
        _sites = [.. new[] { facts.SiteName, facts.Publisher, NameOf(address ?? facts.Address) }.OfType<string>().Select(Fold).Where(name => name.Length > 2)];
        var titles = new[] { facts.Headline, facts.OpenGraphTitle, facts.MetaTitle, facts.DocumentTitle }.OfType<string>().ToList();
        _witnesses = [.. titles.Select(WithoutSite).Concat(titles).Select(Fold).Where(title => title.Length > 0 && !_sites.Contains(title)).Distinct()];
        _slug = SlugOf(address ?? facts.Address);
    }

    /// <summary>The headline, or <see langword="null"/>.</summary>
    /// <param name="facts">What the page says of itself.</param>
    /// <param name="address">Where it stood, if that is known.</param>
    public static string? Of(PageFacts facts, string? address = null)
    {
        var rules = new TitleRules(facts, address);
        return rules.Heading() ?? rules.Witness();
    }

    /// <summary>True if both are the same headline, whatever the site's name hangs on one of them.</summary>
    public static bool Matches(string text, string? title) =>
        title is not null && Fold(text) is { Length: > 0 } folded && (folded == Fold(title) || (folded.Length > 20 && Fold(title).Contains(folded, StringComparison.Ordinal)));

    private string? Heading()
    {
        (string Text, double Score) best = ("", 0);
        var firsts = _facts.Headings.Count(heading => heading.Level == 1);
        foreach (var heading in _facts.Headings)
        {
            var text = Trimmed(heading);
            var score = Score(text) + (heading.Level == 1 ? firsts == 1 ? 1.3 : 1 : heading.Level == 2 ? 0.2 : 0);
            if (score > best.Score) best = (text, score);
        }

        return best.Score >= Enough ? best.Text : _facts.Headline is null && _facts.Headings.Find(heading => heading.Level == 1) is { Text.Length: >= Shortest } only && firsts == 1 && !IsSite(only.Text) ? only.Core : null;
    }

    /// <summary>A heading without the kicker before it, where a title that is told elsewhere is all of its end.</summary>
    private string Trimmed(PageHeading heading)
    {
        var folded = Fold(heading.Core);
        if (_witnesses.Contains(folded)) return heading.Core;
        var tail = _witnesses.Find(witness => witness.Length >= Shortest * 2 && witness.Length < folded.Length && folded.EndsWith(witness, StringComparison.Ordinal));
        if (tail is null) return heading.Core;
        var at = heading.Core.Length;
        for (var left = tail.Length; left > 0 && at > 0; at--)
            if (char.IsLetterOrDigit(heading.Core[at - 1])) left--;
        while (at > 0 && !char.IsWhiteSpace(heading.Core[at - 1]) && heading.Core[at - 1] is not ':') at--;
        return heading.Core[at..].Trim();
    }

    /// <summary>How well the witnesses know the heading: the same, a part of it, or more than it.</summary>
    private double Score(string text)
    {
        var folded = Fold(text);
        if (folded.Length == 0 || IsSite(text)) return -5;
        var score = 0.0;
        foreach (var witness in _witnesses)
        {
            if (witness == folded) score = Math.Max(score, 3) + 0.5;
            else if (folded.Length >= Shortest && witness.Contains(folded, StringComparison.Ordinal)) score = Math.Max(score, 1.5 * folded.Length / witness.Length + 1);
            else if (witness.Length >= Shortest && folded.Contains(witness, StringComparison.Ordinal)) score = Math.Max(score, 1.2 * witness.Length / folded.Length + 1);
        }

        return score + 1.5 * SlugShare(text);
    }

    private bool IsSite(string text) => _sites.Contains(Fold(text));

    private string? Witness()
    {
        foreach (var title in new[] { _facts.Headline, _facts.OpenGraphTitle, _facts.MetaTitle, _facts.DocumentTitle }.OfType<string>())
            if (WithoutSite(title) is { Length: > 0 } own && !IsSite(own)) return own;
        return null;
    }

    /// <summary>The title without the name of the site before or behind it; a short tail after a long title is taken for one.</summary>
    private string WithoutSite(string title)
    {
        foreach (var separator in Separators)
        {
            var (first, last) = (title.IndexOf(separator, StringComparison.Ordinal), title.LastIndexOf(separator, StringComparison.Ordinal));
            if (first <= 0) continue;
            var (head, tail) = (title[..first], title[(last + separator.Length)..]);
            if (NamesSite(tail) || (TextShape.Words(tail) <= 4 && TextShape.Words(title.AsSpan(0, last)) >= 4 && (_facts.SiteName is null || separator.AsSpan().IndexOfAny("-–—") < 0))) return WithoutSite(title[..last].Trim());
            if (NamesSite(head)) return title[(first + separator.Length)..].Trim();
        }

        return title.Trim();
    }

    private bool NamesSite(string part) => Fold(part) is { Length: > 2 } folded && _sites.Any(site => folded == site || (site.Length > 4 && folded.Contains(site, StringComparison.Ordinal)) || (folded.Length > 4 && site.Contains(folded, StringComparison.Ordinal)));

    private double SlugShare(string text)
    {
        if (_slug.Count < 2) return 0;
        var words = Words(text);
        return (double)_slug.Count(words.Contains) / _slug.Count;
    }

    private static HashSet<string> SlugOf(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return [];
        var part = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).MaxBy(segment => segment.Count(letter => letter is '-' or '_')) ?? "";
        return [.. Words(part.Split('.')[0]).Where(word => word.Length > 2 && !word.All(char.IsAsciiDigit))];
    }

    private static HashSet<string> Words(string text)
    {
        var letters = text.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal).ToCharArray();
        for (var i = 0; i < letters.Length; i++)
            if (!char.IsLetterOrDigit(letters[i])) letters[i] = ' ';
        return [.. new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>The name in a host: the label before its public ending.</summary>
    private static string? NameOf(string? address) =>
        Hosts.Of(address)?.Split('.') is { Length: > 1 } labels ? labels[^2].Length > 3 || labels.Length == 2 ? labels[^2] : labels[^3] : null;

    private static string Fold(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
