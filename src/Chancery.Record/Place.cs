namespace Chancery.Record;

/// <summary>A place, never finer than the report's words.</summary>
/// <param name="Name">As the record knows it.</param>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Admin1">First-level division, by name.</param>
/// <param name="Lat">Degrees north, −90 to 90.</param>
/// <param name="Lon">Degrees east, −180 to 180.</param>
/// <param name="Precision"><c>point</c>, <c>city</c>, <c>district</c>, <c>province</c> or <c>country</c>.</param>
public sealed record Place(string Name, string? Country = null, string? Admin1 = null, double? Lat = null, double? Lon = null, string? Precision = null);
