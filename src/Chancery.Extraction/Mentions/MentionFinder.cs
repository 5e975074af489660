using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Rules;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Mentions;

/// <summary>Walks over every sentence once and takes the longest thing that begins at each token.</summary>
internal sealed class MentionFinder
{
    private readonly Document _document;
    private readonly ImmutableArray<Token> _tokens;
    private readonly MentionLexicons _lexicons;
    private readonly OfficeFinder _offices;
    private readonly NameRun _names;
    private readonly NameClassifier _classifier;

    public MentionFinder(Document document, MentionLexicons lexicons)
    {
        (_document, _tokens, _lexicons) = (document, document.Tokens, lexicons);
        _offices = new OfficeFinder(document, lexicons);
        _names = new NameRun(document, lexicons);
        _classifier = new NameClassifier(document, lexicons);
    }

    public List<Mention> Find()
    {
        var mentions = new List<Mention>();
        foreach (var sentence in _document.Sentences)
            for (var i = sentence.First; i < sentence.End;)
            {
                var mention = At(i, sentence);
                if (mention is not null) mentions.Add(mention);
                i = mention?.Range.End ?? i + 1;
            }

        return mentions;
    }

    private Mention? At(int index, Sentence sentence) =>
        OfficeOrPerson(index, sentence) ?? Honoured(index, sentence) ?? Body(index, sentence) ?? Known(index, sentence) ??
        Named(index, sentence) ?? Pronoun(index) ?? Handle(index);

    /// <summary>"Russian ambassador to Kabul Dmitry Zhirnov", or the office alone.</summary>
    private Mention? OfficeOrPerson(int index, Sentence sentence)
    {
        if (_offices.At(index, sentence.End) is not { } office) return null;
        var at = office.Range.End;
        if (at < sentence.End && _lexicons.Honorifics.Match(_document.Text, _tokens, at, sentence.End) is { } honorific) at += honorific.Length;
        var name = at < sentence.End ? _names.At(at, sentence.First, sentence.End) : default;
        var sector = office.Entry.Field(0);
        if (at < sentence.End && Handle(at) is { } handle)
            return Make(new TokenRange(index, at + 1), MentionForm.Name, "handle", handle.Name, office.Country, sector, "office-name",
                office.Title, office.Entry.Field(1));
        if (office.Range.Count == 1 && name.Count == 1 && IsRoad(office, name)) return null;
        if (name.Count > 0 && !IsKnown(name.First, sentence.End) && !IsFirm(office, name))
            return Make(new TokenRange(index, name.End), MentionForm.Name, "person", TextOf(name), office.Country, sector, "office-name",
                office.Title, office.Entry.Field(1));
        return Make(office.Range, MentionForm.Description, "person", TextOf(office.Range), office.Country, sector, "office",
            office.Title, $"{office.Entry.Form.ToLowerInvariant()} {office.Entry.Field(1)}");
    }

    /// <summary>"General Motors" is no general: a rank alone in capitals before words of a firm, or before a single word.</summary>
    private bool IsFirm(OfficePhrase office, TokenRange name) =>
        office.Range.Count == 1 && office.Entry.Form == "general" && _tokens[office.Range.First].Is(TokenShape.Capital) &&
            (name.Count == 1 || _classifier.IsBody(name));

    /// <summary>"King Road", "Bishop Street": a capital office and a word for a place are one name, and no person's.</summary>
    private bool IsRoad(OfficePhrase office, TokenRange name) =>
        _tokens[office.Range.First].Is(TokenShape.Capital) && _lexicons.PlaceWords.Contains(_document.TextOf(_tokens[name.First]));

    private Mention? Honoured(int index, Sentence sentence)
    {
        if (_lexicons.Honorifics.Match(_document.Text, _tokens, index, sentence.End) is not { } honorific) return null;
        var at = index + honorific.Length;
        var name = at < sentence.End ? _names.At(at, sentence.First, sentence.End) : default;
        return name.Count == 0 ? null : Make(new TokenRange(index, name.End), MentionForm.Name, "person", TextOf(name), null, null, "honorific");
    }

    /// <summary>"the Chinese foreign ministry", "Afghan troops", "the Taliban government", "officials".</summary>
    private Mention? Body(int index, Sentence sentence)
    {
        var at = index;
        var modified = at < sentence.End && _lexicons.RoleModifiers.Match(_document.Text, _tokens, at, sentence.End) is { };
        if (modified) at++;
        string? country = null;
        var owned = at < sentence.End && TakeOwner(ref at, sentence, out country);
        if (owned && at < sentence.End && _document.TextOf(_tokens[at]) is "'s" or "\u2019s") at++;
        if (at >= sentence.End || _lexicons.Bodies.Match(_document.Text, _tokens, at, sentence.End) is not { } body) return null;
        if (modified && !owned) return null;
        var range = new TokenRange(index, at + body.Length);
        return Make(range, MentionForm.Description, body.Entry.Field(0), TextOf(range), country, body.Entry.Field(1),
            owned || IsCapitalised(range) ? "owned-body" : "body", isa: body.Entry.Form.ToLowerInvariant());
    }

    /// <summary>"Ministry of Foreign Affairs": a body written as a name.</summary>
    private bool IsCapitalised(TokenRange range) =>
        range.Count > 1 && _tokens[range.First].Is(TokenShape.Capital) && _tokens[range.End - 1].Is(TokenShape.Capital);

    /// <summary>Goes past whose a body is: a state, a region or an organisation; and says of which state, if one is known.</summary>
    private bool TakeOwner(ref int at, Sentence sentence, out string? country)
    {
        country = null;
        if (_lexicons.Countries.Match(_document.Text, _tokens, at, sentence.End) is { } state)
        {
            at += state.Length;
            // "the Kabul embassy" is an embassy in Kabul, not Afghanistan's.
            country = state.Entry.Field(1) == "capital" ? null : state.Entry.Field(0);
            return true;
        }

        if (_lexicons.Regions.Match(_document.Text, _tokens, at, sentence.End) is { } region)
        {
            at += region.Length;
            return true;
        }

        if (_lexicons.Organisations.Match(_document.Text, _tokens, at, sentence.End) is not { } organisation) return false;
        at += organisation.Length;
        country = organisation.Entry.Field(3) is { Length: > 0 } own ? own : null;
        return true;
    }

    /// <summary>A state, capital, body or agency that stands in a table.</summary>
    private Mention? Known(int index, Sentence sentence)
    {
        if (_lexicons.Organisations.Match(_document.Text, _tokens, index, sentence.End) is { } organisation)
            return Make(new TokenRange(index, index + organisation.Length), MentionForm.Name, organisation.Entry.Field(1),
                organisation.Entry.Field(0), organisation.Entry.Field(3) is { Length: > 0 } own ? own : null, organisation.Entry.Field(2), "organisation");
        if (!_tokens[index].Is(TokenShape.Capital)) return null;
        if (_lexicons.Countries.Match(_document.Text, _tokens, index, sentence.End) is { } country && !NameGoesOn(index, country.Length, sentence))
            return Country(new TokenRange(index, index + country.Length), country.Entry);
        return _lexicons.Agencies.Match(_document.Text, _tokens, index, sentence.End) is { } agency && agency.Entry.Field(1) != "generic"
            ? Make(new TokenRange(index, index + agency.Length), MentionForm.Name, "organisation", agency.Entry.Field(0), null, "JRN", "agency")
            : null;
    }

    /// <summary>True if a capital or state is only the first word of a longer name: "Kabul University", "British Columbia".</summary>
    private bool NameGoesOn(int index, int length, Sentence sentence)
    {
        var name = _names.At(index, sentence.First, sentence.End);
        if (name.End <= index + length) return false;
        if (_classifier.IsSeenAsOne(name)) return true;
        var last = _document.TextOf(_tokens[name.End - 1]);
        return _lexicons.OrganisationWords.Contains(last) || _lexicons.PlaceWords.Contains(last);
    }

    private Mention Country(TokenRange range, LexiconEntry entry) => entry.Field(1) switch
    {
        "name" => Make(range, MentionForm.Name, "state", entry.Field(2), entry.Field(0), "GOV", "state"),
        "capital" => Make(range, MentionForm.Name, "place", TextOf(range), entry.Field(0), null, "capital"),
        _ => Make(range, MentionForm.Demonym, "state", entry.Field(2), entry.Field(0), null, "demonym"),
    };

    private bool IsKnown(int index, int limit) =>
        _lexicons.Organisations.Match(_document.Text, _tokens, index, limit) is not null ||
        _lexicons.Countries.Match(_document.Text, _tokens, index, limit) is not null;

    private Mention? Named(int index, Sentence sentence)
    {
        var name = _names.At(index, sentence.First, sentence.End);
        if (name.Count == 0) return null;
        if (OfficeInside(name) is { } person) return person;
        if (_classifier.IsBody(name)) name = _names.Extend(name, sentence.End);
        else if (Medium(name, sentence) is { } medium) return medium;
        return _classifier.Classify(name, sentence) is { } type
            ? Make(name, MentionForm.Name, type.Type, TextOf(name), null, type.Type == "organisation" ? _classifier.SectorOf(name) : null, type.Rule)
            : Make(name, MentionForm.Name, "", TextOf(name), null, null, "capitals");
    }

    /// <summary>"Homeland Security Secretary Ann Lee": an office within capitals, and the name after it.</summary>
    private Mention? OfficeInside(TokenRange name)
    {
        for (var i = name.First + 1; i < name.End - 1; i++)
            if (_lexicons.Roles.Match(_document.Text, _tokens, i, name.End) is { } role && i + role.Length < name.End)
                return Make(name, MentionForm.Name, "person", TextOf(new TokenRange(i + role.Length, name.End)), null, role.Entry.Field(0), "office-inside",
                    TextOf(new TokenRange(name.First, i + role.Length)), role.Entry.Field(1));
        return null;
    }

    /// <summary>"Echo of Moscow radio station": a name, longer by "of" and another, that a word for a medium follows.</summary>
    private Mention? Medium(TokenRange name, Sentence sentence)
    {
        var whole = _names.Extend(name, sentence.End);
        return whole.End < sentence.End && _lexicons.MediaWords.Match(_document.Text, _tokens, whole.End, sentence.End) is not null
            ? Make(whole, MentionForm.Name, "organisation", TextOf(whole), null, "JRN", "medium")
            : null;
    }

    private Mention? Pronoun(int index) =>
        _tokens[index].Kind == TokenKind.Word && _lexicons.Pronouns.Find(_document.TextOf(_tokens[index]))?.Field(0) is { } type
            ? Make(new TokenRange(index, index + 1), MentionForm.Pronoun, type, TextOf(new TokenRange(index, index + 1)), null, null, "pronoun")
            : null;

    private Mention? Handle(int index) =>
        _tokens[index].Kind == TokenKind.Address && _document.TextOf(_tokens[index])[0] == '@'
            ? Make(new TokenRange(index, index + 1), MentionForm.Name, "handle", TextOf(new TokenRange(index, index + 1)), null, null, "handle")
            : null;

    private string TextOf(TokenRange range) => _document.Text[range.In(_document)];

    private Mention Make(TokenRange range, MentionForm form, string type, string name, string? country, string? sector, string rule,
        string? role = null, string isa = "") =>
        new(range, range.In(_document), form, type, name, country, string.IsNullOrEmpty(sector) ? null : sector, role, isa, -1, rule);
}
