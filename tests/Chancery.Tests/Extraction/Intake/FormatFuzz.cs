using System.Globalization;
using System.Text;
using Chancery.Extraction.Intake;

namespace Chancery.Tests.Extraction.Intake;

/// <summary>
/// A million bytes over all formats, changed by chance with a fixed seed: every document gives lawful reports or named
/// refusals, soon. <c>CHANCERY_FUZZ_MB</c> asks for more.
/// </summary>
public class FormatFuzz
{
    private const int Seed = 20210816;
    private const int Longest = 40_000;
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(2);

    private static readonly byte[] Page = Packed.Utf8(Packed.Page);

    /// <summary>What the fuzzer starts from: a document of every format, archives among them.</summary>
    private static readonly (string Name, byte[] Bytes)[] Seeds =
    [
        .. Incoming.Files.Select(file => (Path.GetFileName(file), File.ReadAllBytes(file))),
        .. Directory.GetFiles(Doc.PathOf("samples")).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file))),
        ("pages.warc", [.. Packed.Record(Packed.Http(Page)), .. Packed.Record(Packed.Http(Packed.Gzip(Page), "Content-Type: text/html\r\nContent-Encoding: gzip"), address: "http://example.org/b"), .. Packed.Record([], "revisit")]),
        ("pages.warc.gz", [.. Packed.Gzip(Packed.Record(Packed.Http(Page))), .. Packed.Gzip(Packed.Record(Packed.Http(Page), address: "http://example.org/b"))]),
        ("pages.zip", Packed.Zip(("a.html", Page), ("b.txt", Incoming.Bytes("wire.txt")))),
        ("pages.tar", Packed.Tar(("a.html", Page), ("b.txt", Incoming.Bytes("wire.txt")))),
        ("pages.tar.gz", Packed.Gzip(Packed.Tar(("a.html", Page), ("b.txt", Incoming.Bytes("wire.txt"))))),
        ("page.html.gz", Packed.Gzip(Page)),
    ];

    [Fact]
    public void A_million_bytes_of_damage_give_reports_or_named_refusals()
    {
        var chance = new Random(Seed);
        var left = Megabytes() * 1_000_000L;
        for (var round = 0; left > 0; round++)
        {
            var (name, bytes) = Seeds[round % Seeds.Length];
            var damaged = Damage(bytes, chance);
            left -= damaged.Length;
            Check(name, round, damaged);
        }
    }

    private static int Megabytes() =>
        int.TryParse(Environment.GetEnvironmentVariable("CHANCERY_FUZZ_MB"), NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) ? megabytes : 1;

    private static void Check(string name, int round, byte[] damaged)
    {
        IntakeResult result = null!;
        var time = CoreTime.Of(() => result = Incoming.Read(damaged, name));
        Assert.True(time < Slowest, $"{name}, round {round}: {time}");
        Assert.True(result.Reports.Count + result.Refusals.Count > 0, $"{name}, round {round}: neither a report nor a refusal.");
        Assert.All(result.Refusals, refusal => Assert.True(refusal.Code != RefusalCodes.Defect && RefusalCodes.All.ContainsKey(refusal.Code), $"{name}, round {round}: {refusal.Code} {refusal.Detail}"));
        Assert.All(result.Reports, IntakeLaws.AssertLawful);
        Assert.Equal(result with { Members = [] }, Incoming.Read(damaged, name) with { Members = [] });
    }

    private static byte[] Damage(byte[] bytes, Random chance)
    {
        var damaged = bytes.ToList();
        for (var edits = chance.Next(1, 16); edits > 0 && damaged.Count is > 1 and < Longest; edits--) Edit(damaged, chance);
        return [.. damaged];
    }

    private static void Edit(List<byte> bytes, Random chance)
    {
        var at = chance.Next(bytes.Count);
        var length = Math.Min(bytes.Count - at, chance.Next(1, 80));
        switch (chance.Next(8))
        {
            case 0: bytes[at] = (byte)chance.Next(256); break;
            case 1: bytes[at] = (byte)(bytes[at] ^ (1 << chance.Next(8))); break;
            case 2: bytes.RemoveRange(at, length); break;
            case 3: bytes.InsertRange(chance.Next(bytes.Count), bytes.GetRange(at, length)); break;
            case 4: bytes.InsertRange(at, Enumerable.Repeat(bytes[at], chance.Next(1, 2_000))); break;
            case 5: bytes.InsertRange(at, Pieces[chance.Next(Pieces.Length)]); break;
            case 6 when chance.Next(4) == 0: bytes.RemoveRange(at, bytes.Count - at); break;
            default: bytes.Reverse(at, length); break;
        }
    }

    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "<", ">", "&", "\"", "'", "]]>", "<![CDATA[", "<!--", "<item>", "</item>", "<div>", "<b>", "{", "}", "[", "]", ",", ":", "\n\n", "\r", "\0", "WARC/1.0\r\n",
            "Content-Length: -1\r\n", "--x", "=?utf-8?Q?", "=", "\u2028", "\uFFFD", "\\ud800", "1e999", "- ", "(", "By ", "Jan 32, 2021", "2021-02-30", "<!DOCTYPE x [<!ENTITY a \"b\">]>&a;",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x1F, 0x8B, 0x08], [(byte)'P', (byte)'K', 3, 4],
    ];
}
