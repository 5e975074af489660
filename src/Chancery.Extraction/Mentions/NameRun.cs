using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Rules;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Mentions;

/// <summary>Finds rows of capitalised words that may be a name.</summary>
internal sealed class NameRun
{
    private static readonly ulong ArticleKey = TokenKey.Of("the");

    private readonly Document _document;
    private readonly ImmutableArray<Token> _tokens;
    private readonly MentionLexicons _lexicons;
    private readonly HashSet<ulong> _lowerCase = [];

    public NameRun(Document document, MentionLexicons lexicons)
    {
        (_document, _tokens, _lexicons) = (document, document.Tokens, lexicons);
        foreach (var token in _tokens)
            if (token.Kind == TokenKind.Word && !token.Is(TokenShape.Capital))
                _lowerCase.Add(token.Key);
    }

    /// <summary>The longest row of name words that begins at <paramref name="index"/>; empty if none does.</summary>
    public TokenRange At(int index, int first, int limit)
    {
        if (!IsNameWord(index, index == first)) return new TokenRange(index, index);
        var end = index + 1;
        while (end < limit && !EndsHeading(end) && NextPart(end, limit) is var part and > 0) end += part;
        return new TokenRange(index, end);
    }

    /// <summary>"PRODUCTION Shahrani": a word of four letters or more, all capitals, before one that is not, is a heading left in the line.</summary>
    private bool EndsHeading(int at) =>
        _tokens[at - 1].Is(TokenShape.AllCapitals) && _tokens[at - 1].Span.Length >= 4 && _tokens[at].Kind == TokenKind.Word &&
        _tokens[at].Is(TokenShape.Capital) && !_tokens[at].Is(TokenShape.AllCapitals);

    /// <summary>A name that goes on after "of", "for" or "and", as those of ministries and councils do.</summary>
    public TokenRange Extend(TokenRange name, int limit)
    {
        var end = name.End;
        while (end + 1 < limit && _lexicons.Words.NameConnectors.Contains(_tokens[end].Key))
        {
            var next = _tokens[end + 1].Key == ArticleKey ? end + 2 : end + 1;
            if (next >= limit || !IsNameWord(next, false)) break;
            end = At(next, -1, limit).End;
        }

        return new TokenRange(name.First, end);
    }

    private bool IsNameWord(int index, bool opensSentence)
    {
        var token = _tokens[index];
        if (token.Kind != TokenKind.Word || !token.Is(TokenShape.Capital)) return false;
        var text = _document.TextOf(token);
        if (text[0] is '\'' or '\u2019') return false;
        if (_lexicons.NotNames.Contains(text)) return false;
        return !opensSentence || !_lowerCase.Contains(token.Key);
    }

    /// <summary>How many tokens the row goes on with at <paramref name="at"/>: a word, a hyphened word or a particle and a word.</summary>
    private int NextPart(int at, int limit)
    {
        var token = _tokens[at];
        if (_document.TextOf(token) is "-" && !token.Is(TokenShape.SpaceBefore)) return HyphenPart(at, limit);
        if (!token.Is(TokenShape.SpaceBefore) || token.Is(TokenShape.LineBefore)) return 0;
        if (IsNameWord(at, false)) return 1;
        return _lexicons.Words.NameParticles.Contains(token.Key) && at + 1 < limit ? ParticlePart(at, limit) : 0;
    }

    private int HyphenPart(int at, int limit)
    {
        if (at + 1 >= limit || _tokens[at + 1].Is(TokenShape.SpaceBefore)) return 0;
        if (_tokens[at + 1].Is(TokenShape.Capital) && _tokens[at + 1].Kind == TokenKind.Word) return 2;
        if (!_lexicons.Words.NameParticles.Contains(_tokens[at + 1].Key) || at + 3 >= limit) return 0;
        return _document.TextOf(_tokens[at + 2]) is "-" && _tokens[at + 3].Is(TokenShape.Capital) ? 4 : 0;
    }

    private int ParticlePart(int at, int limit)
    {
        if (IsNameWord(at + 1, false) && _tokens[at + 1].Is(TokenShape.SpaceBefore)) return 2;
        var hyphened = at + 2 < limit && _document.TextOf(_tokens[at + 1]) is "-" && _tokens[at + 2].Is(TokenShape.Capital);
        return hyphened ? 3 : 0;
    }
}
