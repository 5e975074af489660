using Chancery.Text.Syntax;

namespace Chancery.Text.Coreference;

/// <summary>
/// What the ranking model sees of a mention and an earlier one, with the chain that one stands in. Most features are there three times: alone,
/// with what kind of words the mention is, and with what kind both are (Durrett and Klein 2013).
/// </summary>
internal sealed class PairFeatures(MentionContext context, FeatureKeys keys, int[] chainOf)
{
    private readonly SyntaxView _view = context.View;
    private ulong _one;
    private ulong _both;
    private ulong _coarse;

    /// <summary>Writes the features of a pair.</summary>
    /// <param name="index">The mention.</param>
    /// <param name="before">The earlier one.</param>
    /// <param name="chain">The earlier one's chain as far as it is known.</param>
    /// <param name="between">How many mentions between them could stand for the same.</param>
    public void Fill(int index, int before, ChainState chain, int between)
    {
        var (mention, earlier) = (context.Mentions[index], context.Mentions[before]);
        _one = mention.Signature;
        _both = FeatureKeys.Join(mention.Signature, earlier.Signature);
        _coarse = FeatureKeys.Join(mention.Coarse, earlier.Coarse);
        Distance(index, before, mention, earlier, between);
        Words(mention, earlier);
        Names(mention, earlier, chain);
        Agreements(mention, earlier, chain);
        Syntax(mention, earlier);
        Chains(index, before, mention, earlier, chain);
        Speech(mention, earlier, chain);
    }

    private static ulong Near(int distance) => distance switch { < 0 => 0, < 5 => (ulong)distance + 1, < 7 => 6, < 10 => 7, < 15 => 8, < 25 => 9, < 50 => 10, < 100 => 11, _ => 12 };

    private void Add(int template, ulong value)
    {
        keys.Add(template, value);
        keys.Add(template + 1, value, _one);
        keys.Add(template + 2, value, _both);
    }

    private void Distance(int index, int before, MentionProfile mention, MentionProfile earlier, int between)
    {
        var sentences = Near(mention.Sentence - earlier.Sentence);
        Add(100, sentences);
        Add(103, Near(index - before));
        Add(106, FeatureKeys.Join(sentences, (ulong)Math.Min(between, 4)));
        Add(109, Near(between));
        keys.Add(121, FeatureKeys.Join(sentences, (ulong)Math.Min(between, 4)), FeatureKeys.Join(mention.Role, earlier.Role), _one);
        Add(112, (ulong)Math.Clamp(mention.Paragraph - earlier.Paragraph, 0, 4));
        Add(115, FeatureKeys.Join(sentences, FeatureKeys.Join(mention.Role, earlier.Role)));
        Add(118, FeatureKeys.Join(Math.Min(sentences, 4), earlier.IsSubject ? 1UL : 2));
    }

    private void Words(MentionProfile mention, MentionProfile earlier)
    {
        var isText = mention.Text == earlier.Text;
        var isHead = mention.HeadLemma == earlier.HeadLemma;
        var isForm = mention.HeadKey == earlier.HeadKey;
        Add(200, isText ? mention.WholeText == earlier.WholeText ? 2UL : 1 : 0);
        Add(203, isHead ? isForm ? 2UL : 1 : 0);
        keys.Add(206, mention.HeadLemma, earlier.HeadLemma);
        keys.Add(207, mention.HeadLemma, earlier.Signature);
        keys.Add(208, mention.Signature, earlier.HeadLemma);
        keys.Add(209, FeatureKeys.Join(mention.Determiner, earlier.Determiner), isHead ? 1UL : 0, _coarse);
        if (mention.IsPronoun || earlier.IsPronoun) return;
        if (isText) keys.Add(210, mention.Text, _coarse);
        if (isHead) keys.Add(211, mention.HeadLemma, _coarse);
        if (!isHead) HeadInside(mention, earlier);
        Modifiers(mention, earlier, isHead);
    }

    private void HeadInside(MentionProfile mention, MentionProfile earlier)
    {
        var inside = (Array.IndexOf(earlier.Modifiers, mention.HeadLemma) >= 0 ? 1UL : 0) + (Array.IndexOf(mention.Modifiers, earlier.HeadLemma) >= 0 ? 2UL : 0);
        if (inside > 0) Add(212, inside);
        keys.Add(215, mention.GovernorLemma == earlier.GovernorLemma ? 1UL : 0, _coarse);
    }

    private void Modifiers(MentionProfile mention, MentionProfile earlier, bool isHead)
    {
        var shared = Agreement.Shared(mention.Modifiers, earlier.Modifiers);
        var (extra, lost) = (mention.Modifiers.Length - shared, earlier.Modifiers.Length - Agreement.Shared(earlier.Modifiers, mention.Modifiers));
        var head = isHead ? 1UL : 0;
        Add(220, ((ulong)Math.Min(shared, 3) * 64) + ((ulong)Math.Clamp(extra, 0, 3) * 16) + ((ulong)Math.Clamp(lost, 0, 3) * 4) + head);
        Add(223, ((ulong)Math.Clamp(extra, 0, 3) * 4) + head);
        Add(226, ((ulong)Math.Clamp(lost, 0, 3) * 4) + head);
        var counts = mention.Count == 0 || earlier.Count == 0 ? 0UL : mention.Count == earlier.Count ? 1UL : 2;
        Add(229, counts * 2 + head);
        if (!isHead) return;
        foreach (var word in mention.Modifiers)
            if (Array.IndexOf(earlier.Modifiers, word) < 0)
                keys.Add(232, word, mention.Coarse);
        foreach (var word in earlier.Modifiers)
            if (Array.IndexOf(mention.Modifiers, word) < 0)
                keys.Add(233, word, mention.Coarse);
        Add(234, Possessors(mention, earlier));
        Add(237, mention.Complement == 0 ? earlier.Complement == 0 ? 0UL : 1 : earlier.Complement == 0 ? 2UL : earlier.Complement == mention.Complement ? 3UL : 4);
    }

    /// <summary>Whether two possessors are the same: by their chains if they are mentions, else by their words.</summary>
    private ulong Possessors(MentionProfile mention, MentionProfile earlier)
    {
        if (mention.Possessor < 0) return earlier.Possessor < 0 ? 0UL : 1;
        if (earlier.Possessor < 0) return 2;
        var (left, right) = (context.MentionOf(mention.Possessor), context.MentionOf(earlier.Possessor));
        if (left >= 0 && right >= 0 && chainOf[left] >= 0 && chainOf[right] >= 0) return chainOf[left] == chainOf[right] ? 3UL : 4;
        return _view.Lemma(mention.Possessor) == _view.Lemma(earlier.Possessor) ? 5UL : 6;
    }

    private void Names(MentionProfile mention, MentionProfile earlier, ChainState chain)
    {
        if (mention.NameWords.Length == 0 || chain.Name is not { } name) return;
        Add(300, NameMatch(mention, earlier));
        Add(303, NameMatch(mention, name) + 16);
        Add(306, ((ulong)mention.NameType * 16) + (ulong)name.NameType);
        Add(309, mention.Initials != 0 && mention.Initials == name.HeadKey || name.Initials != 0 && name.Initials == mention.HeadKey ? 1UL : 0);
    }

    /// <summary>0 nothing in common, 1 something, 2 the left within the right, 3 the right within the left, 4 the same; plus 8 if the last word is the same.</summary>
    private static ulong NameMatch(MentionProfile left, MentionProfile right)
    {
        if (left.NameWords.Length == 0 || right.NameWords.Length == 0) return 7;
        var (of, back) = (Agreement.Shared(left.NameWords, right.NameWords), Agreement.Shared(right.NameWords, left.NameWords));
        var (all, allBack) = (of == left.NameWords.Length, back == right.NameWords.Length);
        var match = all && allBack ? 4UL : all ? 2UL : allBack ? 3UL : of > 0 ? 1UL : 0;
        return match + (left.NameWords[^1] == right.NameWords[^1] ? 8UL : 0);
    }

    private void Agreements(MentionProfile mention, MentionProfile earlier, ChainState chain)
    {
        var number = (ulong)Agreement.Of(mention.Number, earlier.Number);
        var gender = (ulong)Agreement.Of(mention.Gender, earlier.Gender);
        var chainGender = (ulong)Agreement.Of(mention.Gender, chain.Gender);
        var kinds = ((ulong)mention.Kind * 16) + (ulong)earlier.Kind;
        Add(400, number);
        Add(403, gender);
        Add(406, chainGender);
        Add(409, (ulong)Agreement.Of(mention.Number, chain.Number));
        Add(412, kinds);
        Add(415, ((ulong)mention.Kind * 16) + (ulong)chain.Kind);
        Add(418, mention.Kind == chain.Kind ? 1UL : 0);
        keys.Add(421, kinds, mention.HeadLemma == earlier.HeadLemma ? 1UL : 0, _coarse);
        Add(422, ((ulong)mention.Gender * 8) + (ulong)chain.Gender);
        Add(425, ((ulong)mention.Number * 4) + (ulong)earlier.Number);
    }

    private void Syntax(MentionProfile mention, MentionProfile earlier)
    {
        var nested = earlier.Run.Holds(mention.Run) ? 1UL : mention.Run.Holds(earlier.Run) ? 2UL : 0;
        var relation = Relation(mention, earlier);
        Add(500, FeatureKeys.Join(mention.Role, earlier.Role));
        Add(503, nested);
        Add(506, relation);
        keys.Add(509, relation, nested, _coarse);
        keys.Add(510, mention.Preposition, earlier.Preposition, _coarse);
        keys.Add(511, earlier.Role, mention.Signature);
        if (mention.GovernorLemma != 0 && mention.GovernorLemma == earlier.GovernorLemma) Add(512, mention.Role == earlier.Role ? 1UL : 2);
        if (mention.IsPronoun) keys.Add(515, mention.GovernorLemma, mention.Role, earlier.HeadLemma);
        if (mention.Form != MentionForm.Relative) return;
        keys.Add(516, (ulong)Math.Min(Math.Abs(mention.Run.First - earlier.Run.Head), 6), mention.Signature);
    }

    /// <summary>How the two heads stand to each other in one tree: the cases in which they must or cannot be the same.</summary>
    private ulong Relation(MentionProfile mention, MentionProfile earlier)
    {
        if (mention.Sentence != earlier.Sentence) return 0;
        var (head, other) = (mention.Run.Head, earlier.Run.Head);
        if (head == other) return 1;
        if (_view.Head(head) == other) return 2 + Direct(head);
        if (_view.Head(other) == head) return _view.Child(head, Text.Syntax.Relation.Cop) >= 0 ? 20 : 21 + Direct(other);
        if (mention.Governor >= 0 && mention.Governor == earlier.Governor) return 40 + (mention.Role == earlier.Role ? 1UL : 0) + (earlier.IsSubject ? 2UL : 0);
        if (_view.IsUnder(head, other)) return mention.Form == MentionForm.Relative && InRelative(head, other) ? 50UL : 51;
        if (_view.IsUnder(other, head)) return 52;
        if (earlier.Governor >= 0 && _view.IsUnder(head, earlier.Governor)) return earlier.IsSubject ? 53UL : 54;
        return mention.Governor >= 0 && _view.IsUnder(other, mention.Governor) ? 55UL : 56;
    }

    private ulong Direct(int token) => _view.Relation(token) switch
    {
        Text.Syntax.Relation.Appos => 1,
        Text.Syntax.Relation.NmodPoss => 2,
        Text.Syntax.Relation.Conj => 3,
        Text.Syntax.Relation.Compound or Text.Syntax.Relation.Flat => 4,
        Text.Syntax.Relation.NmodDesc => 5,
        Text.Syntax.Relation.Nmod => 6,
        Text.Syntax.Relation.Nsubj or Text.Syntax.Relation.NsubjPass => 7,
        Text.Syntax.Relation.Parataxis or Text.Syntax.Relation.Dep or Text.Syntax.Relation.List => 8,
        _ => 9,
    };

    /// <summary>True if the nearest relative clause above a token hangs from <paramref name="noun"/>.</summary>
    private bool InRelative(int token, int noun)
    {
        for (var steps = 0; steps < 20 && token >= 0; steps++, token = _view.Head(token))
            if (_view.Relation(token) == Text.Syntax.Relation.Relative)
                return _view.Head(token) == noun;
        return false;
    }

    private void Chains(int index, int before, MentionProfile mention, MentionProfile earlier, ChainState chain)
    {
        var size = Near(chain.Count);
        var isLast = chain.Last == before ? 1UL : 0;
        Add(600, size);
        Add(603, (size * 2) + isLast);
        Add(606, Near(index - chain.Last));
        var last = context.Mentions[chain.Last];
        var nested = last.Run.Holds(mention.Run) ? 1UL : mention.Run.Holds(last.Run) ? 2UL : 0;
        Add(630, nested);
        Add(633, Relation(mention, last));
        Add(636, FeatureKeys.Join(Near(mention.Sentence - last.Sentence), last.IsSubject ? 1UL : 0));
        if (mention.IsPronoun)
        {
            keys.Add(609, mention.Signature, chain.Noun);
            keys.Add(610, mention.Signature, chain.Noun, mention.GovernorLemma);
            keys.Add(650, FeatureKeys.Join(mention.Signature, (ulong)chain.Kind), FeatureKeys.Join(size, Near(mention.Sentence - earlier.Sentence)), earlier.Role);
            keys.Add(651, FeatureKeys.Join(mention.Signature, (ulong)chain.Kind), FeatureKeys.Join((ulong)chain.Number, (ulong)chain.Gender), Near(mention.Sentence - earlier.Sentence));
            keys.Add(652, mention.GovernorLemma, mention.Role, (ulong)chain.Kind);
            keys.Add(653, mention.GovernorLemma, earlier.GovernorLemma, FeatureKeys.Join(mention.Role, earlier.Role));
            Add(611, (chain.HasName ? 1UL : 0) + (chain.HasNoun ? 2UL : 0));
            Add(614, ((ulong)Math.Min(chain.Subjects, 3) * 2) + (earlier.IsSubject ? 1UL : 0));
            return;
        }

        Add(626, (chain.HasCore(mention.Core) ? 2UL : 0) + (mention.Core == earlier.Core ? 1UL : 0));
        var words = (chain.HasText(mention.Text) ? 2UL : 0) + (chain.HasHead(mention.HeadLemma) ? 1UL : 0);
        Add(617, (words * 2) + (chain.HasName ? 1UL : 0));
        Add(620, (words * 16) + Near(mention.Sentence - earlier.Sentence));
        keys.Add(623, mention.HeadLemma, chain.Noun);
        var kinds = mention.Kind == chain.Kind ? 1UL : 0;
        var distance = Near(mention.Sentence - earlier.Sentence);
        keys.Add(640, (words * 4) + (kinds * 2) + (chain.HasName ? 1UL : 0), distance, _coarse);
        keys.Add(641, (words * 4) + (ulong)Math.Min(mention.Modifiers.Length, 3), (ulong)mention.Kind, _coarse);
        keys.Add(642, FeatureKeys.Join(mention.Role, words), size, mention.Coarse);
        keys.Add(643, mention.HeadLemma, words, size);
        keys.Add(624, words, mention.Determiner, size);
    }

    private void Speech(MentionProfile mention, MentionProfile earlier, ChainState chain)
    {
        var quotes = mention.Quote == earlier.Quote ? mention.Quote == 0 ? 0UL : 1 : mention.Quote == 0 ? 2UL : earlier.Quote == 0 ? 3UL : 4;
        Add(700, quotes);
        var speaker = context.Speaker(mention.Quote);
        if (speaker >= 0) Add(703, speaker == earlier.Run.Head ? 1UL : 0);
        var said = context.Speaker(earlier.Quote);
        if (said >= 0 && mention.Quote != earlier.Quote) Add(706, said == mention.Run.Head ? 1UL : 0);
        if (mention.Form is MentionForm.First or MentionForm.Second && earlier.Form is MentionForm.First or MentionForm.Second)
            Add(709, ((ulong)Math.Clamp(mention.Paragraph - earlier.Paragraph, 0, 5) * 8) + (quotes * 64) + Math.Min((ulong)chain.Count, 4));
    }
}
