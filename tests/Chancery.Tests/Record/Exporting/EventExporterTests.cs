using System.Text;
using System.Text.Json;
using Chancery.Record;
using Chancery.Record.Exporting;
using Chancery.Record.Exporting.Plover;
using Chancery.Record.Findings;
using Chancery.Text;
using NodaTime;

namespace Chancery.Tests.Record.Exporting;

public class EventExporterTests
{
    private static readonly Report Report = new()
    {
        Id = "r1",
        Source = "river.txt",
        Outlet = "River Post",
        Language = "en",
        Sha256 = "",
        Text = "Norland shelled Estport on Monday.",
        Published = new Publication(new LocalDate(2031, 5, 6), new LocalDate(2031, 5, 6), "dateline", null),
    };

    private static readonly Event Shelling = new()
    {
        Id = "e1",
        Type = "ASSAULT",
        Mode = "heavy-weapons",
        Status = "occurred",
        Contexts = new[] { "military", "territory" }.ToEquatableArray(),
        Actors = new[] { new Party("Norland", null, "NRL", "MIL") }.ToEquatableArray(),
        Recipients = new[] { new Party("Estport"), new Party("its\tharbour") }.ToEquatableArray(),
        Place = new Place("Estport", "EST", "Coast", 59.5, -3.25, "city"),
        When = When.Day(new LocalDate(2031, 5, 5)),
        Evidence = new[] { new Evidence("r1", 0, 34, Report.Text) }.ToEquatableArray(),
        By = "events/1:verb",
    };

    [Theory]
    [InlineData("ASSAULT", "occurred", "ASSAULT")]
    [InlineData("RETREAT", "planned", "CONCEDE")]
    [InlineData("CONSULT", "planned", "AGREE")]
    [InlineData("MOBILIZE", "planned", "THREATEN")]
    [InlineData("REQUEST", "planned", "REQUEST")]
    [InlineData("AID", "denied", "REJECT")]
    [InlineData("ASSAULT", "denied", null)]
    [InlineData("ASSAULT", "possible", null)]
    [InlineData("AGREE", "conditional", null)]
    public void Plover_codes_what_is_announced_or_refused_under_other_types(string type, string status, string? coded) =>
        Assert.Equal(coded, PloverTypes.Of(Shelling with { Type = type, Status = status }));

    [Fact]
    public void A_table_of_polecat_has_its_forty_columns_and_no_stray_tab()
    {
        var (lines, leftOut) = Export("polecat", Shelling, Shelling with { Id = "e2", Status = "possible" });
        Assert.Equal(1, leftOut);
        Assert.Equal([40, 40], lines.Select(line => line.Split('\t').Length));
        var row = lines[0].Split('\t').Zip(lines[1].Split('\t')).ToDictionary(pair => pair.First, pair => pair.Second);
        Assert.Equal(("2031-05-05", "ASSAULT", "MATERIAL CONFLICT", "military; territory"), (row["Event Date"], row["Event Type"], row["Quad Code"], row["Contexts"]));
        Assert.Equal(("Norland", "NRL", "MIL", "Estport; its harbour"), (row["Actor Name"], row["Actor Country"], row["Primary Actor Sector"], row["Recipient Name"]));
        Assert.Equal(("Estport", "Coast", "59.5", "-3.25"), (row["City"], row["Province"], row["Latitude"], row["Longitude"]));
        Assert.Equal(("River Post", "2031-05-06"), (row["Source"], row["Publication Date"]));
    }

    [Fact]
    public void A_day_that_no_report_gives_stays_empty() => Assert.Equal("", Export("polecat", Shelling with { When = null }).Lines[1].Split('\t')[1]);

    [Fact]
    public void A_line_of_plover_says_who_what_and_where_it_stands()
    {
        var json = JsonDocument.Parse(Assert.Single(Export("plover", Shelling with { Status = "planned" }).Lines)).RootElement;
        Assert.Equal("THREATEN", json.GetProperty("event")[0].GetString());
        Assert.Equal(0, json.GetProperty("mode").GetArrayLength());
        Assert.Equal(3, json.GetProperty("quad_code").GetInt32());
        Assert.Equal("NRL", json.GetProperty("actor")[0].GetProperty("code").GetString());
        Assert.Equal(34, json.GetProperty("text_info").GetProperty("end").GetInt32());
        Assert.Equal(Report.Text, json.GetProperty("text").GetString());
    }

    [Fact]
    public void A_map_has_longitude_first_and_keeps_what_has_no_place()
    {
        var features = JsonDocument.Parse(Assert.Single(Export("geojson", Shelling, Shelling with { Id = "e2", Place = null }).Lines)).RootElement.GetProperty("features");
        Assert.Equal([-3.25, 59.5], features[0].GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(number => number.GetDouble()));
        Assert.Equal("city", features[0].GetProperty("properties").GetProperty("precision").GetString());
        Assert.Equal(JsonValueKind.Null, features[1].GetProperty("geometry").ValueKind);
    }

    private static (string[] Lines, int LeftOut) Export(string form, params Line[] lines)
    {
        using var stream = new MemoryStream();
        var leftOut = RecordExporters.Named(form).Write(stream, [Report, .. lines]);
        return (Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n'), leftOut);
    }
}
