using System.IO.Compression;
using System.Text;
using Chancery.Extraction.Intake;

namespace Chancery.Tests.Extraction.Intake.Warc;

public class WarcFormatTests
{
    private static readonly byte[] Page = Packed.Utf8(Packed.Page);

    [Fact]
    public void A_response_is_a_report_of_its_address_and_its_day_of_retrieval_bounds_its_own()
    {
        var page = Packed.Utf8(Packed.Page.Replace("<head>", "<head><meta property=\"article:published_time\" content=\"2031-01-01\">", StringComparison.Ordinal));
        var report = Assert.Single(Incoming.Read(Packed.Record(Packed.Http(page))).Reports);
        Assert.Equal("http://example.org/a", report.Source);
        Assert.Equal("Bridge closed", report.Title);
        Assert.Null(report.Published);
    }

    [Fact]
    public void A_document_comes_with_what_the_record_knows()
    {
        var member = Assert.Single(Incoming.Read(Packed.Record(Packed.Http(Page))).Members);
        Assert.Equal(("http://example.org/a", "text/html; charset=utf-8"), (member.Address, member.MediaType));
        Assert.Equal(NodaTime.Instant.FromUtc(2020, 3, 5, 3, 4, 5), member.Retrieved);
        Assert.Equal(Page, member.Bytes.ToArray());
    }

    [Fact]
    public void Records_packed_one_by_one_or_as_a_whole_are_the_same()
    {
        byte[][] records = [Packed.Record([], "warcinfo"), Packed.Record(Packed.Http(Page)), Packed.Record(Packed.Http(Packed.Utf8("<html><body><article><p>The ferry is full, the harbour office said, and it will be full until May.</p></article>")), address: "http://example.org/b")];
        var plain = Incoming.Read([.. records.SelectMany(record => record)]);
        Assert.Equal(2, plain.Reports.Count);
        Assert.Equal(plain.Reports, Incoming.Read([.. records.SelectMany(Packed.Gzip)]).Reports);
        Assert.Equal(plain.Reports, Incoming.Read(Packed.Gzip([.. records.SelectMany(record => record)])).Reports);
        Assert.Equal(plain.Reports, Incoming.Read(Packed.Gzip([.. records.SelectMany(Packed.Gzip)])).Reports);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("100")]
    [InlineData("many")]
    [InlineData("99999999999999999999")]
    public void A_wrong_length_costs_no_record(string length)
    {
        byte[] archive = [.. Packed.Record(Packed.Http(Page), length: length), .. Packed.Record(Packed.Http(Packed.Utf8(Packed.Page.Replace("Wednesday", "Friday", StringComparison.Ordinal))), address: "http://example.org/b")];
        Assert.Equal(["http://example.org/a", "http://example.org/b"], Incoming.Read(archive).Reports.Select(report => report.Source));
    }

    [Fact]
    public void A_record_that_was_cut_short_is_read_and_marked()
    {
        var archive = Packed.Record(Packed.Http(Page[..250]), more: "WARC-Truncated: length\r\n");
        var result = Incoming.Read(archive);
        Assert.Equal((Assert.Single(result.Reports).Id, TextExtent.CutShort), (result.Items[0].Report, result.Items[0].Extent));
        Assert.Equal(TextExtent.CutShort, Assert.Single(Incoming.Read(Packed.Record(Packed.Http(Page), length: "5000")).Items).Extent);
    }

    [Fact]
    public void A_damaged_packed_record_costs_only_itself()
    {
        var (first, second) = (Packed.Gzip(Packed.Record(Packed.Http(Page))), Packed.Gzip(Packed.Record(Packed.Http(Packed.Utf8(Packed.Page.Replace("Wednesday", "Friday", StringComparison.Ordinal))), address: "http://example.org/b")));
        for (var i = 14; i < first.Length - 8; i++) first[i] = 0xAA;
        var result = Incoming.Read([.. Packed.Gzip(Packed.Record([], "warcinfo")), .. first, .. second]);
        Assert.Contains("http://example.org/b", result.Reports.Select(report => report.Source));
        Assert.Contains("IN06", result.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void Chunks_are_joined_where_there_are_any()
    {
        var chunked = Packed.Utf8($"10\r\n{Packed.Page[..16]}\r\n{Page.Length - 16:x};note=1\r\n{Packed.Page[16..]}\r\n0\r\n\r\n");
        Assert.Equal(Page, Body(chunked, "Transfer-Encoding: chunked"));
        Assert.Equal(Page, Body(Page, "Transfer-Encoding: chunked"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("raw")]
    public void Bodies_are_unpacked_where_they_are_packed(string coding)
    {
        var packed = Packed.Through(Page, stream => coding switch
        {
            "gzip" => new GZipStream(stream, CompressionMode.Compress, true),
            "br" => new BrotliStream(stream, CompressionMode.Compress, true),
            "deflate" => new ZLibStream(stream, CompressionMode.Compress, true),
            _ => new DeflateStream(stream, CompressionMode.Compress, true),
        });
        var header = $"Content-Encoding: {(coding == "raw" ? "deflate" : coding)}";
        Assert.Equal(Page, Body(packed, header));
        Assert.Equal(Page, Body(Page, header));
    }

    [Fact]
    public void A_body_that_swells_is_refused() =>
        Assert.Equal("IN07", Incoming.Refusal(Packed.Record(Packed.Http(Packed.Gzip(new byte[19 * 1024 * 1024]), "Content-Type: text/html\r\nContent-Encoding: gzip"))));

    [Theory]
    [InlineData("404 Not Found", "text/html")]
    [InlineData("301 Moved", "text/html")]
    [InlineData("200 OK", "image/png")]
    [InlineData("200 OK", "text/css")]
    public void Errors_and_parts_of_pages_are_passed_over(string status, string type) =>
        Assert.Equal("IN13", Incoming.Refusal(Packed.Record(Packed.Http(Page, $"Content-Type: {type}", status))));

    [Fact]
    public void A_revisit_adds_nothing_where_the_page_is_there_and_is_named_where_it_is_not()
    {
        var original = Packed.Record(Packed.Http(Page), more: "WARC-Payload-Digest: sha1:ABC\r\n");
        var revisit = Packed.Record(Packed.Http([]), "revisit", "http://example.org/a?again", "WARC-Payload-Digest: sha1:ABC\r\n");
        Assert.Empty(Incoming.Read([.. original, .. revisit]).Refusals);
        Assert.Equal("IN15", Incoming.Refusal(revisit));
    }

    [Fact]
    public void A_feed_in_an_archive_gives_its_items()
    {
        var result = Incoming.Read(Packed.Record(Packed.Http(Incoming.Bytes("feed.xml"), "Content-Type: application/rss+xml")));
        Assert.Equal(4, result.Reports.Count);
        Assert.Equal(5, result.Items.Count);
        Assert.Single(result.Members);
    }

    private static byte[] Body(byte[] body, string header)
    {
        var archive = Packed.Record(Packed.Http(body, $"Content-Type: text/html\r\n{header}"));
        return Assert.Single(Incoming.Read(archive).Members).Bytes.ToArray();
    }
}
