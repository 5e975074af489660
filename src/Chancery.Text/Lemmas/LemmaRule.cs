using Chancery.Text.Tokens;

namespace Chancery.Text.Lemmas;

/// <summary>How what stays of a token is written in its lemma.</summary>
public enum LemmaSpelling : byte
{
    /// <summary>As in the token.</summary>
    AsWritten,

    /// <summary>In lower case (invariant).</summary>
    Lower,

    /// <summary>The first letter in upper case, the others in lower case: "KABUL", "Kabul".</summary>
    Title,

    /// <summary>As in the token, without commas: "4,500", "4500".</summary>
    WithoutCommas,

    /// <summary>In lower case, with two of a letter that stands three times or more: "goood", "good".</summary>
    RunsToTwo,

    /// <summary>In lower case, with one of a letter that stands three times or more: "sooo", "so".</summary>
    RunsToOne,
}

/// <summary>
/// How a lemma is made from its token: cut some characters off the end, write the rest in some way, add an ending. A value that many
/// tokens share: nothing is allocated for a token.
/// </summary>
/// <param name="Cut">Characters cut off the end; all of them if the token is shorter.</param>
/// <param name="Add">What is put in their place.</param>
/// <param name="Spelling">How what stays of the token is written.</param>
public readonly record struct LemmaRule(byte Cut, string Add, LemmaSpelling Spelling) : IComparable<LemmaRule>
{
    private const ulong FnvOffset = 14695981039346656037UL;
    private const ulong FnvPrime = 1099511628211UL;

    /// <summary>The rule that makes a lemma from a form in some spelling and cuts as little as possible.</summary>
    /// <exception cref="ArgumentException">More than 255 characters would have to be cut.</exception>
    public static LemmaRule Between(ReadOnlySpan<char> form, ReadOnlySpan<char> lemma, LemmaSpelling spelling)
    {
        Span<char> spelled = new char[form.Length];
        spelled = spelled[..Spell(form, spelled, spelling)];
        var kept = spelled.CommonPrefixLength(lemma);
        if (spelled.Length - kept > byte.MaxValue) throw new ArgumentException("The lemma shares too little with the form.", nameof(lemma));
        return new LemmaRule((byte)(spelled.Length - kept), lemma[kept..].ToString(), spelling);
    }

    /// <summary>The rule that makes a lemma from a form and cuts as little as possible; among equals the first in the order of <see cref="LemmaSpelling"/>.</summary>
    /// <exception cref="ArgumentException">More than 255 characters would have to be cut.</exception>
    public static LemmaRule Between(ReadOnlySpan<char> form, ReadOnlySpan<char> lemma)
    {
        var best = Between(form, lemma, LemmaSpelling.AsWritten);
        for (var spelling = LemmaSpelling.Lower; spelling <= LemmaSpelling.WithoutCommas; spelling++)
            if (Between(form, lemma, spelling) is var rule && rule.Cut + rule.Add.Length < best.Cut + best.Add.Length)
                best = rule;
        return best;
    }

    /// <summary>The lemma of a form.</summary>
    public string Of(ReadOnlySpan<char> form)
    {
        Span<char> stem = form.Length <= 256 ? stackalloc char[form.Length] : new char[form.Length];
        var length = Spell(form, stem, Spelling);
        return string.Concat(stem[..Math.Max(0, length - Cut)], Add);
    }

    /// <summary>The key of the lemma of a form, see <see cref="TokenKey"/>. Makes no string.</summary>
    public ulong KeyOf(ReadOnlySpan<char> form)
    {
        var hash = FnvOffset;
        var kept = form[..Math.Max(0, form.Length - Cut)];
        for (var i = 0; i < kept.Length; i++)
            if (!IsLeftOut(kept, i, Spelling))
                hash = unchecked((hash ^ TokenKey.Fold(kept[i])) * FnvPrime);
        foreach (var character in Add) hash = unchecked((hash ^ TokenKey.Fold(character)) * FnvPrime);
        return hash;
    }

    /// <inheritdoc/>
    public int CompareTo(LemmaRule other)
    {
        if (Cut != other.Cut) return Cut.CompareTo(other.Cut);
        return string.CompareOrdinal(Add, other.Add) is var order and not 0 ? order : Spelling.CompareTo(other.Spelling);
    }

    private static int Spell(ReadOnlySpan<char> form, Span<char> into, LemmaSpelling spelling)
    {
        var length = 0;
        for (var i = 0; i < form.Length; i++)
        {
            if (IsLeftOut(form, i, spelling)) continue;
            var character = form[i];
            into[length] = spelling switch
            {
                LemmaSpelling.Lower or LemmaSpelling.RunsToTwo or LemmaSpelling.RunsToOne => char.ToLowerInvariant(character),
                LemmaSpelling.Title => length == 0 ? char.ToUpperInvariant(character) : char.ToLowerInvariant(character),
                _ => character,
            };
            length++;
        }

        return length;
    }

    private static bool IsLeftOut(ReadOnlySpan<char> form, int at, LemmaSpelling spelling) => spelling switch
    {
        LemmaSpelling.WithoutCommas => form[at] == ',',
        LemmaSpelling.RunsToTwo => DrawnOut.IsSurplus(form, at, kept: 2),
        LemmaSpelling.RunsToOne => DrawnOut.IsSurplus(form, at, kept: 1),
        _ => false,
    };

    /// <summary>True if <paramref name="left"/> comes before <paramref name="right"/>.</summary>
    public static bool operator <(LemmaRule left, LemmaRule right) => left.CompareTo(right) < 0;

    /// <summary>True if <paramref name="left"/> comes before or equals <paramref name="right"/>.</summary>
    public static bool operator <=(LemmaRule left, LemmaRule right) => left.CompareTo(right) <= 0;

    /// <summary>True if <paramref name="left"/> comes after <paramref name="right"/>.</summary>
    public static bool operator >(LemmaRule left, LemmaRule right) => left.CompareTo(right) > 0;

    /// <summary>True if <paramref name="left"/> comes after or equals <paramref name="right"/>.</summary>
    public static bool operator >=(LemmaRule left, LemmaRule right) => left.CompareTo(right) >= 0;
}
