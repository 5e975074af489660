using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Chancery.Text.Tags;

namespace Chancery.Text.Lemmas;

/// <summary>
/// Which rule makes a token's lemma: for forms that were seen with these tags their own, for others that of the longest ending seen, corrected by the regular inflections
/// of English where these lead to a known lemma; Roman numbers stay as they are. One table of hashed keys; no word stands in it. Immutable; safe to share.
/// </summary>
public sealed class LemmaModel
{
    private const uint Magic = 0x324D4C4C; // "LLM2"
    private const int HeaderLength = 12;
    private const ushort KnownMark = ushort.MaxValue;

    private readonly LemmaRule[] _rules;
    private readonly uint[] _checks;
    private readonly ushort[] _values;
    private readonly int _bits;

    private LemmaModel(LemmaRule[] rules, uint[] checks, ushort[] values, int bits)
    {
        (_rules, _checks, _values, _bits) = (rules, checks, values, bits);
        Hash = Convert.ToHexStringLower(SHA256.HashData(ToBytes()));
    }

    /// <summary>SHA-256 of the model's bytes, lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>A model of these rules by key, and of known lemmas by theirs.</summary>
    internal static LemmaModel Of(IReadOnlyDictionary<ulong, LemmaRule> entries, IReadOnlyCollection<ulong> known)
    {
        var rules = entries.Values.Distinct().Order().ToArray();
        if (rules.Length >= KnownMark) throw new ArgumentException("Too many different rules.", nameof(entries));
        var bits = 4;
        while (1L << bits < (entries.Count + known.Count) * 4L / 3) bits++;
        var model = (Checks: new uint[1 << bits], Values: new ushort[1 << bits]);
        foreach (var (key, rule) in entries.OrderBy(entry => entry.Key)) Insert(model, bits, key, (ushort)(Array.BinarySearch(rules, rule) + 1));
        foreach (var key in known.Order()) Insert(model, bits, key, KnownMark);
        return new LemmaModel(rules, model.Checks, model.Values, bits);
    }

    /// <summary>
    /// Reads a model, all little-endian: magic, number of rules, base-2 logarithm of the table's length; the rules (characters cut, spelling, length of the ending in UTF-8,
    /// ending); checks of 32 bits; values of 16 bits, 0 for an empty place.
    /// </summary>
    /// <exception cref="FormatException">The bytes are no such model.</exception>
    public static LemmaModel Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) throw new FormatException("Not a model of lemmas.");
        var (count, bits) = (BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]));
        if (count is < 0 or >= KnownMark || bits is < 1 or > 24) throw new FormatException("A model of lemmas with a wrong head.");
        var rest = bytes[HeaderLength..];
        var rules = new LemmaRule[count];
        for (var i = 0; i < count; i++) rules[i] = ReadRule(ref rest);
        if (rest.Length != 6 << bits) throw new FormatException("A model of lemmas of the wrong length.");
        var (checks, values) = (new uint[1 << bits], new ushort[1 << bits]);
        for (var i = 0; i < checks.Length; i++) checks[i] = BinaryPrimitives.ReadUInt32LittleEndian(rest[(4 * i)..]);
        for (var i = 0; i < values.Length; i++) values[i] = BinaryPrimitives.ReadUInt16LittleEndian(rest[((4 << bits) + 2 * i)..]);
        if (values.Any(value => value > count && value != KnownMark) || !values.Contains((ushort)0)) throw new FormatException("A model of lemmas that names a rule it does not have.");
        return new LemmaModel(rules, checks, values, bits);
    }

    /// <summary>The bytes that <see cref="Read"/> reads.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write(_rules.Length);
        writer.Write(_bits);
        foreach (var rule in _rules)
        {
            var add = Encoding.UTF8.GetBytes(rule.Add);
            writer.Write(rule.Cut);
            writer.Write((byte)rule.Spelling);
            writer.Write(checked((byte)add.Length));
            writer.Write(add);
        }

        foreach (var check in _checks) writer.Write(check);
        foreach (var value in _values) writer.Write(value);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The rule for a token; there always is one. Allocates nothing.</summary>
    internal LemmaRule RuleOf(in TaggedForm form)
    {
        if (form.Shape == FormShape.Numeral) return new LemmaRule(0, "", LemmaSpelling.AsWritten);
        if (Find(LemmaKeys.Whole(form)) is var whole and > 0 and < KnownMark) return _rules[whole - 1];
        var rule = RuleByEnding(form);
        if (form.IsNamed) return rule;
        if (TryRegular(form, out var regular)) return regular with { Spelling = rule.Spelling };
        return TryDrawnOut(form, out var drawn) ? drawn : rule;
    }

    /// <summary>True if the form itself is known as a lemma of its part of speech.</summary>
    internal bool Knows(in TaggedForm form) => IsKnown(form.Key, form.Upos);

    /// <summary>
    /// The regular inflection that leads to a lemma known as this part of speech, else to one known as another (English makes verbs of nouns); for what should be a
    /// base form and is not known as one, the inflection that its tag may have missed.
    /// </summary>
    private bool TryRegular(in TaggedForm form, out LemmaRule regular)
    {
        foreach (var upos in (ReadOnlySpan<Upos>)[form.Upos, Upos.NOUN, Upos.VERB, Upos.ADJ])
            if (TryKnown(RegularEndings.Of(form), form, upos, out regular))
                return true;
        return TryKnown(RegularEndings.OfBase(form), form, form.Upos, out regular) && !Knows(form);
    }

    /// <summary>For what is drawn out ("sooo") the word itself, known as any part of speech: taggers take such for exclamations.</summary>
    private bool TryDrawnOut(in TaggedForm form, out LemmaRule drawn)
    {
        for (var upos = Upos.X; upos <= Upos.VERB && DrawnOut.Is(form.Form); upos++)
            if (TryKnown(DrawnOut.Rules, form, upos, out drawn))
                return true;
        drawn = default;
        return false;
    }

    private bool TryKnown(ReadOnlySpan<LemmaRule> rules, in TaggedForm form, Upos upos, out LemmaRule known)
    {
        foreach (var rule in rules)
            if (IsKnown(rule.KeyOf(form.Form), upos))
            {
                known = rule;
                return true;
            }

        known = default;
        return false;
    }

    private LemmaRule RuleByEnding(in TaggedForm form)
    {
        if (form.Has("CD") && form.Form.Contains(',')) return new LemmaRule(0, "", LemmaSpelling.WithoutCommas);
        Span<ulong> keys = stackalloc ulong[LemmaKeys.LongestEnding + 1];
        for (var length = LemmaKeys.Endings(form, keys) - 1; length >= 0; length--)
            if (Find(keys[length]) is var value and > 0 and < KnownMark)
                return _rules[value - 1];
        var keeps = form.IsNamed || form.Upos is Upos.PROPN or Upos.X or Upos.SYM;
        return new LemmaRule(0, "", keeps ? LemmaSpelling.AsWritten : LemmaSpelling.Lower);
    }

    private bool IsKnown(ulong lemma, Upos upos) => Find(LemmaKeys.Known(lemma, upos)) == KnownMark;

    private ushort Find(ulong key)
    {
        var mask = _values.Length - 1;
        for (var i = (int)(key >> (64 - _bits)); _values[i] != 0; i = (i + 1) & mask)
            if (_checks[i] == (uint)(key & uint.MaxValue))
                return _values[i];
        return 0;
    }

    private static void Insert((uint[] Checks, ushort[] Values) table, int bits, ulong key, ushort value)
    {
        var i = (int)(key >> (64 - bits));
        while (table.Values[i] != 0) i = (i + 1) & (table.Values.Length - 1);
        (table.Checks[i], table.Values[i]) = ((uint)(key & uint.MaxValue), value);
    }

    private static LemmaRule ReadRule(ref ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 3 || rest.Length < 3 + rest[2] || rest[1] > (byte)LemmaSpelling.WithoutCommas) throw new FormatException("A model of lemmas whose rules break off.");
        var rule = new LemmaRule(rest[0], Encoding.UTF8.GetString(rest.Slice(3, rest[2])), (LemmaSpelling)rest[1]);
        rest = rest[(3 + rest[2])..];
        return rule;
    }
}
