namespace Chancery.Tests.Extraction.Intake.JsonLines;

public class JsonLinesFormatTests
{
    [Fact]
    public void Lines_are_reports_and_broken_ones_are_named()
    {
        var result = Incoming.ReadFile("reports.jsonl");
        Assert.Equal(2, result.Reports.Count);
        Assert.Equal(["reports.jsonl:2", "reports.jsonl:3"], result.Refusals.Select(refusal => refusal.Source));
        Assert.All(result.Refusals, refusal => Assert.Equal("IN09", refusal.Code));
    }

    [Fact]
    public void A_line_s_fields_are_the_report_s()
    {
        var report = Incoming.ReadFile("reports.jsonl").Reports[0];
        Assert.Equal("Bridge closed", report.Title);
        Assert.Equal(["Tam Ferrow", "Jo Quill"], report.Bylines);
        Assert.Equal("Riverland Voice", report.Outlet);
        Assert.Equal("2020-03-04", Incoming.Day(report));
        Assert.Equal("https://voice.example/a1", report.Source);
        Assert.Equal(2, report.Blocks.Count);
    }

    [Fact]
    public void Markup_in_a_line_goes() =>
        Assert.Equal("A line with markup in it, read as a fragment of a page.", Incoming.ReadFile("reports.jsonl").Reports[1].Text);

    [Fact]
    public void An_unpaired_surrogate_costs_only_its_line()
    {
        var result = Incoming.Read("{\"text\":\"The bridge was closed.\"}\n{\"text\":\"\\ud800\"}"u8.ToArray());
        Assert.Single(result.Reports);
        Assert.Equal("IN09", Assert.Single(result.Refusals).Code);
    }
}
