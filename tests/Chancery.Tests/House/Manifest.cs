using System.Security.Cryptography;

namespace Chancery.Tests.House;

/// <summary>One line of <c>resources/MANIFEST.tsv</c>.</summary>
/// <param name="Path">From the folder <c>resources</c>, with forward slashes.</param>
/// <param name="Sha256">Of the file's bytes, lower-case hexadecimal.</param>
/// <param name="Licence">Under which it may be used.</param>
/// <param name="Origin">Who made it, from what.</param>
/// <param name="What">One line of what it is.</param>
internal sealed record ManifestLine(string Path, string Sha256, string Licence, string Origin, string What);

/// <summary>
/// The seal of <c>resources/</c>: every file with its hash, licence and origin. It is made again from the files' own
/// header lines (<c># what:</c>, <c># source:</c>, <c># licence:</c>). A rule file that has none is ours and is described by the first
/// sentence of its head; any other file keeps what stood there.
/// </summary>
internal static class Manifest
{
    public const string Header = "# path\tsha256\tlicence\torigin\twhat";

    public static string Folder { get; } = Doc.PathOf("resources");

    public static string File { get; } = Path.Combine(Folder, "MANIFEST.tsv");

    public static IReadOnlyList<ManifestLine> Written { get; } = ReadWritten();

    public static IReadOnlyList<ManifestLine> Computed { get; } =
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(file => file != File)
            .Select(Compute)
            .OrderBy(line => line.Path, StringComparer.Ordinal)];

    public static string ToText(IEnumerable<ManifestLine> lines) => string.Join('\n',
        lines.Select(line => string.Join('\t', line.Path, line.Sha256, line.Licence, line.Origin, line.What)).Prepend(Header)) + "\n";

    private static ManifestLine[] ReadWritten() => !System.IO.File.Exists(File) ? [] :
        [.. System.IO.File.ReadLines(File)
            .Where(row => row.Length > 0 && row[0] != '#')
            .Select(row => row.Split('\t'))
            .Select(cells => new ManifestLine(cells[0], Cell(cells, 1), Cell(cells, 2), Cell(cells, 3), Cell(cells, 4)))];

    private static string Cell(string[] cells, int index) => index < cells.Length ? cells[index] : "";

    private static ManifestLine Compute(string file)
    {
        var path = Path.GetRelativePath(Folder, file).Replace(Path.DirectorySeparatorChar, '/');
        var header = path.EndsWith(".model", StringComparison.Ordinal) ? [] : System.IO.File.ReadLines(file).Take(12).ToArray();
        var before = path.EndsWith(".rules", StringComparison.Ordinal)
            ? new ManifestLine(path, "", "Apache-2.0", "written for Chancery", FirstSentence(header))
            : Written.FirstOrDefault(line => line.Path == path);
        return new ManifestLine(
            path,
            Convert.ToHexStringLower(SHA256.HashData(System.IO.File.ReadAllBytes(file))),
            Field(header, "# licence:") ?? before?.Licence ?? "",
            Field(header, "# source:") ?? before?.Origin ?? "",
            Field(header, "# what:") ?? before?.What ?? "");
    }

    private static string FirstSentence(string[] header)
    {
        var head = string.Join(' ', header.TakeWhile(row => row.StartsWith('#')).Select(row => row.TrimStart('#').Trim()));
        return head.IndexOf(". ", StringComparison.Ordinal) is var end and > 0 ? head[..end] : head.TrimEnd('.');
    }

    private static string? Field(string[] header, string mark) =>
        header.FirstOrDefault(row => row.StartsWith(mark, StringComparison.Ordinal))?[mark.Length..].Trim();
}
