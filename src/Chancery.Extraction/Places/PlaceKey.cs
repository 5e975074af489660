using System.Buffers;
using System.Runtime.CompilerServices;

namespace Chancery.Extraction.Places;

/// <summary>
/// The 64-bit key under which a place's name is looked up: FNV-1a over its letters without case, accents, apostrophes and full
/// stops; hyphens count as spaces, a leading "the" not at all, and "St", "Mt" and "Ft" as the words they are short for.
/// </summary>
internal static class PlaceKey
{
    private const ulong Offset = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;
    private const int LongestOnStack = 256;

    // The plain letter under each Latin letter; a space where there is none.
    private const char FirstLatin = '\u00C0', EndLatin = '\u0250', FirstAdditional = '\u1E00', EndAdditional = '\u1F00';
    private const string Latin =
        "aaaaaaeceeeeiiiidnooooo ouuuuytsaaaaaaeceeeeiiiidnooooo ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggg" +
        "hhhhiiiiiiiiii  jjkk llllll  llnnnnnn nnooooooeerrrrrrsssssssstttt  uuuuuuuuuuuuwwyyyzzzzzz         " +
        "                        oo             uu                            aaiioouuuuuuuuuu aaaa    ggkkoo" +
        "oo  j   gg  nnaa    aaaaeeeeiiiioooorrrruuuusstt  hh      aaeeooooooooyy                            ";
    private const string Additional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss" +
        "ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy      aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee" +
        "iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy      ";

    /// <summary>The key of a name.</summary>
    public static ulong Of(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestOnStack) return OfLong(name);
        Span<char> folded = stackalloc char[LongestOnStack];
        return Hash(folded[..Fold(name, folded)]);
    }

    /// <summary>The key of a name that counts only as it is written; another one than <see cref="Of"/> gives.</summary>
    public static ulong Exact(ReadOnlySpan<char> name)
    {
        var hash = Offset;
        foreach (var letter in name) hash = unchecked((hash ^ letter) * Prime);
        return unchecked((hash ^ '=') * Prime);
    }

    /// <summary>The name as its key sees it; for tests and for comparing.</summary>
    public static string Folded(ReadOnlySpan<char> name)
    {
        var folded = new char[name.Length];
        return new string(folded, 0, Fold(name, folded));
    }

    private static ulong OfLong(ReadOnlySpan<char> name)
    {
        var folded = ArrayPool<char>.Shared.Rent(name.Length);
        var key = Hash(folded.AsSpan(0, Fold(name, folded)));
        ArrayPool<char>.Shared.Return(folded);
        return key;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Hash(ReadOnlySpan<char> folded)
    {
        var hash = Offset;
        if (folded.StartsWith("the ")) folded = folded[4..];
        while (folded.Length > 0)
        {
            var end = folded.IndexOf(' ');
            var word = end < 0 ? folded : folded[..end];
            folded = end < 0 ? [] : folded[(end + 1)..];
            foreach (var letter in word.Length is 2 or 3 ? Whole(word) : word) hash = unchecked((hash ^ letter) * Prime);
            hash = unchecked((hash ^ ' ') * Prime);
        }

        return hash;
    }

    private static ReadOnlySpan<char> Whole(ReadOnlySpan<char> word) => word switch
    {
        "st" or "ste" => "saint",
        "mt" => "mount",
        "ft" => "fort",
        _ => word,
    };

    // Four hundred thousand names pass here when the gazetteer is opened, before the runtime has seen which code is hot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Fold(ReadOnlySpan<char> name, Span<char> folded)
    {
        var (length, parted) = (0, false);
        foreach (var character in name)
        {
            var letter = Plain(character);
            if (letter == '\0') continue;
            if (letter == ' ')
            {
                parted = length > 0;
                continue;
            }

            // A space is written only before a letter, so the folded name is never longer than the name.
            if (parted) folded[length++] = ' ';
            parted = false;
            folded[length++] = letter;
        }

        return length;
    }

    private static char Plain(char character) => character switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => character,
        >= 'A' and <= 'Z' => (char)(character | 0x20),
        '\'' or '\u2019' or '\u2018' or '\u02BC' or '\u02BB' or '`' or '.' => '\0',
        < '\u0080' => ' ',
        >= FirstLatin and < EndLatin => Latin[character - FirstLatin],
        >= FirstAdditional and < EndAdditional => Additional[character - FirstAdditional],
        >= '\u0300' and < '\u0370' => '\0',
        _ => char.IsLetterOrDigit(character) ? char.ToLowerInvariant(character) : ' ',
    };
}
