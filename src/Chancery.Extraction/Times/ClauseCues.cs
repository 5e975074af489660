using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Times;

/// <summary>Says whether the clause of an expression looks back or ahead, by the nearest word that tells.</summary>
internal sealed class ClauseCues(Lexicon cues)
{
    private const int Reach = 14;
    private static readonly ulong To = TokenKey.Of("to");
    private static readonly ulong Is = TokenKey.Of("is");
    private static readonly ulong Are = TokenKey.Of("are");
    private readonly Dictionary<ulong, TimeDirection> _cues = cues.Entries.ToDictionary(entry => TokenKey.Of(entry.Form), entry => Read(entry));

    /// <summary>The direction at the tokens <c>[first..end)</c> of a sentence: the nearest cue before them, else the first after.</summary>
    public TimeDirection At(SourceText text, ImmutableArray<Token> tokens, Sentence sentence, int first, int end)
    {
        for (var i = first - 1; i >= sentence.First && i >= first - Reach; i--)
            if (DirectionOf(text, tokens[i]) is var direction && direction != TimeDirection.Unknown)
                return IsPlanned(text, tokens, sentence, i) ? TimeDirection.Future : direction;
        for (var i = end; i < sentence.End && i < end + Reach; i++)
            if (DirectionOf(text, tokens[i]) is var direction && direction != TimeDirection.Unknown)
                return direction;
        return TimeDirection.Unknown;
    }

    /// <summary>True for the "to" of "is to leave", "planned to leave".</summary>
    private bool IsPlanned(SourceText text, ImmutableArray<Token> tokens, Sentence sentence, int at)
    {
        if (tokens[at].Key != To || at <= sentence.First) return false;
        var before = tokens[at - 1];
        return before.Key == Is || before.Key == Are || DirectionOf(text, before) == TimeDirection.Future;
    }

    private TimeDirection DirectionOf(SourceText text, Token token)
    {
        if (token.Kind != TokenKind.Word) return TimeDirection.Unknown;
        if (_cues.TryGetValue(token.Key, out var direction)) return direction;
        var form = text.Slice(token.Span);
        return form.Length > 3 && form[^1] == 'd' && form[^2] == 'e' ? TimeDirection.Past : TimeDirection.Unknown;
    }

    private static TimeDirection Read(LexiconEntry entry) => entry.Field(0) switch
    {
        "past" => TimeDirection.Past,
        "future" => TimeDirection.Future,
        "open" => TimeDirection.Open,
        _ => TimeDirection.Unknown,
    };
}
