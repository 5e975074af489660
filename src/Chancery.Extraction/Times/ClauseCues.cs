using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Times;

/// <summary>Says whether the clause of an expression looks back or ahead, by the nearest word that tells.</summary>
internal sealed class ClauseCues
{
    private const int Reach = 14;
    private static readonly ulong To = TokenKey.Of("to");
    private static readonly ulong Is = TokenKey.Of("is");
    private static readonly ulong Are = TokenKey.Of("are");
    private static readonly ulong Be = TokenKey.Of("be");
    private readonly Dictionary<ulong, TimeDirection> _cues;
    private readonly HashSet<ulong> _perfect;
    private readonly HashSet<ulong> _nominal;

    /// <summary>The cues of a lexicon; see its head.</summary>
    public ClauseCues(Lexicon cues)
    {
        _cues = cues.Entries.ToDictionary(entry => TokenKey.Of(entry.Form), Read);
        _perfect = [.. cues.Entries.Where(entry => entry.Field(0) == "perfect").Select(entry => TokenKey.Of(entry.Form))];
        _nominal = [.. cues.Entries.Where(entry => entry.Field(0) == "noun").Select(entry => TokenKey.Of(entry.Form))];
    }

    /// <summary>The direction at the tokens <c>[first..end)</c> of a sentence: the nearest cue before them, else the first after.</summary>
    public TimeDirection At(SourceText text, ImmutableArray<Token> tokens, Sentence sentence, int first, int end)
    {
        if (Before(text, tokens, sentence, first, first) is var (at, cue) && at >= 0)
            return IsPlanned(text, tokens, sentence, at) ? TimeDirection.Future : Beyond(text, tokens, sentence, first, at, cue);
        for (var i = end; i < sentence.End && i < end + Reach; i++)
            if (DirectionOf(text, tokens[i]) is var direction && direction != TimeDirection.Unknown)
                return direction;
        return TimeDirection.Unknown;
    }

    /// <summary>The nearest cue before a token that tells where its clause looks, and its place; -1 if none does.</summary>
    private (int At, TimeDirection Direction) Before(SourceText text, ImmutableArray<Token> tokens, Sentence sentence, int from, int first)
    {
        for (var i = from - 1; i >= sentence.First && i >= first - Reach; i--)
            if (DirectionOf(text, tokens[i]) is var direction && direction != TimeDirection.Unknown
                && !(direction == TimeDirection.Past && FollowsBe(tokens, sentence, i)) && !IsPreposition(tokens, i))
                return (i, direction);
        return (-1, TimeDirection.Unknown);
    }

    /// <summary>"By", "until" beside the expression look where the clause does: "must leave by Friday" is another Friday than "had left by Friday".</summary>
    private TimeDirection Beyond(SourceText text, ImmutableArray<Token> tokens, Sentence sentence, int first, int at, TimeDirection direction)
    {
        if (direction != TimeDirection.Open || at != first - 1) return direction;
        var (place, other) = Before(text, tokens, sentence, at, first);
        return other is TimeDirection.Future or TimeDirection.Modal || (place >= 0 && _perfect.Contains(tokens[place].Key)) ? TimeDirection.Modal : direction;
    }

    /// <summary>True for the "to" of "to the river", "to Doha", which is no infinitive's.</summary>
    private bool IsPreposition(ImmutableArray<Token> tokens, int at) => tokens[at].Key == To && at + 1 < tokens.Length
        && (tokens[at + 1].Kind != TokenKind.Word || tokens[at + 1].Is(TokenShape.Capital) || _nominal.Contains(tokens[at + 1].Key));

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
        "past" or "perfect" => TimeDirection.Past,
        "future" => TimeDirection.Future,
        "open" => TimeDirection.Open,
        "modal" => TimeDirection.Modal,
        _ => TimeDirection.Unknown,
    };
}
