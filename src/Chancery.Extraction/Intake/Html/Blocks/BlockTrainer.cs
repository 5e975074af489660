using Chancery.Record;
using Chancery.Text.Learning;

namespace Chancery.Extraction.Intake.Html.Blocks;

/// <summary>How a model of blocks is learnt.</summary>
/// <param name="First">How the first trees are grown.</param>
/// <param name="Second">How the second are.</param>
/// <param name="PhraseWeight">How much a block counts of which only a phrase is known, against a page of 1.</param>
public sealed record BlockTraining(TreeTraining First, TreeTraining Second, double PhraseWeight);

/// <summary>
/// Learns a <see cref="BlockModel"/> from pages whose articles are known. Pages come in folds: what the second trees see of the
/// first is said by trees that never saw the page's fold. Knows no paths. The same pages and settings give the same bytes.
/// </summary>
public sealed class BlockTrainer
{
    private readonly List<Example> _pages = [];

    /// <summary>How many blocks were added of which something is known.</summary>
    public int Count => _pages.Sum(page => page.Labels.Count(label => label is not null));

    /// <summary>Adds a page; one without text is left out.</summary>
    /// <param name="document">The page.</param>
    /// <param name="gold">Its article.</param>
    /// <param name="fold">Which fold it belongs to; pages of one site should share one.</param>
    /// <param name="weight">How much it counts.</param>
    public void Add(RawDocument document, BlockGold gold, int fold, double weight = 1)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(gold);
        if (Opening.Open(document).Document is not { } opened || HtmlFormat.Parse(opened.Text) is not var (page, facts)) return;
        if (new Proposals(page, facts, TitleRules.Of(facts, document.Address), null).Features() is not { } features) return;
        var labels = BlockLabels.Of(page, gold);
        var kept = Enumerable.Range(0, labels.Length).Where(i => labels[i] == true).ToList();
        foreach (var number in new Standfirst(page, new BlockScores(page), facts.Description).Find(kept)) labels[number] = null;
        _pages.Add(new Example(fold, page, BlockChances.Rows(features, page), labels, gold.Text is null, weight));
    }

    /// <summary>The model.</summary>
    /// <param name="training">How.</param>
    /// <param name="heldOut">A fold that must not be looked at; −1 for none.</param>
    public BlockModel Learn(BlockTraining training, int heldOut = -1)
    {
        ArgumentNullException.ThrowIfNull(training);
        var pages = _pages.Where(page => page.Fold != heldOut).ToList();
        var booster = new TreeBooster(SecondFeatures.Templates, SecondFeatures.Width);
        foreach (var fold in pages.Select(page => page.Fold).Distinct().Order())
        {
            var first = LearnFirst(pages.Where(page => page.Fold != fold), training);
            foreach (var page in pages.Where(page => page.Fold == fold)) AddSecond(booster, page, first, training);
        }

        return new BlockModel(LearnFirst(pages, training), booster.Learn(training.Second));
    }

    /// <summary>The reports of a page as a model reads it: for measuring on pages held out.</summary>
    public static IReadOnlyList<Report> Read(RawDocument document, BlockModel model) =>
        Opening.Open(document).Document is { } opened ? [.. new HtmlFormat(model).Read(opened).Reports] : [];

    private static BoostedTrees LearnFirst(IEnumerable<Example> pages, BlockTraining training)
    {
        var booster = new TreeBooster(BlockFeatures.Templates, BlockFeatures.Width);
        foreach (var page in pages)
            for (var i = 0; i < page.Rows.Length; i++)
                if (page.Labels[i] is { } label) booster.Add(page.Rows[i], label, page.WeightOf(i, training.PhraseWeight));
        return booster.Learn(training.First);
    }

    private static void AddSecond(TreeBooster booster, Example page, BoostedTrees first, BlockTraining training)
    {
        var features = new SecondFeatures(page.Page, [.. page.Rows.Select(row => first.Probability(row))]);
        for (var i = 0; i < page.Rows.Length; i++)
        {
            if (page.Labels[i] is not { } label) continue;
            var row = new float[SecondFeatures.Width];
            features.Fill(i, page.Rows[i], row);
            booster.Add(row, label, page.WeightOf(i, training.PhraseWeight));
        }
    }

    /// <summary>A page with its rows and labels. Blocks count by their words, and all pages about the same.</summary>
    private sealed record Example(int Fold, Page Page, float[][] Rows, bool?[] Labels, bool HasPhrases, double Weight)
    {
        private readonly double _article = Math.Max(100, Enumerable.Range(0, Labels.Length).Where(i => Labels[i] == true).Sum(i => Page.Blocks[i].Words));
        private readonly int _known = Math.Max(1, Labels.Count(label => label is not null));

        public double WeightOf(int number, double phraseWeight) =>
            100 * Weight * (HasPhrases ? phraseWeight / _known : (3 + Math.Min(Page.Blocks[number].Words, 150)) / _article);
    }
}
