using System.IO.Compression;
using System.Text;
using Chancery.Extraction.Intake;

namespace Chancery.Tests.Extraction.Intake;

public class FormatsTests
{
    [Theory]
    [InlineData("", "IN01")]
    [InlineData(" \r\n\t ", "IN01")]
    [InlineData("WARC/1.0\r\nWARC-Type: request\r\n\r\n", "IN13")]
    [InlineData("<rss version=\"2.0\"><channel><title>t</title></channel></rss>", "IN10")]
    [InlineData("{\\rtf1 The bridge was closed on Wednesday, the council said.}", "IN03")]
    [InlineData("<?xml version=\"1.0\"?><opml><body/></opml>", "IN19")]
    [InlineData("<!doctype html><html><body><nav>Home</nav></body></html>", "IN08")]
    public void Text_without_a_report_is_refused_by_its_code(string text, string code) =>
        Assert.Equal(code, Incoming.Refusal(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        var noise = new byte[4000];
        new Random(7).NextBytes(noise);
        Assert.Equal("IN02", Incoming.Refusal(noise));
        Assert.Equal("IN02", Incoming.Refusal([0x89, .. "PNG"u8, 1, 2, 3]));
        Assert.Equal("IN02", Incoming.Refusal("%PDF-1.7 …"u8.ToArray()));
    }

    [Fact]
    public void A_packed_document_is_the_same_report_but_for_its_bytes()
    {
        var plain = Incoming.Report("wire.txt");
        var packed = Assert.Single(Incoming.Read(Pack(Incoming.Bytes("wire.txt")), "wire.txt.gz").Reports);
        Assert.Equal(plain.Text, packed.Text);
        Assert.NotEqual(plain.Id, packed.Id);
    }

    [Fact]
    public void A_packed_document_that_ends_early_is_refused()
    {
        var packed = Pack(Incoming.Bytes("page.html"));
        Assert.Equal("IN06", Incoming.Refusal(packed[..(packed.Length / 2)], "page.html.gz"));
    }

    [Fact]
    public void A_packed_document_that_swells_or_nests_is_refused()
    {
        Assert.Equal("IN07", Incoming.Refusal(Pack(new byte[19 * 1024 * 1024]), "bomb.gz"));
        Assert.Equal("IN07", Incoming.Refusal(Pack(Pack(Pack("text"u8.ToArray()))), "doll.gz"));
    }

    [Fact]
    public void A_document_that_is_too_large_is_refused() =>
        Assert.Equal("IN04", Incoming.Refusal(new byte[Limits.UnpackedBytes + 1]));

    [Fact]
    public void Content_decides_before_the_name()
    {
        Assert.NotNull(Assert.Single(Incoming.Read(Incoming.Bytes("page.html"), "page.txt", "text/plain").Reports).Outlet);
        Assert.Equal(4, Incoming.Read(Incoming.Bytes("feed.xml"), "page.html", "text/html").Reports.Count);
    }

    [Fact]
    public void Every_code_has_a_sentence()
    {
        var codes = typeof(RefusalCodes).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetValue(null)!).ToList();
        Assert.Equal(codes.Order(StringComparer.Ordinal), RefusalCodes.All.Keys.Order(StringComparer.Ordinal));
        Assert.All(RefusalCodes.All.Values, sentence => Assert.EndsWith(".", sentence));
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal)) gzip.Write(bytes);
        return target.ToArray();
    }
}
