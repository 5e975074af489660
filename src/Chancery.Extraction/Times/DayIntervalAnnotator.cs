using System.Collections.Immutable;
using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;
using Chancery.Text.Rules;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Times;

/// <summary>
/// Joins time expressions to the days that they tell: ranges, open sides, or the expression alone. It comes after the
/// statements, so that what stands inside words of another day is told from that day. An expression without days gives none.
/// </summary>
internal sealed class DayIntervalAnnotator : Annotator<DayInterval>
{
    private readonly RuleMatcher _rules;
    private readonly string _fingerprint;

    /// <summary>The annotator over the rules of these resources.</summary>
    public DayIntervalAnnotator(Resources resources)
        : base("intervals", 1, typeof(Token), typeof(Sentence), typeof(Timex), typeof(Statement))
    {
        ArgumentNullException.ThrowIfNull(resources);
        var rules = resources.Rules("intervals");
        _rules = new RuleMatcher(rules, resources.Lexicon, new Dictionary<string, TokenClass> { ["time"] = LengthAt });
        _fingerprint = rules.Hash;
    }

    /// <inheritdoc/>
    public override string DataFingerprint => _fingerprint;

    /// <inheritdoc/>
    protected override IEnumerable<DayInterval> Annotate(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var timexes = SpeechTime.Retold(document.Layer<Timex>(), SpeechTime.SaidIn(document.Text, document.Layer<Statement>()));
        if (timexes.Length == 0) return [];
        var builder = new DayIntervalBuilder(document, timexes);
        foreach (var sentence in document.Sentences)
            if (LayerSearch.FirstFrom(timexes, document.Tokens[sentence.First].Span.Start) is var first && first < timexes.Length && timexes[first].Span.Start < document.Tokens[sentence.End - 1].Span.End)
                foreach (var match in _rules.Match(document, sentence.First, sentence.End, i => LengthAt(document, i, sentence.End) > 0))
                    builder.Join(match);
        return builder.Finish();
    }

    private static int LengthAt(Document document, int index, int limit)
    {
        if (LayerSearch.StartingAt(document.Layer<Timex>(), document.Tokens[index].Span.Start) is not { } timex) return 0;
        var end = document.TokenAt(timex.Span.End - 1) + 1;
        return end <= limit ? end - index : 0;
    }
}
