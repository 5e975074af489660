using System.Text;
using Chancery.Extraction.Intake;
using Chancery.Record;

namespace Chancery.Tests.Extraction.Intake.News;

public class NinjsFormatTests
{
    [Theory]
    [InlineData("""{"uri":"urn:k:1","type":"text","pubstatus":"usable","version":"2","headline":"Bridge closed","byline":"By Jo Quill","infosource":[{"name":"Kestrel"}],"copyrightholder":"Harbour Post","firstcreated":"2020-03-04T10:00:00Z","versioncreated":"2020-03-05T10:00:00Z","body_text":"No.","body_html":"<p>The bridge was closed.</p><p>So is the bell tower.</p>"}""")]
    [InlineData("""{"uri":"urn:k:1","type":"text","pubstatus":"usable","version":"2","headlines":[{"role":"short","value":"Bridge"},{"role":"main","value":"Bridge closed"}],"by":"Jo Quill","infosources":[{"name":"Kestrel"}],"copyrightholder":"Harbour Post","firstcreated":"2020-03-04T10:00:00Z","bodies":[{"role":"teaser","contenttype":"text/html","value":"<p>No.</p>"},{"contenttype":"text/plain","value":"No."},{"role":"main","contenttype":"text/html","value":"<p>The bridge was closed.</p><p>So is the bell tower.</p>"}]}""")]
    [InlineData("""{"uri":"urn:k:1","type":"text","pubStatus":"usable","version":"2","headlines":[{"role":"main","value":"Bridge closed"}],"by":"Jo Quill","infoSources":[{"name":"Kestrel"}],"copyrightHolder":"Harbour Post","firstCreated":"2020-03-04T10:00:00Z","bodies":[{"role":"main","contentType":"application/xhtml+xml","value":"<p>The bridge was closed.</p><p>So is the bell tower.</p>"}]}""")]
    public void The_three_versions_give_the_same_report(string json)
    {
        var report = Only(json);
        Assert.Equal(("Bridge closed", "Harbour Post", "2020-03-04"), (report.Title, report.Outlet, Incoming.Day(report)));
        Assert.Equal("The bridge was closed.\n\nSo is the bell tower.", report.Text);
        Assert.Equal(["Jo Quill"], report.Bylines);
        Assert.Equal(["Kestrel"], report.Agencies);
        Assert.Equal("ninjs.json#urn:k:1", report.Source);
    }

    [Theory]
    [InlineData("\"pubstatus\":\"canceled\"", "IN16")]
    [InlineData("\"pubstatus\":\"withheld\"", "IN16")]
    [InlineData("\"pubstatus\":\"usable\",\"embargoed\":\"2020-03-06T10:00:00Z\"", "IN17")]
    [InlineData("\"pubstatus\":\"usable\",\"embargoed\":\"soon\"", "IN17")]
    [InlineData("\"pubstatus\":\"usable\",\"type\":\"picture\"", "IN18")]
    [InlineData("\"pubstatus\":\"usable\",\"body_text\":\" \"", "IN18")]
    public void What_must_not_or_cannot_be_read_is_refused_with_its_reason(string members, string code) =>
        Assert.Equal(code, Incoming.Refusal(Packed.Utf8($"{{\"uri\":\"urn:k:1\",{members},\"versioncreated\":\"2020-03-05T10:00:00Z\"{(members.Contains("body", StringComparison.Ordinal) ? "" : ",\"body_text\":\"The bridge was closed.\"")}}}")));

    [Fact]
    public void An_embargo_that_is_over_holds_nothing_back()
    {
        const string Json = """{"uri":"urn:k:1","pubstatus":"usable","embargoed":"2020-03-06T10:00:00Z","body_text":"The bridge was closed."}""";
        Assert.Equal("IN17", Incoming.Refusal(Packed.Utf8(Json)));
        Assert.Single(Incoming.Read(Packed.Utf8(Json), retrieved: NodaTime.Instant.FromUtc(2020, 3, 6, 10, 0)).Reports);
    }

    [Fact]
    public void A_later_version_revises_the_earlier()
    {
        static string Version(int number, string text) => $$"""{"uri":"urn:k:1","version":"{{number}}","pubstatus":"usable","body_text":"{{text}}"}""";
        var result = Incoming.Read(Packed.Utf8($"[{Version(2, "The bridge is open.")},{Version(1, "The bridge was closed.")}]"));
        Assert.Equal([result.Reports[1].Id, null], result.Reports.Select(report => report.Revises));
        Assert.Equal(IdentityPolicy.Native, result.Policy);
    }

    [Fact]
    public void Lines_of_items_are_read_and_a_broken_one_is_named()
    {
        var result = Incoming.Read(Packed.Utf8("{\"uri\":\"1\",\"pubstatus\":\"usable\",\"body_text\":\"The bridge was closed.\"}\n{\"uri\":\"2\",\"body_text\":\"The fer"), "items.jsonl");
        Assert.Single(result.Reports);
        Assert.Equal("IN25", Assert.Single(result.Refusals).Code);
    }

    private static Report Only(string json) => Assert.Single(Incoming.Read(Encoding.UTF8.GetBytes(json), "ninjs.json").Reports);
}
