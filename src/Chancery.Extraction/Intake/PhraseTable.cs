using System.Collections.Frozen;
using Chancery.Text.Lexicons;

namespace Chancery.Extraction.Intake;

/// <summary>
/// Lexicons looked up by whole strings: intake reads lines before there are tokens. Case counts only where the entry
/// says so. Safe to share.
/// </summary>
internal sealed class PhraseTable
{
    private readonly FrozenDictionary<string, LexiconEntry>.AlternateLookup<ReadOnlySpan<char>> _loose;
    private readonly FrozenDictionary<string, LexiconEntry>.AlternateLookup<ReadOnlySpan<char>> _exact;

    public PhraseTable(IEnumerable<Lexicon> lexicons)
    {
        Entries = [.. lexicons.SelectMany(lexicon => lexicon.Entries)];
        _loose = Index(StringComparer.OrdinalIgnoreCase, exact: false);
        _exact = Index(StringComparer.Ordinal, exact: true);
        LongestForm = Entries.Length == 0 ? 0 : Entries.Max(entry => entry.Form.Length);
    }

    public LexiconEntry[] Entries { get; }

    /// <summary>Characters of the longest form.</summary>
    public int LongestForm { get; }

    public LexiconEntry? Find(ReadOnlySpan<char> form)
    {
        if (_exact.TryGetValue(form, out var exact)) return exact;
        return _loose.TryGetValue(form, out var loose) ? loose : null;
    }

    public bool Contains(ReadOnlySpan<char> form) => Find(form) is not null;

    /// <summary>True if the form stands in the table with this first field.</summary>
    public bool Has(ReadOnlySpan<char> form, string field) => Find(form)?.Field(0) == field;

    private FrozenDictionary<string, LexiconEntry>.AlternateLookup<ReadOnlySpan<char>> Index(StringComparer comparer, bool exact) =>
        Entries.Where(entry => entry.ExactCase == exact)
            .DistinctBy(entry => entry.Form, comparer)
            .ToFrozenDictionary(entry => entry.Form, comparer)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
