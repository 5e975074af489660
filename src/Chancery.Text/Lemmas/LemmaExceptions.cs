using Chancery.Text.Lexicons;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Text.Lemmas;

/// <summary>
/// The irregular forms of a lexicon, whose second column gives readings by Penn tag: <c>VBD,VBN:leave</c>, several parted by spaces. They go
/// before what was learnt.
/// </summary>
internal sealed class LemmaExceptions
{
    private readonly Dictionary<(ulong Key, byte Penn), LemmaRule> _rules = [];

    public LemmaExceptions(Lexicon lexicon)
    {
        foreach (var entry in lexicon.Entries)
            foreach (var reading in entry.Field(0).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Add(lexicon.Name, entry, reading.Split(':'));
    }

    public bool TryFind(in TaggedForm form, out LemmaRule rule) => _rules.TryGetValue((form.Key, form.Penn.Number), out rule);

    private void Add(string lexicon, LexiconEntry entry, string[] reading)
    {
        if (reading.Length != 2 || reading[1].Length == 0) throw new FormatException($"{lexicon}:{entry.Line}: a reading is TAG,TAG:lemma.");
        foreach (var tag in reading[0].Split(','))
        {
            var penn = PennTag.Of(tag);
            if (penn.Number == 0) throw new FormatException($"{lexicon}:{entry.Line}: there is no tag '{tag}'.");
            _rules[(TokenKey.Of(entry.Form), penn.Number)] = LemmaRule.Between(entry.Form, reading[1], LemmaSpelling.Lower);
        }
    }
}
