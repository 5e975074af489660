using System.Globalization;

namespace Chancery.Extraction.Intake.Html;

/// <summary>The number that an address gives a page of an article: <c>…/page/2</c>, <c>…?page=2</c>, <c>…/2</c> after words.</summary>
internal static class PageNumber
{
    private const int Most = 99;

    /// <summary>The address without the number, and the number; 1 if it has none. <see langword="null"/> for no web address.</summary>
    public static (string? Article, int Number) Of(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return (null, 1);
        var (path, number) = InPath(uri.AbsolutePath.TrimEnd('/'));
        var query = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in query)
            if (part.StartsWith("page=", StringComparison.OrdinalIgnoreCase) && Number(part[5..]) is { } told) number = told;
        var rest = string.Join('&', query.Where(part => !part.StartsWith("page=", StringComparison.OrdinalIgnoreCase)));
        return ($"{uri.Host}{path}{(rest.Length > 0 ? "?" : "")}{rest}", number);
    }

    private static (string Path, int Number) InPath(string path)
    {
        var cut = path.LastIndexOf('/');
        if (cut <= 0 || Number(path[(cut + 1)..]) is not { } number) return (path, 1);
        var before = path[..cut];
        if (before.EndsWith("/page", StringComparison.OrdinalIgnoreCase)) return (before[..^"/page".Length], number);
        return before[(before.LastIndexOf('/') + 1)..].Contains('-', StringComparison.Ordinal) ? (before, number) : (path, 1);
    }

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most ? number : null;
}
