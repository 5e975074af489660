using Chancery.Extraction.Mentions;
using Chancery.Extraction.Times;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Rules;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>The tables and rules that statements are found with, opened once.</summary>
internal sealed class StatementLexicons(Resources resources)
{
    private static readonly Dictionary<string, TokenClass> Classes = new()
    {
        ["mention"] = (document, index, limit) => LengthAt(document, index, limit, LayerSearch.StartingAt(document.Mentions,
            document.Tokens[index].Span.Start)),
        ["timex"] = (document, index, limit) => LengthAt(document, index, limit, LayerSearch.StartingAt(document.Layer<Timex>(),
            document.Tokens[index].Span.Start)),
    };

    public FunctionWords Words { get; } = resources.Words;

    public Lexicon SpeechCues { get; } = resources.Lexicon("speech-cues");

    public Lexicon Audiences { get; } = resources.Lexicon("audiences");

    public Lexicon CueAdverbs { get; } = resources.Lexicon("cue-adverbs");

    public RuleMatcher Cues { get; } = new(resources.Rules("statement-cues"), resources.Lexicon, Classes);

    public RuleMatcher Occasions { get; } = new(resources.Rules("occasions"), resources.Lexicon, Classes);

    public string Hash { get; } = string.Concat(
        resources.Rules("statement-cues").Hash, resources.Rules("occasions").Hash, resources.Lexicon("speech-cues").Hash,
        resources.Lexicon("audiences").Hash, resources.Lexicon("cue-adverbs").Hash, resources.Lexicon("auxiliaries").Hash,
        resources.Lexicon("negations").Hash, resources.Words.Hash, resources.Lexicon("media-words").Hash);

    private static int LengthAt(Document document, int index, int limit, IAnnotation? annotation)
    {
        if (annotation is null) return 0;
        var end = index + 1;
        while (end < limit && document.Tokens[end].Span.End <= annotation.Span.End) end++;
        return document.Tokens[end - 1].Span.End == annotation.Span.End ? end - index : 0;
    }
}
