namespace Chancery.Text.Tokens;

/// <summary>Where a word written together is two: "don't" is "do" and "n't", "Ghani's" is "Ghani" and "'s".</summary>
internal static class Contractions
{
    private static readonly ulong[] Clitics =
        [.. new[] { "'s", "'re", "'ve", "'ll", "'d", "'m", "'" }.Select(clitic => TokenKey.Of(clitic))];

    private static readonly ulong NotKey = TokenKey.Of("n't");
    private static readonly ulong CannotKey = TokenKey.Of("cannot");

    /// <summary>How many characters stand before the cut; 0 if the word is one token.</summary>
    public static int Cut(ReadOnlySpan<char> word)
    {
        if (word.Length > 3 && TokenKey.Of(word[^3..]) == NotKey) return word.Length - 3;
        if (word.Length == 6 && TokenKey.Of(word) == CannotKey) return 3;
        var apostrophe = word.LastIndexOfAny('\'', '\u2019');
        if (apostrophe <= 0 || word.Length - apostrophe > 3) return 0;
        return Array.IndexOf(Clitics, TokenKey.Of(word[apostrophe..])) >= 0 ? apostrophe : 0;
    }
}
