using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Rules;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Mentions;

/// <summary>An office as the report words it: "Russian presidential envoy to Afghanistan".</summary>
/// <param name="Range">All its tokens.</param>
/// <param name="Title">The words from the first modifier to the end, without the state before them.</param>
/// <param name="Country">The state it belongs to.</param>
/// <param name="Entry">The line of the table of roles.</param>
/// <param name="Body">The body before it, if there is one: "Taliban", "foreign ministry".</param>
internal sealed record OfficePhrase(TokenRange Range, string Title, string? Country, LexiconEntry Entry, string? Body);

/// <summary>Finds offices: state or body, modifiers, the role, and "to", "for" or "of" with a state after it.</summary>
internal sealed class OfficeFinder(Document document, MentionLexicons lexicons)
{
    private const int MostNouns = 2;
    private static readonly string[] FieldEndings = ["tion", "ment", "ity", "ness", "ship", "ism"];
    private static readonly ulong OfKey = TokenKey.Of("of");
    private static readonly ulong ArticleKey = TokenKey.Of("the");
    private readonly ImmutableArray<Token> _tokens = document.Tokens;

    public OfficePhrase? At(int index, int limit)
    {
        var at = index;
        var country = Take(lexicons.Countries, ref at, limit);
        var body = country is null ? Take(lexicons.Organisations, ref at, limit) : null;
        var region = (country ?? body) is null ? Take(lexicons.Regions, ref at, limit) : null;
        if ((country ?? body) is not null && at < limit && IsPossessive(at)) at++;
        var start = at;
        if (Take(lexicons.Bodies, ref at, limit) is { } bodyWord && body is null) body = bodyWord;
        while (at < limit && lexicons.RoleModifiers.Match(document.Text, _tokens, at, limit) is { } modifier && !IsRoleOnly(at, limit)) at += modifier.Length;
        var role = Take(lexicons.Roles, ref at, limit);
        if (role is null && (at > index || IsAfterArticle(index))) role = TakeAfterNouns(ref at, limit);
        else if (role is not null && Longer(at, limit) is var longer and > 0) at = longer;
        if (role is null || (country is not null && !StartsWord(start))) return null;
        var afterRole = at;
        var linked = TakeLinked(ref at, limit, out var ownCountry);
        var title = document.Text[new TokenRange(start, linked ? at : afterRole).In(document)];
        if (region is not null) title = document.Text[new TokenRange(index, at).In(document)];
        return new OfficePhrase(new TokenRange(index, at), title, CountryOf(country, body) ?? ownCountry, role, body?.Form);
    }

    private bool IsAfterArticle(int index) => index > 0 && lexicons.Words.Articles.Contains(_tokens[index - 1].Key);

    /// <summary>"defence official", "refugee agency spokeswoman": a role that one or two plain nouns stand before.</summary>
    private LexiconEntry? TakeAfterNouns(ref int at, int limit)
    {
        for (var nouns = 1; nouns <= MostNouns && at + nouns < limit && IsPlain(at + nouns - 1); nouns++)
        {
            var end = at + nouns;
            if (Take(lexicons.Roles, ref end, limit) is not { } role) continue;
            at = end;
            return role;
        }

        return null;
    }

    /// <summary>"chief" is only the beginning of "chief investment officer": the token after the longer office; 0 if there is none.</summary>
    private int Longer(int at, int limit)
    {
        var end = at;
        return TakeAfterNouns(ref end, limit) is not null ? end : 0;
    }

    private bool IsPlain(int at) => _tokens[at].Kind == TokenKind.Word && !_tokens[at].Is(TokenShape.Capital) &&
        !lexicons.Words.OfficeBreaks.Contains(_tokens[at].Key);

    private static string? CountryOf(LexiconEntry? country, LexiconEntry? body) =>
        country?.Field(0) ?? (body is { Fields.Count: > 3 } && body.Field(3).Length > 0 ? body.Field(3) : null);

    private bool StartsWord(int at) => at < _tokens.Length && _tokens[at].Kind == TokenKind.Word;

    private bool IsPossessive(int at) => document.TextOf(_tokens[at]) is "'s" or "\u2019s";

    /// <summary>True if the role itself begins here, so that its first word is no modifier ("special envoy", "chief of staff").</summary>
    private bool IsRoleOnly(int at, int limit) =>
        lexicons.Roles.Match(document.Text, _tokens, at, limit) is { } role &&
        (role.Length > 1 || at + 1 >= limit || lexicons.Roles.Match(document.Text, _tokens, at + 1, limit) is null);

    private LexiconEntry? Take(Lexicon lexicon, ref int at, int limit)
    {
        if (at >= limit || lexicon.Match(document.Text, _tokens, at, limit) is not { } match) return null;
        at += match.Length;
        return match.Entry;
    }

    /// <summary>"to Afghanistan", "of the Taliban": the state or body that an office is for; "of" also says whose it is.</summary>
    private bool TakeLinked(ref int at, int limit, out string? ownCountry)
    {
        ownCountry = null;
        if (at + 1 >= limit || !lexicons.Words.OfficeLinks.Contains(_tokens[at].Key)) return false;
        var of = _tokens[at].Key == OfKey;
        var next = _tokens[at + 1].Key == ArticleKey ? at + 2 : at + 1;
        var end = next;
        if (Take(lexicons.Countries, ref end, limit) is { } country)
        {
            if (country.Field(1) == "demonym") return false;
            ownCountry = of ? country.Field(0) : null;
        }
        else if (Take(lexicons.Organisations, ref end, limit) is null)
        {
            return false;
        }

        at = IsField(end, limit) ? end + 1 : end;
        return true;
    }

    /// <summary>"for Afghanistan Reconciliation": an abstract noun after the state is what the office is for and nobody's name.</summary>
    private bool IsField(int at, int limit)
    {
        if (at >= limit || _tokens[at].Kind != TokenKind.Word || !_tokens[at].Is(TokenShape.Capital)) return false;
        var text = document.TextOf(_tokens[at]);
        foreach (var ending in FieldEndings)
            if (text.Length > ending.Length + 3 && text.EndsWith(ending, StringComparison.Ordinal))
                return true;
        return false;
    }
}
