using System.Collections.Immutable;
using Chancery.Text.Learning;
using Chancery.Text.Lemmas;
using Chancery.Text.Nets;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Events.Types;

/// <summary>Turns a frame into features: words with those of the actors masked, the way through the tree, and what the language net thinks of predicates and actors.</summary>
internal sealed class EventFeatures(EventWeights weights)
{
    private const ulong SourceMark = 1;
    private const ulong TargetMark = 2;
    private const ulong NumberMark = 3;
    private const ulong NameMark = 4;

    /// <summary>How many words after the target or around the predicate are near.</summary>
    private const int Near = 6;

    private readonly FeatureVector _vector = new();
    private float[] _state = [];
    private float[] _sum = [];

    private EventFrame _frame = null!;
    private SyntaxTree _tree = null!;
    private ImmutableArray<Lemma> _lemmas;
    private ImmutableArray<Tag> _tags;
    private ImmutableArray<Token> _tokens;

    /// <summary>The features of a frame; overwritten by the next.</summary>
    public FeatureVector Of(EventFrame frame)
    {
        (_frame, _tree) = (frame, frame.Tree);
        (_lemmas, _tags, _tokens) = (frame.Document.Lemmas, frame.Document.Tags, frame.Document.Tokens);
        _vector.Clear();
        AddStates();
        AddSentence();
        AddBetween();
        AddLetters();
        AddPredicates();
        AddPath();
        return _vector;
    }

    private void Add(EventFeature kind, ulong value) => _vector.Add((int)kind, value);

    private void Add(EventFeature kind, ulong first, ulong second) => _vector.Add((int)kind, first, second);

    private void Add(EventFeature kind, ulong first, ulong second, ulong third) => _vector.Add((int)kind, first, second, third);

    private void AddStates()
    {
        var width = _frame.Document.StateWidth;
        if (_state.Length != width) (_state, _sum) = (new float[width], new float[width]);
        AddState(_frame.Outer);
        AddState(_frame.Inner);
        AddState(_frame.TargetHead);
        AddState(_frame.SourceHead);
        Array.Clear(_sum);
        var (first, end) = Middle();
        for (var i = first; i < end; i++)
        {
            _frame.Document.ReadState(i, _state);
            for (var j = 0; j < width; j++) _sum[j] += _state[j];
        }

        _vector.AddNumbers(_sum, weights.States);
    }

    private void AddState(int token)
    {
        if (token == SyntaxTree.None) Array.Clear(_state);
        else _frame.Document.ReadState(token, _state);
        _vector.AddNumbers(_state, weights.States);
    }

    /// <summary>The words between the actors; from the source or the predicate to its objects' end where one of them is missing.</summary>
    private (int First, int End) Middle()
    {
        var (source, target) = (_frame.Source, _frame.Target);
        if (source.Count == 0 || target.Count == 0) return (Math.Max(source.End, _frame.Sentence.First), _frame.Sentence.End);
        return source.First < target.First ? (source.End, Math.Max(source.End, target.First)) : (target.End, Math.Max(target.End, source.First));
    }

    /// <summary>The lemma of a word, or the mark of what stands for it.</summary>
    private ulong MaskedAt(int token) =>
        _frame.Source.Contains(token) ? SourceMark
        : _frame.Target.Contains(token) ? TargetMark
        : _tokens[token].Kind == TokenKind.Number ? NumberMark
        : _tags[token].Upos == Upos.PROPN ? NameMark
        : _lemmas[token].Key;

    private void AddSentence()
    {
        var last = 0UL;
        for (var i = _frame.Sentence.First; i < _frame.Sentence.End; i++)
        {
            var word = MaskedAt(i);
            if (word == last && word <= NameMark) continue;
            Add(EventFeature.Word, word);
            Add(EventFeature.WordPair, last, word);
            last = word;
        }

        _vector.EndGroup(weights.Sentence);
    }

    private void AddBetween()
    {
        var (first, end) = Middle();
        var last = 0UL;
        for (var i = first; i < end; i++)
        {
            var word = MaskedAt(i);
            Add(EventFeature.Between, word);
            Add(EventFeature.BetweenPair, last, word);
            last = word;
        }

        Add(EventFeature.BetweenPair, last, 0);
        var after = Math.Max(_frame.Source.End, _frame.Target.End);
        for (var i = after; i < Math.Min(after + Near, _frame.Sentence.End); i++) Add(EventFeature.After, MaskedAt(i));
        _vector.EndGroup(weights.Between);
    }

    /// <summary>Runs of three to five letters of the content words between the actors and around the predicates, with the words' edges.</summary>
    private void AddLetters()
    {
        var (first, end) = Middle();
        for (var i = first; i < end; i++)
            if (_tags[i].Upos is Upos.VERB or Upos.NOUN or Upos.ADJ) AddLettersOf(i);
        AddLettersOf(_frame.Outer);
        if (_frame.Inner != _frame.Outer) AddLettersOf(_frame.Inner);
        _vector.EndGroup(weights.Letters);
    }

    private void AddLettersOf(int token)
    {
        var text = _frame.Document.TextOf(_tokens[token]);
        for (var length = 3; length <= 5; length++)
            for (var start = -1; start + length <= text.Length + 1; start++)
            {
                var key = (ulong)length;
                for (var i = start; i < start + length; i++) key = FeatureVector.Join(key, i < 0 || i >= text.Length ? '|' : char.ToLowerInvariant(text[i]));
                Add(EventFeature.Letters, key);
            }
    }

    private void AddPredicates()
    {
        AddPredicate(_frame.Outer, EventFeature.Outer);
        if (_frame.Inner != _frame.Outer) AddPredicate(_frame.Inner, EventFeature.Inner);
        else AddPredicate(_frame.Outer, EventFeature.Inner);
        Add(EventFeature.Pair, KeyOf(_frame.Outer), _frame.Inner == _frame.Outer ? 0 : KeyOf(_frame.Inner));
        Add(EventFeature.Triple, KeyOf(_frame.Inner), ToneOf(_frame.Outer), _frame.Inner == _frame.Outer ? 0 : 1UL);
        _vector.EndGroup(weights.Predicates);
    }

    private ulong KeyOf(int token) => _lemmas[token].Key;

    /// <summary>Modality, negation and tense of a predicate as one number.</summary>
    private ulong ToneOf(int token) =>
        ((ulong)_tree.ModalityOf(token) << 8) | ((ulong)_tree.TenseOf(token) << 1) | (_tree.NegationOf(token) != SyntaxTree.None || _tree.NegativeArgumentOf(token) != SyntaxTree.None ? 1UL : 0);

    private void AddPredicate(int token, EventFeature kind)
    {
        var (lemma, isPassive) = (KeyOf(token), _tree.IsPassive(token) ? 1UL : 0);
        Add(kind, lemma);
        Add(kind + 1, lemma, isPassive);
        if (_tree.ObjectOf(token) is var @object and not SyntaxTree.None) AddObject(@object, lemma, kind + 2);
        foreach (var oblique in _tree.ObliquesOf(token)) AddOblique(oblique, lemma, kind + 3);
        Add(kind + 4, (ulong)_tree.ModalityOf(token), (ulong)_tree.TenseOf(token));
        Add(kind + 5, ToneOf(token) & 1);
        Add(kind + 5, ToneOf(token) & 1, lemma);
        if (_tree.ParticleOf(token) is var particle and not SyntaxTree.None) Add(kind + 6, lemma, KeyOf(particle));
    }

    private void AddObject(int token, ulong lemma, EventFeature kind)
    {
        Add(kind, lemma, MaskedAt(token));
        Add(EventFeature.ObjectNoun, MaskedAt(token));
        foreach (var child in _tree.Children(token))
            if (_tags[child].Upos is Upos.NOUN or Upos.ADJ or Upos.VERB) Add(EventFeature.ObjectModifier, MaskedAt(child), _tree.KindOf(child) == DependentKind.NominalPart ? 0 : 1UL);
    }

    private void AddOblique(int token, ulong lemma, EventFeature kind)
    {
        var preposition = _tree.CaseOf(token) is var @case and not SyntaxTree.None ? KeyOf(@case) : 0;
        Add(kind, lemma, preposition);
        Add(kind, preposition, MaskedAt(token), 1);
    }

    private void AddPath()
    {
        if (_frame.SourceHead != SyntaxTree.None) AddWay(_frame.SourceHead, EventFeature.SourceKind);
        if (_frame.TargetHead != SyntaxTree.None) AddWay(_frame.TargetHead, EventFeature.TargetKind);
        else Add(EventFeature.NoTarget, 1);
        _vector.EndGroup(weights.Path);
    }

    private void AddWay(int head, EventFeature kind)
    {
        var (chain, isSource) = (0UL, kind == EventFeature.SourceKind);
        Add(kind, (ulong)_tree.KindOf(head));
        if (_tree.CaseOf(head) is var @case and not SyntaxTree.None) Add(EventFeature.TargetCase, KeyOf(@case), isSource ? 1UL : 0);
        var below = head;
        foreach (var above in _frame.Above(head, isSource ? _frame.Outer : Top()))
        {
            chain = FeatureVector.Join(chain, (ulong)_tree.KindOf(below));
            Add(EventFeature.PathWord, KeyOf(above), isSource ? 1UL : 0);
            Add(EventFeature.PathChain, KeyOf(above), chain, isSource ? 1UL : 0);
            if (_tree.CaseOf(below) is var link and not SyntaxTree.None) Add(EventFeature.Nominal, KeyOf(above), KeyOf(link), isSource ? 1UL : 0);
            below = above;
        }

        Add(EventFeature.TargetPath, chain, isSource ? 1UL : 0);
    }

    private int Top() => _frame.Outer;
}

/// <summary>How much each group of features weighs.</summary>
internal readonly record struct EventWeights(float States, float Sentence, float Between, float Letters, float Predicates, float Path)
{
    /// <summary>As they were found on the training part.</summary>
    public static EventWeights Default => new(0.5f, 1f, 1f, 1f, 2f, 1f);
}
