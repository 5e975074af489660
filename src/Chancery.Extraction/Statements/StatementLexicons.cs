using Chancery.Extraction.Mentions;
using Chancery.Extraction.Times;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Rules;
using Chancery.Text.Sentences;
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

    public SpeechWords SpeechVerbs { get; } = new(resources.Lexicon("speech-verbs"));

    public SpeechWords SpeechNouns { get; } = new(resources.Lexicon("speech-nouns"));

    public HashSet<ulong> LightVerbs { get; } = Keys(resources.Lexicon("light-verbs"));

    /// <summary>"the agency", "the group": a body named before.</summary>
    public HashSet<ulong> GenericBodies { get; } = Keys(resources.Lexicon("generic-bodies"));

    /// <summary>Verbs for opening one's mouth, which tell where and when: "speaking in Lima on Thursday, she said".</summary>
    public HashSet<ulong> TalkVerbs { get; } = Keys(resources.Lexicon("talk-verbs"));

    public HashSet<ulong> HearsayAdverbs { get; } = Keys(resources.Lexicon("hearsay-adverbs"));

    public HashSet<ulong> OccasionNouns { get; } = Keys(resources.Lexicon("occasion-nouns"));

    /// <summary>Prepositions before an occasion.</summary>
    public HashSet<string> OccasionLinks { get; } = ["at", "by", "during", "in", "on", "over", "through", "via"];

    /// <summary>What one acts according to, and nobody says: a plan, a law.</summary>
    public HashSet<ulong> NoAuthority { get; } = Keys(resources.Lexicon("no-authority"));

    public Lexicon TranscriptLabels { get; } = resources.Lexicon("transcript-labels");

    public RuleMatcher Cues { get; } = new(resources.Rules("statement-cues"), resources.Lexicon, Classes);

    public RuleMatcher Occasions { get; } = new(resources.Rules("occasions"), resources.Lexicon, Classes);

    public string Hash { get; } = string.Concat(
        [
            resources.Rules("statement-cues").Hash, resources.Rules("occasions").Hash, resources.Words.Hash,
            .. Tables.Select(name => resources.Lexicon(name).Hash),
        ]);

    private static readonly string[] Tables =
        ["speech-verbs", "speech-nouns", "light-verbs", "talk-verbs", "generic-bodies", "hearsay-adverbs", "occasion-nouns", "no-authority", "transcript-labels", "media-words"];

    private static HashSet<ulong> Keys(Lexicon lexicon) => [.. lexicon.Entries.Select(entry => TokenKey.Of(entry.Form))];

    /// <summary>True if a sentence has no end mark, as headlines have none.</summary>
    public static bool IsHeadline(Document document, Sentence sentence) => document.TextOf(document.Tokens[sentence.End - 1]) is not ("." or "?" or "!");

    private static int LengthAt(Document document, int index, int limit, IAnnotation? annotation)
    {
        if (annotation is null) return 0;
        var end = index + 1;
        while (end < limit && document.Tokens[end].Span.End <= annotation.Span.End) end++;
        return document.Tokens[end - 1].Span.End == annotation.Span.End ? end - index : 0;
    }
}
