namespace Chancery.Extraction.Places;

/// <summary>Distances on the earth taken for a ball.</summary>
public static class Distances
{
    private const double EarthDiameter = 12742.02;

    /// <summary>Kilometres between two points given in degrees, by the haversine formula.</summary>
    public static double Kilometres(double lat, double lon, double otherLat, double otherLon)
    {
        var (a, b) = (double.DegreesToRadians(lat), double.DegreesToRadians(otherLat));
        var (height, width) = (Math.Sin((b - a) / 2), Math.Sin(double.DegreesToRadians(otherLon - lon) / 2));
        return EarthDiameter * Math.Asin(Math.Min(1, Math.Sqrt(height * height + Math.Cos(a) * Math.Cos(b) * width * width)));
    }
}
