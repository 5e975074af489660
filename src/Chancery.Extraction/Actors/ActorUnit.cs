using Chancery.Text;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Actors;

/// <summary>What a part of an actor's words is.</summary>
internal enum ActorUnitKind
{
    /// <summary>A noun or adjective of the table of agents.</summary>
    Agent,

    /// <summary>A body of the table of organisations.</summary>
    Organisation,

    /// <summary>A state by name.</summary>
    State,

    /// <summary>A people or the adjective of a state.</summary>
    People,

    /// <summary>A capital.</summary>
    Capital,

    /// <summary>A place, people or territory that is no state.</summary>
    Territory,

    /// <summary>A town or province of the gazetteer.</summary>
    Place,

    /// <summary>Somebody of the table of those who hold offices.</summary>
    Holder,

    /// <summary>A name that no table knows.</summary>
    Name,

    /// <summary>A pronoun.</summary>
    Pronoun,
}

/// <summary>Words within an actor's that stand in a table, with what it says of them.</summary>
/// <param name="Range">Its tokens.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Country">Country or PLOVER code that it gives.</param>
/// <param name="Sectors">Sectors that it gives, the primary first.</param>
/// <param name="IsWeak">True if its sector gives way to what stands with it.</param>
/// <param name="IsAtHome">True if the country is only where it is at home.</param>
internal sealed record ActorUnit(TokenRange Range, ActorUnitKind Kind, string? Country, EquatableArray<string> Sectors, bool IsWeak = false, bool IsAtHome = false)
{
    /// <summary>True if it gives a sector that says something.</summary>
    public bool HasSector => Sectors.Count > 0 && Sectors[0] != "UNK";
}
