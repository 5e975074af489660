namespace Chancery.Extraction.Intake.Archives;

/// <summary>Which files of a folder or an archive are never reports, told by their names alone.</summary>
public static class MemberNames
{
    // A saved page brings its parts along.
    private static readonly HashSet<string> PartsOfPages = new(StringComparer.OrdinalIgnoreCase)
    {
        ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp4", ".mp3", ".webm",
    };

    /// <summary>True for parts of saved pages, hidden files and folders, and a folder's README.</summary>
    /// <param name="path">The path below the folder, its parts divided by <c>/</c>.</param>
    public static bool IsNoReport(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        var dot = name.LastIndexOf('.');
        var stem = dot < 0 ? name : name[..dot];
        return path.StartsWith('.') || path.Contains("/.", StringComparison.Ordinal) || path.StartsWith("__MACOSX/", StringComparison.Ordinal)
            || stem.Equals("README", StringComparison.OrdinalIgnoreCase)
            || (dot >= 0 && PartsOfPages.Contains(name[dot..].ToString()));
    }
}
