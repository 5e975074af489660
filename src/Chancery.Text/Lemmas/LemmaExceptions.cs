using Chancery.Text.Lexicons;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Text.Lemmas;

/// <summary>
/// The irregular forms of a lexicon, whose second column gives readings by Penn tag: <c>VBD,VBN:leave</c>, several parted by spaces. <c>VBZ&gt;been:have</c> goes
/// before its like without a word if that is the next one; <c>_:because</c> is for every tag but those of names. They go before what was learnt.
/// </summary>
internal sealed class LemmaExceptions
{
    private static readonly PennTag Any = PennTag.Of("_");

    private readonly Dictionary<(ulong Key, byte Penn, ulong Next), LemmaRule> _rules = [];
    private readonly HashSet<ulong> _withNext = [];

    public LemmaExceptions(Lexicon lexicon)
    {
        foreach (var entry in lexicon.Entries)
            foreach (var reading in entry.Field(0).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Add(lexicon.Name, entry, reading.Split(':'));
    }

    /// <summary>True if what follows this form may change its lemma.</summary>
    public bool DependsOnNext(ulong form) => _withNext.Contains(form);

    /// <summary>The rule of a form that has a reading for its tag, or for every tag.</summary>
    /// <param name="form">The form.</param>
    /// <param name="next">The key of the word that follows, 0 for none.</param>
    /// <param name="rule">Its rule.</param>
    public bool TryFind(in TaggedForm form, ulong next, out LemmaRule rule) =>
        (next != 0 && _rules.TryGetValue((form.Key, form.Penn.Number, next), out rule)) || TryFind(form, form.Penn, out rule)
        || (!form.IsNamed && form.Shape != FormShape.Acronym && TryFind(form, Any, out rule));

    /// <summary>The rule of a form as if it had another tag.</summary>
    public bool TryFind(in TaggedForm form, PennTag penn, out LemmaRule rule) => _rules.TryGetValue((form.Key, penn.Number, 0), out rule);

    private void Add(string lexicon, LexiconEntry entry, string[] reading)
    {
        if (reading.Length != 2 || reading[1].Length == 0) throw new FormatException($"{lexicon}:{entry.Line}: a reading is TAG,TAG:lemma.");
        var (tags, next) = reading[0].Split('>') is [var before, var word] ? (before, TokenKey.Of(word)) : (reading[0], 0UL);
        if (next != 0) _withNext.Add(TokenKey.Of(entry.Form));
        foreach (var tag in tags.Split(','))
        {
            var penn = PennTag.Of(tag);
            if (penn.Number == 0 && tag != Any.ToString()) throw new FormatException($"{lexicon}:{entry.Line}: there is no tag '{tag}'.");
            _rules[(TokenKey.Of(entry.Form), penn.Number, next)] = LemmaRule.Between(entry.Form, reading[1], LemmaSpelling.Lower);
        }
    }
}
