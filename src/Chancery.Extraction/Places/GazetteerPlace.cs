namespace Chancery.Extraction.Places;

/// <summary>A place as it goes into a gazetteer.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Country">ISO 3166-1 alpha-2; empty for what belongs to none.</param>
/// <param name="Admin1">The code of its first-level division, as GeoNames counts them within the country; empty if none is known.</param>
/// <param name="Lat">Degrees north, −90 to 90.</param>
/// <param name="Lon">Degrees east, −180 to 180.</param>
/// <param name="Population">Who live there; 0 if nobody knows.</param>
public sealed record GazetteerPlace(string Name, PlaceKind Kind, string Country, string Admin1, double Lat, double Lon, long Population)
{
    /// <summary>Other names.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
