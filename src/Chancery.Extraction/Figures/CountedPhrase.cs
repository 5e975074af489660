using System.Collections.Immutable;
using Chancery.Extraction.Mentions;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Figures;

/// <summary>
/// Finds the noun phrase after a number: up to four modifiers and a head that can be counted, with a second head after
/// "and" ("diplomats and security staff"). Without a tagger a head is told by its form: a plural in s that is not in the
/// table of the uncounted, a people ("Afghans"), or a noun that is counted without an s.
/// </summary>
internal sealed class CountedPhrase(FunctionWords words, Lexicon collectives, Lexicon uncounted, Lexicon peoples)
{
    private const int MostModifiers = 4;
    private static readonly ulong And = TokenKey.Of("and");
    /// <summary>How many tokens the phrase has; 0 if there is none.</summary>
    public int LengthAt(Document document, int index, int limit)
    {
        var tokens = document.Tokens;
        var end = HeadEnd(document, tokens, index, limit);
        if (end == 0) return 0;
        if (end + 1 < limit && tokens[end].Key == And && HeadEnd(document, tokens, end + 1, Math.Min(limit, end + 4)) is var second and > 0) end = second;
        return end - index;
    }

    /// <summary>How many plain lower-case words follow, three at most: a noun with its modifiers, after a sum before a noun.</summary>
    public int PlainLengthAt(Document document, int index, int limit)
    {
        var end = index;
        while (end < limit && end - index < 3 && document.Tokens[end].Kind == TokenKind.Word &&
            !document.Tokens[end].Is(TokenShape.Capital) && !words.PhraseBreaks.Contains(document.Tokens[end].Key)) end++;
        return end - index;
    }

    private int HeadEnd(Document document, ImmutableArray<Token> tokens, int index, int limit)
    {
        var last = Math.Min(limit, index + MostModifiers + 1);
        var end = 0;
        for (var at = index; at < last; at++)
        {
            if (IsHyphen(document, tokens[at]) && at > index) continue;
            if (tokens[at].Kind != TokenKind.Word || document.TextOf(tokens[at])[0] is '\'' or '\u2019' || words.PhraseBreaks.Contains(tokens[at].Key)) break;
            if (end > 0 && !Goes(document, tokens[at])) break;
            if (IsHead(document, tokens, at)) end = at + 1;
        }

        return end;
    }

    private static bool IsHyphen(Document document, Token token) => document.TextOf(token) is "-";

    private bool Goes(Document document, Token token) => IsPlural(document, token) || collectives.Contains(document.TextOf(token));

    private bool IsHead(Document document, ImmutableArray<Token> tokens, int at)
    {
        var token = tokens[at];
        var text = document.TextOf(token);
        if (collectives.Contains(text)) return true;
        return token.Is(TokenShape.Capital) ? IsPeople(document, at) : IsPlural(document, token);
    }

    private bool IsPeople(Document document, int at) =>
        peoples.Match(document.Text, document.Tokens, at, at + 2) is { } match && match.Entry.Field(1) == "demonym" && match.Entry.Form.EndsWith('s');

    private bool IsPlural(Document document, Token token)
    {
        var text = document.TextOf(token);
        return text.Length > 3 && text[^1] == 's' && text[^2] is not ('s' or 'u' or 'i' or '\'') && !uncounted.Contains(text);
    }
}
