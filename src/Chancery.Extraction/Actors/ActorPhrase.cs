using Chancery.Text;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Actors;

/// <summary>The words of one actor, cut into units around the one that holds the head.</summary>
internal sealed class ActorPhrase
{
    private static readonly ulong Hyphen = TokenKey.Of("-");
    private static readonly ulong Comma = TokenKey.Of(",");
    private static readonly ulong For = TokenKey.Of("for");
    private readonly Document _document;
    private readonly ActorTables _tables;
    private readonly TokenRange _words;
    private readonly int _head;
    private readonly ActorUnit? _unit;
    private readonly List<ActorUnit> _before;
    private readonly List<ActorUnit> _after;

    public ActorPhrase(Document document, ActorTables tables, List<ActorUnit> units, TokenRange words, int head)
    {
        (_document, _tables, _words) = (document, tables, words);
        _unit = Head(units, head);
        _head = _unit?.Range.First ?? head;
        _before = units.FindAll(unit => unit.Range.End <= _head && unit != _unit && !IsOnlyBacking(unit));
        _after = units.FindAll(unit => unit.Range.First > _head && unit != _unit && IsLinked(unit));
    }

    /// <summary>The code, given the part of speech of the head.</summary>
    public ActorCode Code(Upos part, string? home)
    {
        var giver = CountryGiver();
        var sectors = Sectors(part);
        var country = giver?.Country ?? (sectors.Count > 0 && IsOfState(sectors[0]) ? home : null);
        return new ActorCode(country, sectors.Count > 0 ? sectors[0] : null, sectors, giver is { IsAtHome: true }, Rule());
    }

    /// <summary>The unit that holds the head. A person stands at the end of his titles, wherever a parser puts the head.</summary>
    private ActorUnit? Head(List<ActorUnit> units, int head)
    {
        var unit = units.Find(unit => unit.Range.Contains(head));
        var person = units.Find(other => other.Kind is ActorUnitKind.Holder or ActorUnitKind.Name);
        return person is not null && person.Range.First > (unit?.Range.First ?? head) && unit is { Kind: ActorUnitKind.Agent or ActorUnitKind.People } && IsTitle(unit.Range.End, person.Range.First)
            ? person
            : unit;
    }

    /// <summary>True if nothing parts a title from the name after it: no preposition, no possessive, no sign.</summary>
    private bool IsTitle(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (IsPreposition(i) || _document.Tokens[i].Kind == TokenKind.Punctuation || _document.Tokens[i].Is(TokenShape.Joined))
                return false;
        return true;
    }

    private bool IsPreposition(int token) =>
        _document.Tokens[token].Key is var key && (_tables.Words.HomeLinks.Contains(key) || _tables.Words.Prepositions.Contains(key) || _tables.Words.OfficeLinks.Contains(key));

    private string Rule() => _unit?.Kind switch
    {
        ActorUnitKind.Holder => "holder",
        ActorUnitKind.Organisation => "organisation",
        ActorUnitKind.State or ActorUnitKind.People or ActorUnitKind.Capital => "state",
        ActorUnitKind.Territory or ActorUnitKind.Place => "place",
        ActorUnitKind.Name => "name",
        _ => "agent",
    };

    /// <summary>Whose it is: a body says it itself; then what stands before the head, then what stands behind it, then the person's own state.</summary>
    private ActorUnit? CountryGiver()
    {
        if (_unit is { Country: not null, Kind: not (ActorUnitKind.Holder or ActorUnitKind.Place) }) return _unit;
        return _before.Find(unit => unit.Country is not null) ?? _after.Find(unit => unit.Country is not null) ?? (_unit?.Country is not null ? _unit : null);
    }

    private EquatableArray<string> Sectors(Upos part)
    {
        var own = _unit?.Sectors ?? [];
        var beside = Beside().ToList();
        if (_unit is not { Kind: ActorUnitKind.Organisation } && IsFormer() && (own.Contains("GOV") || beside.Contains("GOV"))) return ["ELI"];
        var strong = _unit is { HasSector: true, IsWeak: false };
        if (_unit?.Kind is ActorUnitKind.Holder or ActorUnitKind.Capital or ActorUnitKind.Place && beside.Count > 0) return Join(beside, own);
        if (strong && (_tables.Sectors.IsPower(own[0]) || !beside.Exists(_tables.Sectors.IsPower))) return Join(own, beside);
        if (beside.Count > 0) return Join(_tables.Sectors.Sort(beside), own.Where(sector => sector != "UNK"));
        if (own.Count > 0) return own;
        return _unit is null && part is not Upos.PROPN ? ["UNK"] : [];
    }

    /// <summary>Sectors of what stands before the head, and after "of" behind it. A state's name says nothing of a sector.</summary>
    private IEnumerable<string> Beside()
    {
        var units = _before.Concat(_after.Where(unit => unit.Kind is ActorUnitKind.Agent or ActorUnitKind.Organisation or ActorUnitKind.Holder && _unit is not { HasSector: true, IsWeak: false }));
        var saying = units.Where(unit => unit is { HasSector: true, Kind: ActorUnitKind.Agent or ActorUnitKind.Organisation or ActorUnitKind.Holder }).ToList();
        return (saying.Exists(unit => !unit.IsWeak) ? saying.Where(unit => !unit.IsWeak) : saying).SelectMany(unit => unit.Sectors);
    }

    private static EquatableArray<string> Join(IEnumerable<string> first, IEnumerable<string> then) => first.Concat(then).Distinct().ToEquatableArray();

    private bool IsFormer()
    {
        for (var i = _words.First; i < (_unit?.Kind is ActorUnitKind.Name ? _words.End : _head); i++)
            if (_tables.Former.Contains(_document.TextOf(_document.Tokens[i])))
                return true;
        return false;
    }

    /// <summary>"Iran-backed fighters" are not Iran's; "Syria-based" ones are at home there.</summary>
    private bool IsOnlyBacking(ActorUnit unit)
    {
        var at = unit.Range.End;
        return at + 1 < _words.End && _document.Tokens[at].Key == Hyphen && !_document.Tokens[at].Is(TokenShape.SpaceBefore) &&
            !_document.Tokens[at + 1].Is(TokenShape.Capital) && !_tables.Words.HomeHyphens.Contains(_document.Tokens[at + 1].Key);
    }

    /// <summary>
    /// True if the last preposition between the head and the unit says whose it is or where it is, as "of" and "in" do and "to" and "against" do
    /// not; "for" does of a spokesman. A comma before a description of a name makes it the name's.
    /// </summary>
    private bool IsLinked(ActorUnit unit)
    {
        var named = _unit is { Kind: ActorUnitKind.Name or ActorUnitKind.Holder or ActorUnitKind.Organisation };
        for (var i = unit.Range.First - 1; i > _head; i--)
        {
            var token = _document.Tokens[i];
            if (_tables.Words.HomeLinks.Contains(token.Key)) return true;
            if (token.Key == For && _unit is { IsWeak: true }) return true;
            if (IsPreposition(i)) return false;
            if (token.Key == Comma) return named || unit.Kind == ActorUnitKind.Holder;
        }

        return (named || _unit?.Kind == ActorUnitKind.Agent) && unit.Range.First == _unit!.Range.End;
    }

    private static bool IsOfState(string sector) => sector is "GOV" or "MIL" or "COP" or "JUD" or "LEG" or "SPY";
}
