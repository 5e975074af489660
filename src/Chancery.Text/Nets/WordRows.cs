using Chancery.Text.Tokens;

namespace Chancery.Text.Nets;

/// <summary>
/// What a net sees of a word: rows of one table, found by hash, for the word, its beginnings and endings, its groups of three letters
/// and the way it is written. No word is stored. After Bojanowski and others 2017 (subwords) and Miranda and others 2022 (hashed rows).
/// </summary>
internal static class WordRows
{
    /// <summary>The most rows a word has.</summary>
    public const int Most = 40;

    /// <summary>The first rows stand for the whole word, lower-cased and as written; for a word in small letters the second says only that.</summary>
    public const int Whole = 2;

    private const int LongestWord = 32;
    private const int Affix = 4;

    private const ulong LowerSalt = 1, ExactSalt = 2, ShapeSalt = 3, PrefixSalt = 4, SuffixSalt = 8, TrigramSalt = 12, GazetteerSalt = 13;

    /// <summary>Changes when the rows of a word change: a model is for one number only.</summary>
    public const int Version = 1;

    /// <summary>Writes the rows of a word.</summary>
    /// <param name="form">The word; of a long one the first and last characters count.</param>
    /// <param name="gazetteer">What is known of names.</param>
    /// <param name="bits">Base-2 logarithm of the table's rows.</param>
    /// <param name="rows">Room for <see cref="Most"/>.</param>
    /// <returns>How many were written; at least <see cref="Whole"/>.</returns>
    public static int Of(ReadOnlySpan<char> form, Gazetteer gazetteer, int bits, Span<int> rows)
    {
        Span<char> folded = stackalloc char[LongestWord + 2];
        var length = Fold(form, folded);
        var word = folded.Slice(1, length);
        var count = 0;
        Add(rows, ref count, LowerSalt, Hash(word), bits);
        Add(rows, ref count, ExactSalt, IsSmall(form) ? 0 : HashExact(form), bits);
        Add(rows, ref count, ShapeSalt, Shape(form), bits);
        if (gazetteer[form] is var kinds and > 0) Add(rows, ref count, GazetteerSalt, kinds, bits);
        for (var size = 1; size <= Math.Min(Affix, length); size++)
        {
            Add(rows, ref count, PrefixSalt + (ulong)size - 1, Hash(word[..size]), bits);
            Add(rows, ref count, SuffixSalt + (ulong)size - 1, Hash(word[^size..]), bits);
        }

        var edged = folded[..(length + 2)];
        for (var at = 0; at + 3 <= edged.Length && count < Most; at++) Add(rows, ref count, TrigramSalt, Hash(edged.Slice(at, 3)), bits);
        return count;
    }

    private static int Fold(ReadOnlySpan<char> form, Span<char> folded)
    {
        var length = Math.Min(form.Length, LongestWord);
        var head = form.Length <= LongestWord ? length : LongestWord / 2;
        folded[0] = '<';
        for (var i = 0; i < length; i++)
        {
            var character = TokenKey.Fold(form[i < head ? i : form.Length - length + i]);
            folded[i + 1] = char.IsAsciiDigit(character) ? '0' : character;
        }

        folded[length + 1] = '>';
        return length;
    }

    private static void Add(Span<int> rows, ref int count, ulong salt, ulong hash, int bits) =>
        rows[count++] = (int)(Chance.Mix(hash ^ unchecked(salt * 0x9E3779B97F4A7C15UL)) >> (64 - bits));

    private static ulong Hash(ReadOnlySpan<char> characters)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in characters) hash = unchecked((hash ^ character) * 1099511628211UL);
        return hash;
    }

    private static bool IsSmall(ReadOnlySpan<char> form)
    {
        foreach (var character in form)
            if (char.IsUpper(character)) return false;
        return true;
    }

    private static ulong HashExact(ReadOnlySpan<char> form) => Hash(form.Length <= 2 * LongestWord ? form : form[..(2 * LongestWord)]);

    /// <summary>Capitals, small letters, digits and signs, runs of more than two cut to two.</summary>
    private static ulong Shape(ReadOnlySpan<char> form)
    {
        var (hash, last, run) = (14695981039346656037UL, '\0', 0);
        foreach (var character in form.Length <= LongestWord ? form : form[..LongestWord])
        {
            var kind = char.IsUpper(character) ? 'X' : char.IsLetter(character) ? 'x' : char.IsDigit(character) ? '0' : character;
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 2) hash = unchecked((hash ^ kind) * 1099511628211UL);
        }

        return hash;
    }
}
