using Chancery.Extraction.Intake;

namespace Chancery.Benchmarks;

/// <summary>The reports of <c>samples/</c>: what is measured is what a stranger can run.</summary>
internal static class Samples
{
    /// <summary>All samples as bytes.</summary>
    public static RawDocument[] Documents { get; } =
        [.. Directory.EnumerateFiles(Folder())
            .Where(file => Path.GetFileName(file) != "README.md")
            .Order(StringComparer.Ordinal)
            .Select(file => new RawDocument(Path.GetFileName(file), File.ReadAllBytes(file)))];

    /// <summary>The articles of the samples one after another, over and over, up to about that many characters.</summary>
    public static string Text(int length)
    {
        var articles = Documents.SelectMany(document => Formats.Read(document).Reports).Select(report => report.Text).ToArray();
        var once = string.Join("\n\n", articles);
        return string.Join("\n\n", Enumerable.Repeat(once, length / Math.Max(once.Length, 1) + 1));
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Chancery.slnx"))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? ".", "samples");
    }
}
