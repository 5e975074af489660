namespace Chancery.Extraction.Places;

/// <summary>What a place of the gazetteer is.</summary>
public enum PlaceKind : byte
{
    /// <summary>A state or a territory with a code of its own.</summary>
    Country,

    /// <summary>A first-level division.</summary>
    Province,

    /// <summary>A second-level division.</summary>
    District,

    /// <summary>The capital of a state.</summary>
    Capital,

    /// <summary>The seat of a first-level division.</summary>
    Seat,

    /// <summary>Any other town or village.</summary>
    Town,

    /// <summary>Part of a town.</summary>
    Section,

    /// <summary>A region without borders of its own in law, or with disputed ones.</summary>
    Region,

    /// <summary>A continent, or a part of the world as large.</summary>
    Continent,

    /// <summary>A sea, lake, river or strait.</summary>
    Water,

    /// <summary>A mountain, range, desert, cape, valley or island.</summary>
    Landform,

    /// <summary>A camp, base, crossing, building or road.</summary>
    Site,
}
