using System.Text;
using Chancery.Extraction.Intake;

namespace Chancery.Tests.Extraction.Intake;

/// <summary>Documents made to break readers, our own kind and the shared ones: an answer in two seconds and 300 MB, the text or a named refusal.</summary>
public class HostileTests
{
    private const string Canary = "Harbour officials said that the river rose two metres overnight.";
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(2);

    private static readonly Dictionary<string, Func<string>> FeedTexts = new()
    {
        ["deep.rss"] = () => $"<rss><channel>{Many("<a>", 50_000)}<item><title>T</title><description>{Canary}</description></item></channel></rss>",
        ["entities.rss"] = () => $"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"{Many("a", 100_000)}\">]><rss><channel><item><title>T</title><description>{Canary}</description></item>{Many("&a;", 50_000)}</channel></rss>",
        ["dtd.rss"] = () => $"<?xml version=\"1.0\"?><!DOCTYPE rss SYSTEM \"http://127.0.0.1:9/x.dtd\"><rss><channel><item><title>T</title><description>{Canary}</description></item></channel></rss>",
        ["twins.rss"] = () => $"<rss><channel>{Many("<item><guid>g</guid><title>T</title><description>" + Canary + "</description></item>", 2_000)}</channel></rss>",
        ["comments.rss"] = () => $"<rss><channel><item><title>T</title><description>{Canary}</description></item>{Many("<!--", 100_000)}",
        ["attributes.rss"] = () => $"<rss {Many("a=b ", 100_000)}><channel><item><title>T</title><description>{Canary}</description></item></channel></rss>",
        ["prefixes.rss"] = () => $"<rss {Many("xmlns:x=\"y\" ", 50_000)}><channel><item><title>T</title><description>{Canary}</description></item></channel></rss>",
        ["arrays.json"] = () => $"{{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{{\"content_text\":\"{Canary}\"}},{Many("[", 100_000)}",
        ["objects.json"] = () => $"{{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{{\"content_text\":\"{Canary}\"}},{Many("{\"a\":", 100_000)}",
    };

    private static readonly Dictionary<string, Func<string>> DocumentTexts = new()
    {
        ["deep.json"] = () => Many("[", 500_000),
        ["deep.jsonl"] = () => Many("{\"text\":", 200_000),
        ["many.jsonl"] = () => Many("{\"text\":\"" + Canary + "\"}\n", 5_000),
        ["deep.xml"] = () => "<newsItem>" + Many("<p>", 200_000) + Canary,
        ["ends.xml"] = () => "<newsItem>" + Many("<p></q>", 100_000) + Canary,
        ["deep.opml"] = () => "<opml>" + Many("<outline text='a'>", 200_000),
        ["parts.eml"] = () => "From: a\nTo: b\nDate: c\nContent-Type: multipart/mixed; boundary=x\n\n" + Many("--x\n\n" + Canary + "\n", 5_000),
        ["nested.eml"] = () => "From: a\nTo: b\nDate: c\n" + string.Concat(Enumerable.Range(0, 500).Select(n => $"Content-Type: multipart/mixed; boundary=x{n}\n\n--x{n}\n")) + "\n" + Canary,
        ["header.eml"] = () => "From: a\nTo: b\nDate: c\nSubject: " + Many("=?utf-8?q?", 20_000) + "\n" + Many(" a\n", 50_000) + "\n" + Canary,
        ["quotes.eml"] = () => "From: a\nTo: b\nDate: c\n\n" + Many("> a\nb:\n", 50_000) + Canary,
        ["records.warc"] = () => Many("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999\r\n\r\n", 20_000),
        ["header.warc"] = () => "WARC/1.0\r\n" + Many("A: b\r\n c\r\n", 100_000),
        ["lines.txt"] = () => Many("a\n", 40_000) + Canary,
        ["many-lines.txt"] = () => Many("a\n", 300_000) + Canary,
        ["brackets.txt"] = () => Canary + "\n\n" + Many("(", 300_000),
        ["dates.txt"] = () => Many("1 January 2020 ", 30_000) + "\n\n" + Canary,
        ["one-line.txt"] = () => Many("word ", 300_000) + Canary,
        ["from.txt"] = () => Many("with inputs from ", 20_000) + "\n\n" + Canary,
    };

    public static TheoryData<string> Feeds => [.. FeedTexts.Keys];

    public static TheoryData<string> Documents => [.. DocumentTexts.Keys];

    [Theory]
    [MemberData(nameof(Feeds))]
    public void A_hostile_feed_gives_its_harmless_item(string name) =>
        Assert.Equal(Canary, Measured(name, Encoding.UTF8.GetBytes(FeedTexts[name]())).Reports[0].Text);

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_hostile_document_is_answered_soon(string name) => Measured(name, Encoding.UTF8.GetBytes(DocumentTexts[name]()));

    [Fact]
    public void Bombs_are_refused_by_name()
    {
        var zeros = new byte[19 * 1024 * 1024];
        var bomb = Packed.Gzip([.. Packed.Gzip(zeros)]);
        Assert.All(
            [Packed.Gzip(zeros), bomb, Packed.Zip(("a.txt", zeros)), Packed.Gzip(Packed.Record(zeros)), Packed.Gzip(Packed.Gzip(Packed.Record(zeros)))],
            bytes => Assert.Contains(Measured("bomb", bytes).Refusals, refusal => refusal.Code == RefusalCodes.Unsafe));
    }

    [SharedFact]
    public void Shared_hostile_documents_give_their_sentence_or_a_named_refusal()
    {
        foreach (var file in Directory.GetFiles(Shared.Path("bench", "hostile")).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            var result = Measured(name, File.ReadAllBytes(file));
            if (name is "empty.rss") Assert.Equal("IN01", Assert.Single(result.Refusals).Code);
            else if (name is "warc_gzip_bomb_2gb.warc.gz") Assert.Equal("IN04", Assert.Single(result.Refusals).Code);
            else if (name is "nested_gzip.warc.gz") Assert.Equal("IN07", Assert.Single(result.Refusals).Code);
            else Assert.True(result.Reports.Count > 0 && result.Reports[0].Text.StartsWith("CANARY officials", StringComparison.Ordinal), name);
        }
    }

    /// <summary>Reads it, and holds it to the time, the memory and the laws.</summary>
    private static IntakeResult Measured(string name, byte[] bytes)
    {
        Incoming.Read("The tables are opened once, and not by the first document that is measured."u8.ToArray());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        IntakeResult result = null!;
        var time = CoreTime.Of(() => result = Incoming.Read(bytes, name));
        Assert.True(time < Slowest, $"{name}: {time}");
        Assert.True(GC.GetTotalMemory(forceFullCollection: false) - before < 300L * 1024 * 1024, $"{name} takes too much memory.");
        Assert.True(result.Reports.Count + result.Refusals.Count > 0, $"{name}: neither a report nor a refusal.");
        Assert.All(result.Refusals, refusal => Assert.True(RefusalCodes.All.ContainsKey(refusal.Code) && refusal.Code != RefusalCodes.Defect, $"{name}: {refusal.Code} {refusal.Detail}"));
        Assert.All(result.Reports.Take(100), IntakeLaws.AssertLawful);
        return result;
    }

    private static string Many(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
