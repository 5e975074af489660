namespace Chancery.Text.Tokens;

/// <summary>
/// The 64-bit key under which a token is looked up in tables: FNV-1a over its characters, each lower-cased by the
/// invariant rules and with curly apostrophes made straight. Two forms with the same key are taken for the same word;
/// at 64 bits a clash among all English words is not to be expected.
/// </summary>
public static class TokenKey
{
    private const ulong Offset = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    /// <summary>The key of a form; the empty form has one too.</summary>
    public static ulong Of(ReadOnlySpan<char> form)
    {
        var hash = Offset;
        foreach (var character in form) hash = unchecked((hash ^ Fold(character)) * Prime);
        return hash;
    }

    /// <summary>The character as it counts in a key.</summary>
    public static char Fold(char character) => character switch
    {
        >= 'A' and <= 'Z' => (char)(character | 0x20),
        < '\u0080' => character,
        '\u2019' or '\u2018' or '\u02BC' => '\'',
        '\u2010' or '\u2011' => '-',
        _ => char.ToLowerInvariant(character),
    };
}
