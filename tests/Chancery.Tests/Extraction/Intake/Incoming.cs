using System.Text;
using Chancery.Extraction.Intake;
using Chancery.Record;
using NodaTime;

namespace Chancery.Tests.Extraction.Intake;

/// <summary>Documents for the tests of intake.</summary>
internal static class Incoming
{
    /// <summary>The folder of our own data files.</summary>
    public static string Folder { get; } = Doc.PathOf("tests", "data", "intake");

    /// <summary>Our own data files, without their README.</summary>
    public static string[] Files { get; } =
        [.. Directory.GetFiles(Folder).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static IntakeResult Read(byte[] bytes, string name = "report", string? mediaType = null, string? address = null, Instant? retrieved = null) =>
        Formats.Read(new RawDocument(name, bytes, mediaType, address, retrieved));

    public static IntakeResult ReadFile(string name) => Read(Bytes(name), name);

    /// <summary>The only report of a file of ours.</summary>
    public static Report Report(string name) => Assert.Single(ReadFile(name).Reports);

    /// <summary>The only report of a text.</summary>
    public static Report Text(string text) => Assert.Single(Read(Encoding.UTF8.GetBytes(text), "report.txt").Reports);

    /// <summary>The only report of a page.</summary>
    public static Report Page(string html, string? address = null) => Assert.Single(Read(Encoding.UTF8.GetBytes(html), "page.html", address: address).Reports);

    /// <summary>The code of the only refusal.</summary>
    public static string Refusal(byte[] bytes, string name = "report")
    {
        var result = Read(bytes, name);
        Assert.Empty(result.Reports);
        return Assert.Single(result.Refusals).Code;
    }

    /// <summary>The day of publication, if it is one day.</summary>
    public static string? Day(Report report) =>
        report.Published is { } published && published.From == published.To ? published.From.ToString("uuuu-MM-dd", null) : null;

    /// <summary>The texts that were cut under a kind.</summary>
    public static string[] Cut(Report report, string kind) => [.. report.Cut.Where(cut => cut.Kind == kind).Select(cut => cut.Text)];
}
