using System.Buffers;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Text.Lemmas;

/// <summary>A token as the lemmatizer sees it.</summary>
/// <param name="form">Its characters.</param>
/// <param name="key">Its key.</param>
/// <param name="upos">Its universal part of speech.</param>
/// <param name="penn">Its Penn tag.</param>
/// <param name="shape">How it is written.</param>
internal readonly ref struct TaggedForm(ReadOnlySpan<char> form, ulong key, Upos upos, PennTag penn, FormShape shape)
{
    public ReadOnlySpan<char> Form { get; } = form;

    public ulong Key { get; } = key;

    public Upos Upos { get; } = upos;

    public PennTag Penn { get; } = penn;

    public FormShape Shape { get; } = shape;

    /// <summary>True for the tags of names, which keep their capitals.</summary>
    public bool IsNamed => Penn.Is("NNP") || Penn.Is("NNPS") || Penn.Is("ADD");

    /// <summary>True if the treebank or a tagger says so.</summary>
    public bool Has(string penn) => Penn.Is(penn);
}

/// <summary>How a form is written, as far as it tells whether its lemma has a capital.</summary>
internal enum FormShape : byte
{
    Lower,
    Digits,
    AllCapitals,

    /// <summary>All capitals without a vowel: no word, and no name but by its letters.</summary>
    Acronym,

    /// <summary>All capitals that are signs of small Roman numbers.</summary>
    Numeral,

    CapitalFirst,
    Capital,
}

/// <summary>The keys of the lemma model's one table: whole forms, endings and known lemmas, told apart by their salt.</summary>
internal static class LemmaKeys
{
    /// <summary>The longest ending that has a rule of its own.</summary>
    public const int LongestEnding = 6;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("AEIOUY");
    private static readonly SearchValues<char> RomanDigits = SearchValues.Create("IVX");

    private const ulong FormSalt = 0x9E3779B97F4A7C15UL;
    private const ulong EndingSalt = 0xC2B2AE3D27D4EB4FUL;
    private const ulong KnownSalt = 0x165667B19E3779F9UL;
    private const ulong FnvOffset = 14695981039346656037UL;
    private const ulong FnvPrime = 1099511628211UL;

    public static ulong Whole(in TaggedForm form) => Mix(form.Key ^ FormSalt, (ulong)form.Upos << 8 | form.Penn.Number);

    public static ulong Known(ulong lemma, Upos upos) => Mix(lemma ^ KnownSalt, (ulong)upos);

    /// <summary>The keys of a form's endings, from none to the longest; gives how many there are.</summary>
    public static int Endings(in TaggedForm form, Span<ulong> keys)
    {
        var count = Math.Min(LongestEnding, form.Form.Length) + 1;
        var tags = (ulong)form.Shape << 16 | (ulong)form.Upos << 8 | form.Penn.Number;
        var hash = FnvOffset;
        for (var length = 0; length < count; length++)
        {
            if (length > 0) hash = unchecked((hash ^ TokenKey.Fold(form.Form[^length])) * FnvPrime);
            keys[length] = Mix(hash ^ EndingSalt, tags);
        }

        return count;
    }

    public static FormShape ShapeOf(ReadOnlySpan<char> form, TokenShape shape, bool isFirst)
    {
        if ((shape & TokenShape.Digit) != 0) return FormShape.Digits;
        if ((shape & TokenShape.AllCapitals) != 0) return OfCapitals(form);
        if ((shape & TokenShape.Capital) == 0) return FormShape.Lower;
        return isFirst ? FormShape.CapitalFirst : FormShape.Capital;
    }

    private static FormShape OfCapitals(ReadOnlySpan<char> form)
    {
        if (!form.ContainsAnyExcept(RomanDigits)) return FormShape.Numeral;
        return form.ContainsAny(Vowels) ? FormShape.AllCapitals : FormShape.Acronym;
    }

    /// <summary>The finishing steps of MurmurHash3 (Appleby 2011), so that all bits of a key depend on all.</summary>
    private static ulong Mix(ulong hash, ulong tags)
    {
        unchecked
        {
            hash ^= tags * FnvPrime;
            hash = (hash ^ hash >> 33) * 0xFF51AFD7ED558CCDUL;
            hash = (hash ^ hash >> 33) * 0xC4CEB9FE1A85EC53UL;
            return hash ^ hash >> 33;
        }
    }
}
