using Chancery.Extraction;
using Chancery.Extraction.Intake;
using Chancery.Record;
using Chancery.Record.Findings;

namespace Chancery.Tests.Docs;

/// <summary>The samples are read as <c>samples/README.md</c> says, and the README's example is what is printed of them.</summary>
public class SamplesTests
{
    [Theory]
    [InlineData("harbour-post-embassies.html", "2021-08-16")]
    [InlineData("meridian-first-day.txt", "2021-08-16")]
    [InlineData("eastgate-northwire.txt", "2021-08-17")]
    [InlineData("valley-times-northwire.html", "2021-08-18")]
    [InlineData("harbour-post-follow-up.txt", "2021-08-27")]
    [InlineData("kabul-courier-translated.txt", "2021-07-14")]
    [InlineData("lantern-relief-release.txt", "2021-08-20")]
    [InlineData("meridian-last-flight.txt", "2021-08-31")]
    [InlineData("lantern-relief-message.eml", "2021-08-24")]
    [InlineData("tidewater-undated.txt", null)]
    public void Sample_has_its_own_day_or_none(string file, string? day) =>
        Assert.Equal(day, DayOf(Assert.Single(Read(file))));

    [Fact]
    public void Feed_gives_a_report_with_its_own_day_for_each_item() =>
        Assert.Equal(["2021-08-15", "2021-08-18", "2021-08-20"], Read("pamir-voice-feed.xml").Select(DayOf));

    [Theory]
    [InlineData("harbour-post-embassies.html", "cookies")]
    [InlineData("harbour-post-embassies.html", "Karim Vesal")]
    [InlineData("harbour-post-embassies.html", "2023")]
    [InlineData("valley-times-northwire.html", "2022")]
    [InlineData("tidewater-undated.txt", "2024")]
    [InlineData("tidewater-undated.txt", "<p>")]
    [InlineData("lantern-relief-release.txt", "1994")]
    [InlineData("lantern-relief-message.eml", "IMMEDIATE")]
    [InlineData("lantern-relief-message.eml", "+41")]
    [InlineData("lantern-relief-message.eml", "Is there anything new")]
    public void Furniture_is_not_text(string file, string words) =>
        Assert.DoesNotContain(words, Assert.Single(Read(file)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("harbour-post-embassies.html", "put the number of dead at ten")]
    [InlineData("meridian-first-day.txt", "The morning after the fall of Kabul")]
    [InlineData("valley-times-northwire.html", "only one dog")]
    [InlineData("tidewater-undated.txt", "not one dollar of it")]
    [InlineData("lantern-relief-release.txt", "is now 12")]
    [InlineData("lantern-relief-message.eml", "“In July we counted in months.”")]
    public void Article_is_text(string file, string words) =>
        Assert.Contains(words, Assert.Single(Read(file)).Text, StringComparison.Ordinal);

    [Fact]
    public void Second_version_of_an_item_revises_the_first()
    {
        var reports = Read("northwire-items.json");
        Assert.Equal([null, reports[0].Id], reports.Select(report => report.Revises));
        Assert.All(reports, report => Assert.Equal("2021-08-26", DayOf(report)));
    }

    [Fact]
    public void Post_that_stands_twice_is_kept_once() =>
        Assert.Equal(2, Assert.Single(Read("kabul-courier-translated.txt")).Text.Split("A photo of the empty courtyard").Length);

    [Fact]
    public void Example_of_the_readme_is_what_is_read()
    {
        var readme = File.ReadAllText(Doc.PathOf("README.md"));
        var start = readme.IndexOf("```json\n", StringComparison.Ordinal) + 8;
        var end = readme.IndexOf("```", start, StringComparison.Ordinal);
        var reading = new Extractor(StandardPipeline.Create(Resources.Default)).Read(Assert.Single(Read("tidewater-undated.txt")));
        var found = reading.Findings.OfType<Statement>().Single(statement => statement.Content.StartsWith("his country had", StringComparison.Ordinal));
        Accepting.Matches(Doc.PathOf("README.md"), $"{readme[..start]}{Wrap(RecordJson.Write(found))}\n{readme[end..]}");
    }

    /// <summary>Breaks a line of JSON before its fields, so that it can be read; a string in it cannot hold the place of a break.</summary>
    private static string Wrap(string json)
    {
        var (text, width) = (new System.Text.StringBuilder(), 0);
        foreach (var field in json.Split(",\""))
        {
            var breaks = width > 0 && width + field.Length > 110;
            if (text.Length > 0) text.Append(breaks ? ",\n  \"" : ",\"");
            text.Append(field);
            width = breaks ? field.Length : width + field.Length + 2;
        }

        return text.ToString();
    }

    private static Report[] Read(string file) =>
        [.. Formats.Read(new RawDocument(file, File.ReadAllBytes(Doc.PathOf("samples", file)))).Reports];

    private static string? DayOf(Report report) =>
        report.Published is { } published && published.From == published.To ? NodaTime.Text.LocalDatePattern.Iso.Format(published.From) : null;
}
