namespace Chancery.Record.Briefs;

/// <summary>
/// What a sentence must know of its surroundings: names of countries, the report's text, who was introduced above it, and
/// whether its day stands in the heading already.
/// </summary>
/// <param name="Options">What is wanted of the brief.</param>
/// <param name="Text">The report's text, for the article of a name; <see langword="null"/> if it is not at hand.</param>
/// <param name="Introduced">Names told with country and role before; <see langword="null"/> if the sentence stands alone.</param>
/// <param name="UnderHeading">True if a heading above says the day.</param>
internal sealed record Telling(BriefOptions Options, string? Text = null, ISet<string>? Introduced = null, bool UnderHeading = false)
{
    private static readonly string[] Articles = ["the ", "a ", "an "];

    private static readonly HashSet<string> AlwaysThe = new(StringComparer.Ordinal)
    {
        "United States", "United Kingdom", "United Arab Emirates", "Netherlands", "Philippines", "Czech Republic", "Dominican Republic", "Central African Republic",
        "Democratic Republic of the Congo", "Marshall Islands", "Solomon Islands", "Maldives", "Comoros", "Seychelles", "Vatican", "United Nations", "European Union",
    };

    private static readonly HashSet<string> NoNouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "had", "has", "have", "is", "are", "was", "were", "said", "say", "says", "will", "would", "may", "could", "to", "of", "in", "on", "and", "for", "at", "by", "as", "that", "from", "with", "but", "claim", "told", "announced",
    };

    /// <summary>
    /// The name with the article that the report gives it ("the Taliban"), and, where it is told for the first time, with what
    /// is known of the party: <c>Zamir Kabulov (Russia, presidential envoy)</c>.
    /// </summary>
    public string Name(Party party)
    {
        var name = ArticleOf(party) + party.Name;
        return Introduced is null || Introduced.Add(party.Name) ? $"{name}{About(party)}" : name;
    }

    /// <summary>"the " or "a " where the report writes the name so, or the name always has it; empty otherwise. A state has none but "the": "an Afghanistan in ruins" says nothing of its name.</summary>
    private string ArticleOf(Party party) => ArticleOf(party.Name) is var article && article.StartsWith('a') && IsState(party) ? "" : ArticleOf(party.Name);

    private bool IsState(Party party) => party.Country is { } code && Phrases.Country(code, Options) == party.Name;

    private string ArticleOf(string name)
    {
        if (AlwaysThe.Contains(name)) return "the ";
        if (Text is null || name.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) return "";
        for (var at = Text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(name, at + 1, StringComparison.Ordinal))
            foreach (var article in Articles)
                if (Text.AsSpan(0, at).EndsWith(article, StringComparison.OrdinalIgnoreCase) && BeginsWord(at - article.Length) && EndsAt(Text, at + name.Length))
                    return article;
        return "";
    }

    private bool BeginsWord(int at) => at == 0 || !char.IsLetterOrDigit(Text![at - 1]);

    /// <summary>True if the name is not the beginning of a longer one ("the Russian") and stands before no noun of its own ("the Kabulov interview").</summary>
    private static bool EndsAt(string text, int end)
    {
        if (end >= text.Length || char.IsPunctuation(text[end])) return true;
        if (text[end] != ' ') return false;
        var next = text.AsSpan(end + 1);
        var length = 0;
        while (length < next.Length && char.IsLetter(next[length])) length++;
        return NoNouns.GetAlternateLookup<ReadOnlySpan<char>>().Contains(next[..length]);
    }

    private string About(Party party)
    {
        var country = party.Country is null ? null : Phrases.Country(party.Country, Options);
        if (country is not null && party.Name.Contains(country, StringComparison.OrdinalIgnoreCase)) country = null;
        var role = party.Role is { } held && !party.Name.Contains(held, StringComparison.OrdinalIgnoreCase) ? held : null;
        var about = string.Join(", ", new[] { country, role }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return about.Length == 0 ? "" : $" ({about})";
    }
}
