using Chancery.Extraction.Mentions;
using Chancery.Extraction.Times;
using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;
using Chancery.Text.Rules;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Figures;

/// <summary>
/// Finds numbers that measure something: counts, sums of money, shares, lengths and weights, with what is counted, of what
/// whole, where, when by the words of its own clause, and who says so. Words that belong to a time expression are no figure.
/// </summary>
internal sealed class FigureAnnotator : FindingAnnotator<Figure>
{
    private readonly FigureLexicons _lexicons;

    /// <summary>The annotator over the tables and rules of <paramref name="resources"/>.</summary>
    public FigureAnnotator(Resources resources)
        : base("figures", 2, typeof(Token), typeof(Sentence), typeof(Tag), typeof(Dependency), typeof(Timex), typeof(Mention), typeof(Statement), typeof(DayInterval))
    {
        ArgumentNullException.ThrowIfNull(resources);
        _lexicons = new FigureLexicons(resources);
    }

    /// <inheritdoc/>
    public override string DataFingerprint => _lexicons.Hash;

    /// <inheritdoc/>
    protected override IEnumerable<Figure> Annotate(Document document)
    {
        var times = new ClauseTimes(document);
        return _lexicons.Rules.Match(document).Where(match => !IsTime(document, match))
            .Select(match => new FigureWriter(document, match, _lexicons).Write() with { When = times.At(match.Range.First) });
    }

    private static bool IsTime(Document document, RuleMatch match)
    {
        var number = (match.Capture("value") ?? match.Capture("vague") ?? match.Capture("share") ?? match.Range).In(document);
        return LayerSearch.Holding(document.Layer<Timex>(), number.Start) is not null;
    }
}
