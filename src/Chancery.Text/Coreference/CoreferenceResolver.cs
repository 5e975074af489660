using Chancery.Text.Learning;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Text.Coreference;

/// <summary>
/// Finds the mentions of a text in its trees and puts those that stand for the same into chains. It looks at one text alone and at a bounded number
/// of earlier mentions, so that its time grows with the text's length. The types of names count as evidence where that layer was laid, and
/// lemmas are used where they were.
/// </summary>
public sealed class CoreferenceResolver : Annotator<EntityMention>
{
    private readonly CorefLexicons _lexicons;
    private readonly LinearModel _model;
    private readonly int _margin;

    /// <summary>A resolver over these tables and weights.</summary>
    /// <param name="lexicons">The tables.</param>
    /// <param name="model">What <see cref="CorefTrainer"/> made.</param>
    /// <param name="margin">
    /// How much likelier a link must be than none, as a natural logarithm of odds, -10 to 10: above 0 fewer mentions are merged, and fewer wrongly.
    /// </param>
    /// <exception cref="ArgumentException">The model was made for other features.</exception>
    public CoreferenceResolver(CorefLexicons lexicons, LinearModel model, double margin = 0)
        : base("coreference", 1, typeof(Token), typeof(Sentence), typeof(Tag), typeof(Dependency))
    {
        ArgumentNullException.ThrowIfNull(lexicons);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(margin), 10);
        if (model.Templates != CorefModel.Templates) throw new ArgumentException("The model was made for other features; train it again.", nameof(model));
        _lexicons = lexicons;
        _model = model;
        _margin = (int)Math.Round(margin * CorefModel.Unit);
        DataFingerprint = string.Join(' ', lexicons.Hash, model.Hash, _margin.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public override string DataFingerprint { get; }

    /// <summary>The chains of mentions that are given, in the order of their first and last tokens: for measuring links alone.</summary>
    /// <param name="document">A document with the layers that the resolver needs.</param>
    /// <param name="runs">First token and the one after the last of each mention.</param>
    public IReadOnlyList<EntityMention> Resolve(Document document, IEnumerable<(int First, int End)> runs)
    {
        ArgumentNullException.ThrowIfNull(document);
        var view = new SyntaxView(document);
        var builder = new ProfileBuilder(view, _lexicons);
        var mentions = runs.Where(run => run.First >= 0 && run.First < run.End && run.End <= view.Count)
            .Select(run => builder.Build(new MentionRun(run.First, run.End, view.HeadOf(run.First, run.End))))
            .OrderBy(mention => mention.Run.First).ThenBy(mention => mention.Run.End).ToList();
        FillKinds(view, mentions);
        return Chain(view, mentions);
    }

    /// <inheritdoc/>
    protected override IEnumerable<EntityMention> Annotate(Document document)
    {
        var view = new SyntaxView(document);
        var builder = new ProfileBuilder(view, _lexicons);
        var mentions = MentionFinder.Find(view).ConvertAll(builder.Build);
        FillKinds(view, mentions);
        var keep = new KeepFeatures(view);
        mentions.RemoveAll(mention => _model.Score(keep.Of(mention)) <= 0);
        return Chain(view, mentions);
    }

    private void FillKinds(SyntaxView view, List<MentionProfile> mentions)
    {
        var (features, keys) = (new KindFeatures(view), CorefModel.KindKeys());
        foreach (var mention in mentions) mention.Kind = CorefModel.Kind(_model, features.Of(mention), keys);
    }

    private List<EntityMention> Chain(SyntaxView view, List<MentionProfile> mentions)
    {
        var chains = ChainBuilder.Build(new MentionContext(view, mentions, MentionContext.Reading), _model, _margin);
        var result = new List<EntityMention>(mentions.Count);
        for (var i = 0; i < mentions.Count; i++)
        {
            var run = mentions[i].Run;
            var span = new Span(view.Tokens[run.First].Span.Start, view.Tokens[run.End - 1].Span.End);
            result.Add(new EntityMention(span, run.First, run.End, run.Head, chains[i], mentions[i].Form, mentions[i].Kind));
        }

        return result;
    }
}
