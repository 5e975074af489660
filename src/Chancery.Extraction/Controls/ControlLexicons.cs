using Chancery.Text.Lexicons;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Controls;

/// <summary>The words by which a report says who holds a place.</summary>
internal sealed class ControlLexicons
{
    private readonly Dictionary<ulong, LexiconEntry> _words;
    private readonly HashSet<ulong> _nouns;
    private readonly HashSet<ulong> _places;

    public ControlLexicons(Resources resources)
    {
        var (words, nouns, places) = (resources.Lexicon("control-words"), resources.Lexicon("control-nouns"), resources.Lexicon("place-nouns"));
        _words = words.Entries.ToDictionary(entry => TokenKey.Of(entry.Form));
        _nouns = [.. nouns.Entries.Select(entry => TokenKey.Of(entry.Form))];
        _places = [.. places.Entries.Select(entry => TokenKey.Of(entry.Form))];
        Hash = words.Hash + nouns.Hash + places.Hash;
    }

    /// <summary>A hash over all of them.</summary>
    public string Hash { get; }

    public LexiconEntry? Word(ulong lemma) => _words.GetValueOrDefault(lemma);

    /// <summary>"control", "grip".</summary>
    public bool IsControl(ulong lemma) => _nouns.Contains(lemma);

    /// <summary>"city", "province": the name beside it says which.</summary>
    public bool IsPlaceNoun(ulong lemma) => _places.Contains(lemma);
}
