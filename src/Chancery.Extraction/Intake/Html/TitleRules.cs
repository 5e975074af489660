namespace Chancery.Extraction.Intake.Html;

/// <summary>
/// Chooses the headline among what the page gives: a heading that the metadata and the address confirm comes first. The site's name,
/// which hangs on most titles and is the largest heading of many blogs, is none.
/// </summary>
internal sealed class TitleRules
{
    private const int Shortest = 8;
    private const double Enough = 1.6;
    private const int Hung = 20;
    private const int LongestKicker = 4;
    private const string Bar = " | ";
    private static readonly string[] Separators = [Bar, " – ", " — ", " - ", " :: ", " » ", " · ", " • ", " « ", " ‹ ", " › ", " ~ ", " // "];
    private readonly PageFacts _facts;
    private readonly List<string> _witnesses;
    private readonly HashSet<string> _parts;
    private readonly HashSet<string> _sites;
    private readonly HashSet<string> _slug;
    private readonly string? _home;

    private TitleRules(PageFacts facts, string? address)
    {
        _facts = facts;
        _home = facts.Headings.Find(heading => heading.IsHome).Text;
        _sites = [.. new[] { facts.SiteName == facts.DocumentTitle ? null : facts.SiteName, facts.Publisher, NameOf(address ?? facts.Address), _home }.OfType<string>().Select(Fold).Where(name => name.Length > 2)];
        _witnesses = [.. Titles.Select(WithoutSite).Concat(Titles).Select(Fold).Where(title => title.Length > 0 && !_sites.Contains(title)).Distinct()];
        _parts = [.. Titles.SelectMany(title => title.Split(Separators, StringSplitOptions.RemoveEmptyEntries)).Select(Fold)];
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

    /// <summary>True if both are the same headline, whatever the site's name or a kicker hangs on one of them.</summary>
    public static bool Matches(string text, string? title)
    {
        if (title is null || Fold(text) is not { Length: > 0 } folded) return false;
        var sought = Fold(title);
        if (folded == sought || (folded.Length > Hung && sought.Contains(folded, StringComparison.Ordinal))) return true;
        return sought.Length > Hung && sought.Length * 2 > folded.Length && (folded.EndsWith(sought, StringComparison.Ordinal) || folded.StartsWith(sought, StringComparison.Ordinal));
    }

    private string? Heading()
    {
        (string Text, double Score) best = ("", 0);
        var own = _facts.Headings.FindAll(heading => heading.Level == 1 && !IsSite(heading.Text));
        foreach (var heading in _facts.Headings)
        {
            var text = Trimmed(heading);
            if (heading.Level > 1 && own.Count == 1 && !IsWholeTitle(text, own[0])) continue;
            var score = Score(text) + (heading.Level == 1 ? own.Count == 1 ? 1.3 : 1 : heading.Level == 2 ? 0.2 : 0);
            if (score > best.Score) best = (text, score);
        }

        if (best.Score >= Enough) return Spelt(best.Text);
        return _facts.Headline is null && own is [{ Text.Length: >= Shortest } only] ? Spelt(Trimmed(only)) : null;
    }

    /// <summary>True if a lesser heading may be the headline although the page has one first heading: a title is just it, or it alone has the address's words.</summary>
    private bool IsWholeTitle(string text, PageHeading first) =>
        Fold(text) is var folded && (_witnesses.Contains(folded) || _parts.Contains(folded) || (SlugShare(text) == 1 && SlugShare(first.Text) < 0.5));

    /// <summary>A heading in capitals as a title spells it that says the same: the capitals are for the looks, and words run together under them.</summary>
    private string Spelt(string heading) =>
        heading.Any(char.IsLower) ? heading : Titles.Select(WithoutSite).FirstOrDefault(title => title.Any(char.IsLower) && Fold(title) == Fold(heading)) ?? heading;

    private IEnumerable<string> Titles => new[] { _facts.Headline, _facts.OpenGraphTitle, _facts.MetaTitle, _facts.DocumentTitle }.OfType<string>();

    /// <summary>A heading without the kicker before it, where a title that is told elsewhere is all of its end, and without the section or site behind it.</summary>
    private string Trimmed(PageHeading heading)
    {
        var core = WithoutTail(heading.Core);
        var folded = Fold(core);
        if (_witnesses.Contains(folded)) return core;
        var tail = _witnesses.Find(witness => witness.Length >= Shortest * 2 && witness.Length < folded.Length && folded.EndsWith(witness, StringComparison.Ordinal));
        if (tail is null) return core;
        var at = core.Length;
        for (var left = tail.Length; left > 0 && at > 0; at--)
            if (char.IsLetterOrDigit(core[at - 1])) left--;
        while (at > 0 && !char.IsWhiteSpace(core[at - 1]) && core[at - 1] is not ':') at--;
        var kicker = core.AsSpan(0, at).TrimEnd();
        return kicker.EndsWith(":") || TextShape.Words(kicker) <= LongestKicker ? core[at..].Trim() : core;
    }

    /// <summary>A heading without the site's name, and without what a bar sets off behind it: one word, or all that a title told elsewhere leaves out.</summary>
    private string WithoutTail(string heading)
    {
        foreach (var separator in Separators)
            for (var last = heading.LastIndexOf(separator, StringComparison.Ordinal); last > 0; last = heading.LastIndexOf(separator, StringComparison.Ordinal))
            {
                var (head, tail) = (heading[..last].Trim(), heading[(last + separator.Length)..]);
                if (!NamesSite(tail) && (separator != Bar || TextShape.Words(head) < 4 || (TextShape.Words(tail) > 1 && !IsTold(head)))) break;
                heading = head;
            }

        return heading;
    }

    private bool IsTold(string title) => Fold(title) is var folded && (Titles.Any(known => Fold(known) == folded) || _facts.Headings.Exists(heading => Fold(heading.Text) == folded));

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
        foreach (var title in Titles)
            if (WithoutSite(title) is { Length: > 0 } own && !IsSite(own)) return own;
        return null;
    }

    /// <summary>The title without the name of the site before or behind it; a short tail after a long title is taken for one.</summary>
    private string WithoutSite(string title)
    {
        if (_home is not null && title.IndexOf(_home, StringComparison.OrdinalIgnoreCase) is >= Shortest and var home && !char.IsLetterOrDigit(title[home - 1]) && title[..home].TrimEnd(' ', ':', '|', '-', '–', '—', '«', '»') is { Length: >= Shortest } before) return before;
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
