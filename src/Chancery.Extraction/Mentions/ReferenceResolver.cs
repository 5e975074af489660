using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Mentions;

/// <summary>
/// Says for whom descriptions and pronouns stand, sentence by sentence: the one in focus, which is the first person (or
/// body) of the sentences before, if what is said of it agrees. Where no one is in focus, the coreference of the text is asked, within the same reach.
/// </summary>
internal sealed class ReferenceResolver
{
    private const int Reach = 3;

    // How many mentions back a description looks for whom it describes; time stays linear in the text.
    private const int Memory = 400;
    private readonly FunctionWords _words;
    private readonly Document _document;
    private readonly ImmutableArray<Token> _tokens;
    private readonly List<Mention> _mentions;
    private readonly int[] _sentences;
    private readonly CoreferenceLinks _coreference;
    private readonly Dictionary<int, string> _pronouns = [];

    public ReferenceResolver(Document document, FunctionWords words, List<Mention> mentions)
    {
        _words = words;
        (_document, _tokens, _mentions) = (document, document.Tokens, mentions);
        _coreference = new CoreferenceLinks(document);
        _sentences = [.. mentions.Select(mention => document.SentenceAt(mention.Span.Start))];
    }

    public IEnumerable<Mention> Resolve()
    {
        for (var i = 0; i < _mentions.Count; i++)
            if (_mentions[i].Chain < 0)
                _mentions[i] = _mentions[i] with { Chain = Antecedent(i) };
        return _mentions;
    }

    private int Antecedent(int index)
    {
        var mention = _mentions[index];
        return mention.Form switch
        {
            MentionForm.Pronoun => PronounAntecedent(index),
            MentionForm.Description when mention.Type == "person" => OfficeAntecedent(index),
            MentionForm.Description when mention.Rule == "body" => BodyAntecedent(index),
            _ => -1,
        };
    }

    /// <summary>The person, group or body in focus, in this sentence or the nearest before it.</summary>
    private int PronounAntecedent(int index)
    {
        var mention = _mentions[index];
        if (mention.Name is "I" or "i") return -1;
        for (var back = 0; back <= Reach; back++)
        {
            var focus = Focus(_sentences[index] - back, index, candidate => Agrees(mention.Type, candidate.Type) && MayBe(candidate.Chain, mention.Name));
            if (focus < 0) continue;
            if (IsGendered(mention.Name)) _pronouns.TryAdd(focus, mention.Name);
            return focus;
        }

        return _coreference.Antecedent(_mentions, index, candidate =>
            Agrees(mention.Type, candidate.Type) && MayBe(candidate.Chain, mention.Name) && _document.SentenceAt(candidate.Span.Start) >= _sentences[index] - Reach);
    }

    /// <summary>Who was "he" before is not "she" now.</summary>
    private bool MayBe(int chain, string pronoun) =>
        !IsGendered(pronoun) || !_pronouns.TryGetValue(chain, out var before) || IsFeminine(before) == IsFeminine(pronoun);

    private static bool IsGendered(string pronoun) => pronoun is "he" or "He" or "him" or "Him" || IsFeminine(pronoun);

    private static bool IsFeminine(string pronoun) => pronoun is "she" or "She" or "her" or "Her";

    private static bool Agrees(string pronoun, string type) => pronoun switch
    {
        "person" => type == "person",
        "group" => type is "group",
        _ => type is "organisation" or "office" or "state" or "group",
    };

    /// <summary>"the envoy": somebody named before whose office is an envoy's; the one in focus, else the last named.</summary>
    private int OfficeAntecedent(int index)
    {
        var mention = _mentions[index];
        if (IsIndefinite(mention.Range.First)) return -1;
        bool Fits(Mention candidate) => candidate is { Type: "person", Form: MentionForm.Name, Role: not null } && HoldsOffice(candidate, mention);
        var chains = Earlier(index).Where(Fits).Select(candidate => candidate.Chain).Distinct().ToList();
        if (chains.Count <= 1) return chains.Count == 1 ? chains[0] : -1;
        for (var back = 1; back <= Reach; back++)
            if (Focus(_sentences[index] - back, index, candidate => chains.Contains(candidate.Chain)) is var focus and >= 0)
                return focus;
        return -1;
    }

    private static bool HoldsOffice(Mention candidate, Mention description)
    {
        if (description.Country is not null && description.Country != candidate.Country) return false;
        var office = description.Isa.Split(' ')[0];
        var title = candidate.Role!.ToLowerInvariant();
        return title.Contains(description.Role!.ToLowerInvariant(), StringComparison.Ordinal) || candidate.Isa.Split(' ').Contains(office);
    }

    /// <summary>"the group", "the militants": the last armed group named; "the ministry": the last ministry.</summary>
    private int BodyAntecedent(int index)
    {
        var mention = _mentions[index];
        if (mention.Range.First == 0 || _document.TextOf(_tokens[mention.Range.First - 1]) is not ("the" or "The")) return -1;
        if (mention.Isa is "group" or "movement" or "militants" or "insurgents" or "fighters" or "rebels" or "insurgency")
            return Earlier(index).FindLast(candidate => candidate is { Type: "group", Form: MentionForm.Name })?.Chain ?? -1;
        return Earlier(index).FindLast(candidate => candidate.Rule == "owned-body" &&
            candidate.Isa.EndsWith(mention.Isa, StringComparison.Ordinal))?.Chain ?? -1;
    }

    private bool IsIndefinite(int first) => first > 0 && _words.Indefinite.Contains(_tokens[first - 1].Key);

    private List<Mention> Earlier(int index) => _mentions.GetRange(Math.Max(0, index - Memory), Math.Min(index, Memory));

    /// <summary>The chain of the first mention of that sentence, before <paramref name="index"/>, that fits; −1 if none does.</summary>
    private int Focus(int sentence, int index, Func<Mention, bool> fits)
    {
        var at = Array.BinarySearch(_sentences, sentence);
        if (at < 0) return -1;
        while (at > 0 && _sentences[at - 1] == sentence) at--;
        var second = -1;
        for (; at < index && _sentences[at] == sentence; at++)
        {
            if (_mentions[at].Chain < 0 || !fits(_mentions[at])) continue;
            if (!IsObject(_mentions[at])) return _mentions[at].Chain;
            // In the pronoun's own sentence the object of a preposition is not meant by a subject after it.
            if (second < 0 && sentence != _sentences[index]) second = _mentions[at].Chain;
        }

        return second;
    }

    private bool IsObject(Mention mention)
    {
        var before = mention.Range.First - 1;
        if (before >= 0 && _words.Determiners.Contains(_tokens[before].Key)) before--;
        return before >= 0 && _words.Prepositions.Contains(_tokens[before].Key);
    }
}
