namespace Chancery.Extraction.Places;

/// <summary>What the name or address of an outlet tells of where it is at home: the state of its domain, and places named in it.</summary>
internal sealed class OutletHome
{
    private const int ShortestName = 4;
    private readonly string _label;
    private readonly Dictionary<string, bool> _names = new(StringComparer.Ordinal);

    /// <param name="outlet">An outlet's host or name, or <see langword="null"/>.</param>
    public OutletHome(string? outlet)
    {
        var host = (outlet ?? "").Trim().ToLowerInvariant();
        var end = host.Contains(' ', StringComparison.Ordinal) ? "" : host[(host.LastIndexOf('.') + 1)..];
        Country = end.Length == 2 && host.Length > 3 ? (end == "uk" ? "GB" : end.ToUpperInvariant()) : "";
        _label = string.Concat(PlaceKey.Folded(host).Where(letter => letter != ' '));
    }

    /// <summary>The alpha-2 code that the domain ends in; empty if it ends in none.</summary>
    public string Country { get; }

    /// <summary>True if nothing is known of the outlet.</summary>
    public bool IsUnknown => _label.Length == 0;

    /// <summary>True if the outlet is called after a place of that name.</summary>
    public bool Holds(string name)
    {
        if (IsUnknown) return false;
        if (_names.TryGetValue(name, out var known)) return known;
        var folded = string.Concat(PlaceKey.Folded(name).Where(letter => letter != ' '));
        return _names[name] = folded.Length >= ShortestName && _label.Contains(folded, StringComparison.Ordinal);
    }
}
