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
    private static readonly ulong Be = TokenKey.Of("be");
    private readonly Dictionary<ulong, TimeDirection> _cues = cues.Entries.ToDictionary(entry => TokenKey.Of(entry.Form), entry => Read(entry));

    /// <summary>The direction at the tokens <c>[first..end)</c> of a sentence: the nearest cue before them, else the first after.</summary>
    public TimeDirection At(SourceText text, ImmutableArray<Token> tokens, Sentence sentence, int first, int end)
    {
        for (var i = first - 1; i >= sentence.First && i >= first - Reach; i--)
            if (DirectionOf(text, tokens[i]) is var direction && direction != TimeDirection.Unknown && !(direction == TimeDirection.Past && FollowsBe(tokens, sentence, i)))
                return IsPlanned(text, tokens, sentence, i) ? TimeDirection.Future : Beyond(text, tokens, sentence, first, i, direction);
        for (var i = end; i < sentence.End && i < end + Reach; i++)
            if (DirectionOf(text, tokens[i]) is var direction && direction != TimeDirection.Unknown)
                return direction;
        return TimeDirection.Unknown;
    }

    /// <summary>"By", "until" beside the expression look where the clause does: "must leave by Friday" is another Friday than "had left by Friday".</summary>
    private TimeDirection Beyond(SourceText text, ImmutableArray<Token> tokens, Sentence sentence, int first, int at, TimeDirection direction)
    {
        if (direction != TimeDirection.Open || at != first - 1) return direction;
        for (var i = at - 1; i >= sentence.First && i >= first - Reach; i--)
            if (DirectionOf(text, tokens[i]) is var other && other != TimeDirection.Unknown && !(other == TimeDirection.Past && FollowsBe(tokens, sentence, i)))
                return other is TimeDirection.Future or TimeDirection.Modal ? TimeDirection.Modal : direction;
        return direction;
    }

    /// <summary>"Will be closed": a participle after "be" looks where the verb before it does.</summary>
    private static bool FollowsBe(ImmutableArray<Token> tokens, Sentence sentence, int at) => at > sentence.First && tokens[at - 1].Key == Be;

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
        "modal" => TimeDirection.Modal,
        _ => TimeDirection.Unknown,
    };
}
