namespace Chancery.Extraction.Places;

/// <summary>What a place's name does where it stands.</summary>
public enum PlaceUse
{
    /// <summary>It names the place: "fighting in Kunduz".</summary>
    Place,

    /// <summary>It is part of the name of a body, work or event, which may be somewhere else: "University of Texas", "the Kabul embassy".</summary>
    Name,

    /// <summary>It names a people or is the adjective of a state: "Afghan troops", "Russians".</summary>
    People,
}
