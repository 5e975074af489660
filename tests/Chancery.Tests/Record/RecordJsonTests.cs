using System.Text.Json;
using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;

namespace Chancery.Tests.Record;

public sealed class RecordJsonTests
{
    public static TheoryData<string> Kinds => [.. LineKinds.All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Line_with_everything_filled_comes_back_equal(string kind)
    {
        var line = Of(kind);

        var json = RecordJson.Write(line);
        var back = RecordJson.Read(json);

        // A report's blocks are no part of its line.
        Assert.Equal(line is Report report ? report with { Blocks = [] } : line, back);
        Assert.Equal(json, RecordJson.Write(back));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Line_begins_with_its_kind_and_id(string kind)
    {
        using var json = JsonDocument.Parse(RecordJson.Write(Of(kind)));

        var names = json.RootElement.EnumerateObject().Select(property => property.Name).ToList();

        Assert.Equal(["kind", "id"], names.Take(2));
        Assert.Equal(kind, json.RootElement.GetProperty("kind").GetString());
        if (Of(kind) is Finding) Assert.Equal(["report", "evidence", "by"], new[] { names[2], names[^3], names[^1] });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Line_is_one_line_without_nulls(string kind)
    {
        var json = RecordJson.Write(Bare(kind));

        Assert.DoesNotContain('\n', json);
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
        Assert.Equal(json, RecordJson.Write(RecordJson.Read(json)));
    }

    [Fact]
    public void Figure_is_written_as_the_design_says()
    {
        var figure = new Figure
        {
            Id = "fi-1",
            Report = "rp-1",
            What = "refugees",
            Low = 550,
            Unit = "people",
            When = When.Day(new NodaTime.LocalDate(2021, 8, 16), "Monday"),
            Evidence = [new Evidence("rp-1", 3, 16, "more than 550")],
            Confidence = 0.5,
            By = "figures/1",
        };

        Assert.Equal(
            """
            {"kind":"figure","id":"fi-1","report":"rp-1","what":"refugees","low":550,"approx":false,"unit":"people",
            "voice":[],"when":{"from":"2021-08-16","to":"2021-08-16","text":"Monday"},
            "evidence":[{"report":"rp-1","start":3,"end":16,"quote":"more than 550"}],"confidence":0.5,"by":"figures/1"}
            """.ReplaceLineEndings(""),
            RecordJson.Write(figure));
    }

    [Fact]
    public void Letters_of_all_scripts_stay_readable() =>
        Assert.Contains("Ünïcode ✓", RecordJson.Write(EveryKind.Report), StringComparison.Ordinal);

    [Fact]
    public void Blocks_come_back_equal() =>
        Assert.Equal(EveryKind.Report.Blocks, RecordJson.ReadBlocks(RecordJson.WriteBlocks(EveryKind.Report.Blocks)));

    [Fact]
    public void Line_whose_kind_stands_last_is_read() =>
        Assert.IsType<Figure>(RecordJson.Read("""{"id":"fi-1","what":"refugees","kind":"figure"}"""));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"kind":"rumour","id":"x"}""")]
    [InlineData("""{"kind":"figure","id":"fi-1"}""")]
    [InlineData("""{"kind":"figure","id":"fi-1","what":"x","voice":{}}""")]
    [InlineData("""{"kind":"figure","id":"fi-1","what":"x","when":{"from":"16 August"}}""")]
    public void What_is_not_a_line_is_a_json_exception(string json) =>
        Assert.Throws<JsonException>(() => RecordJson.Read(json));

    [Theory]
    [InlineData("""[{"kind":"paragraph","span":{"start":5,"end":2},"source":0}]""")]
    [InlineData("""[{"kind":"paragraph","span":{"start":5},"source":0}]""")]
    [InlineData("""[{"kind":"paragraph","span":{"start":0,"end":1,"length":1},"source":0}]""")]
    [InlineData("""[{"kind":"paragraph","span":7,"source":0}]""")]
    public void Block_without_a_span_is_a_json_exception(string json) =>
        Assert.Throws<JsonException>(() => RecordJson.ReadBlocks(json));

    [Fact]
    public void Kinds_are_all_types_of_line_and_each_has_a_sample()
    {
        var types = typeof(Line).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Line)));

        Assert.Equal(types.Count(), LineKinds.All.Length);
        Assert.Equal(LineKinds.All, EveryKind.Lines.Select(LineKinds.Of).Order(StringComparer.Ordinal));
    }

    private static Line Of(string kind) => EveryKind.Lines.Single(line => LineKinds.Of(line) == kind);

    /// <summary>The line with nothing but what must be there.</summary>
    private static Line Bare(string kind)
    {
        using var json = JsonDocument.Parse(RecordJson.Write(Of(kind)));
        string[] required = ["kind", "id", .. Of(kind).GetType().GetProperties()
            .Where(property => property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), inherit: false))
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))];
        var kept = json.RootElement.EnumerateObject().Where(property => required.Contains(property.Name, StringComparer.Ordinal));
        return RecordJson.Read($"{{{string.Join(',', kept.Select(property => $"\"{property.Name}\":{property.Value.GetRawText()}"))}}}");
    }
}
