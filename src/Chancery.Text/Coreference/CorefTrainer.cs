using System.Collections.Immutable;
using Chancery.Text.Learning;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;

namespace Chancery.Text.Coreference;

/// <summary>A mention that people marked.</summary>
/// <param name="First">Index of its first token in the document.</param>
/// <param name="End">Index of the token after its last.</param>
/// <param name="Chain">What it stands for; mentions of one document with the same number stand for the same.</param>
/// <param name="Kind">What kind of thing that is.</param>
public readonly record struct MarkedMention(int First, int End, int Chain, EntityKind Kind);

/// <summary>How a model of coreference is learnt.</summary>
/// <param name="Epochs">How many times the texts are read to learn links.</param>
/// <param name="KindEpochs">How many times they are read to learn kinds.</param>
/// <param name="Folds">In how many parts the texts are cut, so that links are learnt over kinds guessed for unseen texts.</param>
/// <param name="Seed">Of the order of texts.</param>
/// <param name="Bits">Base-2 logarithm of the table's length, 12 to 24.</param>
/// <param name="Rate">How far a step goes.</param>
/// <param name="Pull">How strongly weights are drawn to zero.</param>
/// <param name="KindPull">The same for kinds.</param>
/// <param name="MissCost">Cost of no link where there is one.</param>
/// <param name="FalseCost">Cost of a link where there is none.</param>
/// <param name="WrongCost">Cost of a link to another chain.</param>
public sealed record CorefTraining(
    int Epochs, int KindEpochs, int Folds, ulong Seed, int Bits, double Rate, double Pull, double KindPull, double MissCost, double FalseCost, double WrongCost);

/// <summary>
/// Learns to put mentions into chains from texts in which people did: log-linear ranking of antecedents that are themselves not given, only the
/// chains are (Durrett and Klein 2013), over chains as the model itself builds them. Knows no paths. The same texts, tables and settings
/// give the same model, byte for byte.
/// </summary>
/// <param name="lexicons">As for the resolver.</param>
public sealed class CorefTrainer(CorefLexicons lexicons)
{
    private readonly List<Text> _texts = [];

    /// <summary>How many mentions were added.</summary>
    public int Count => _texts.Sum(text => text.Mentions.Length);

    /// <summary>Adds a text with its layers of tokens, sentences, tags and dependencies, and its mentions.</summary>
    public void Add(Document document, IEnumerable<MarkedMention> mentions)
    {
        ArgumentNullException.ThrowIfNull(document);
        var view = new SyntaxView(document);
        var builder = new ProfileBuilder(view, lexicons);
        var marked = mentions.OrderBy(mention => mention.First).ThenBy(mention => mention.End).ToArray();
        var profiles = marked.Select(mention => builder.Build(new MentionRun(mention.First, mention.End, view.HeadOf(mention.First, mention.End)))).ToArray();
        var found = MentionFinder.Find(view).ConvertAll(builder.Build);
        _texts.Add(new Text(view, marked, profiles, found));
    }

    /// <summary>The model.</summary>
    public LinearModel Learn(CorefTraining training)
    {
        ArgumentNullException.ThrowIfNull(training);
        for (var fold = 0; fold < training.Folds; fold++)
        {
            var guess = LearnKinds(training, _texts.Where((_, i) => i % training.Folds != fold));
            foreach (var text in _texts.Where((_, i) => i % training.Folds == fold))
            {
                GuessKinds(guess, text, text.Profiles);
                GuessKinds(guess, text, text.Found);
            }
        }

        var kinds = LearnKinds(training, _texts);
        var keeps = LearnKeeps(training);
        var links = LearnLinks(training);
        var weights = new short[1 << training.Bits];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = (short)Math.Clamp(Math.Round((kinds.Weights[i] + keeps.Weights[i] + links.Weights[i]) * (double)CorefModel.Unit), short.MinValue, short.MaxValue);
        return new LinearModel(CorefModel.Templates, weights);
    }

    private static LogLinearLearner LearnKinds(CorefTraining training, IEnumerable<Text> texts)
    {
        var learner = new LogLinearLearner(training.Bits) { Rate = training.Rate };
        var keys = Enumerable.Range(0, KindFeatures.Kinds).Select(_ => CorefModel.KindKeys()).ToArray();
        var isRight = new bool[KindFeatures.Kinds];
        var all = texts.ToList();
        for (var epoch = 0; epoch < training.KindEpochs; epoch++)
        {
            learner.Rate = training.Rate / (1 + epoch);
            foreach (var text in all)
                for (var i = 0; i < text.Mentions.Length; i++)
                {
                    FillKinds(keys, text.Kinds.Of(text.Profiles[i]));
                    Array.Clear(isRight);
                    isRight[(int)text.Mentions[i].Kind] = true;
                    Learn(learner, keys, isRight);
                }
        }

        return learner;
    }

    private static void FillKinds(FeatureKeys[] keys, ReadOnlySpan<ulong> features)
    {
        for (var kind = 0; kind < keys.Length; kind++)
        {
            keys[kind].Clear();
            foreach (var feature in features) keys[kind].AddKey(FeatureKeys.Join(feature, (ulong)kind + 1));
        }
    }

    private static void Learn(LogLinearLearner learner, FeatureKeys[] keys, bool[] isRight)
    {
        var scores = learner.Scores(keys.Length);
        for (var i = 0; i < keys.Length; i++) scores[i] = learner.Score(keys[i].Keys);
        learner.ToGains(scores, isRight);
        for (var i = 0; i < keys.Length; i++) learner.Gain(keys[i].Keys, scores[i]);
        learner.Step();
    }

    private static void GuessKinds(LogLinearLearner learner, Text text, IEnumerable<MentionProfile> profiles)
    {
        var keys = Enumerable.Range(0, KindFeatures.Kinds).Select(_ => CorefModel.KindKeys()).ToArray();
        foreach (var profile in profiles)
        {
            FillKinds(keys, text.Kinds.Of(profile));
            var best = 0;
            for (var kind = 1; kind < keys.Length; kind++)
                if (learner.Score(keys[kind].Keys) > learner.Score(keys[best].Keys))
                    best = kind;
            profile.Kind = (EntityKind)best;
        }
    }

    /// <summary>Learns which of the runs that the trees suggest are mentions: a choice between its features and none.</summary>
    private LogLinearLearner LearnKeeps(CorefTraining training)
    {
        var learner = new LogLinearLearner(training.Bits) { Pull = training.KindPull };
        Span<bool> isRight = stackalloc bool[2];
        for (var epoch = 0; epoch < training.KindEpochs; epoch++)
        {
            learner.Rate = training.Rate / (1 + epoch);
            foreach (var text in _texts)
            {
                var marked = text.Mentions.Select(mention => (mention.First, mention.End)).ToHashSet();
                var features = new KeepFeatures(text.View);
                foreach (var found in text.Found)
                {
                    isRight[0] = marked.Contains((found.Run.First, found.Run.End));
                    isRight[1] = !isRight[0];
                    var keys = features.Of(found);
                    var scores = learner.Scores(2);
                    (scores[0], scores[1]) = (learner.Score(keys), 0);
                    learner.ToGains(scores, isRight);
                    learner.Gain(keys, scores[0]);
                    learner.Step();
                }
            }
        }

        return learner;
    }

    private LogLinearLearner LearnLinks(CorefTraining training)
    {
        var learner = new LogLinearLearner(training.Bits) { Pull = training.Pull };
        var order = Enumerable.Range(0, _texts.Count).ToArray();
        var seed = training.Seed;
        for (var epoch = 0; epoch < training.Epochs; epoch++)
        {
            learner.Rate = training.Rate * (1 - ((double)epoch / training.Epochs));
            AveragedPerceptron.Shuffle(order, ref seed);
            foreach (var text in order) LearnText(learner, _texts[text], training);
        }

        return learner;
    }

    private static void LearnText(LogLinearLearner learner, Text text, CorefTraining training)
    {
        var candidates = new CandidateSet(new MentionContext(text.View, text.Profiles, MentionContext.Learning));
        var isRight = new bool[256];
        for (var index = 0; index < text.Mentions.Length; index++)
        {
            candidates.Fill(index);
            if (isRight.Length < candidates.Count) isRight = new bool[candidates.Count * 2];
            var isNew = !Mark(text, index, candidates, isRight);
            var scores = learner.Scores(candidates.Count);
            for (var i = 0; i < candidates.Count; i++) scores[i] = learner.Score(candidates.Keys(i));
            var best = candidates.Likeliest(scores);
            for (var i = 0; i < candidates.Count; i++)
            {
                if (!isRight[i]) scores[i] += i == 0 ? training.MissCost : isNew ? training.FalseCost : training.WrongCost;
            }

            learner.ToGains(scores, isRight.AsSpan(0, candidates.Count));
            for (var i = 0; i < candidates.Count; i++) learner.Gain(candidates.Keys(i), scores[i]);
            learner.Step();
            candidates.Place(index, best);
        }
    }

    /// <summary>Marks the candidates that are right; true if one of them is a link.</summary>
    private static bool Mark(Text text, int index, CandidateSet candidates, bool[] isRight)
    {
        var any = false;
        for (var i = 1; i < candidates.Count; i++)
        {
            isRight[i] = text.Mentions[candidates.Before(i)].Chain == text.Mentions[index].Chain;
            any |= isRight[i];
        }

        isRight[0] = !any;
        return any;
    }

    private sealed class Text(SyntaxView view, MarkedMention[] mentions, MentionProfile[] profiles, List<MentionProfile> found)
    {
        public SyntaxView View { get; } = view;

        public MarkedMention[] Mentions { get; } = mentions;

        public MentionProfile[] Profiles { get; } = profiles;

        public List<MentionProfile> Found { get; } = found;

        public KindFeatures Kinds { get; } = new(view);
    }
}
