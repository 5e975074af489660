using Chancery.Record;
using Chancery.Record.Briefs;
using Chancery.Record.Exporting.Briefs;
using Chancery.Record.Findings;
using Chancery.Text;

namespace Chancery.Tests.Record.Briefs;

public sealed class BriefComposerTests
{
    private static string[] Lines(Brief brief) => [.. brief.Lines.Select(line => line.Text)];

    [Fact]
    public void Indirect_words_stand_in_the_reports_wording_with_speaker_occasion_and_day() => Assert.Contains(
        "Ilan Marek (Russia, special envoy) told Radio Ost, in an interview (Radio Ost), on 16 August 2021: «the embassy would keep working».",
        Lines(Crisis.Compose()));

    [Fact]
    public void Party_is_told_with_country_and_role_only_where_it_first_stands_in_its_group()
    {
        var lines = Lines(Crisis.Compose()).Where(line => line.Contains("Ilan Marek", StringComparison.Ordinal)).ToList();
        Assert.True(lines.Count > 1);
        Assert.Single(lines, line => line.StartsWith("Ilan Marek (Russia, special envoy)", StringComparison.Ordinal));
    }

    [Fact]
    public void Equal_quotations_of_two_reports_are_one_line_with_two_citations()
    {
        var line = Assert.Single(Crisis.Compose().Lines, line => line.Text.Contains("We are staying", StringComparison.Ordinal));
        Assert.Equal("Ilan Marek said, on 16 August 2021: “We are staying in the capital for now”.", line.Text);
        Assert.Equal(2, line.Citations.Count);
        Assert.Equal(2, line.Findings.Count);
    }

    [Fact]
    public void Voice_of_a_joined_line_stands_at_its_citation()
    {
        var brief = Crisis.Compose();
        var line = brief.Lines.First(line => line.Text.Contains("We are staying", StringComparison.Ordinal));
        Assert.Equal([null, "TASS reports"], line.Citations.Select(number => brief.Citations[number - 1].Via));
    }

    [Fact]
    public void Voice_of_a_single_finding_opens_its_line()
    {
        var finding = Crisis.Second.Says(Crisis.Envoy, "said", "We are staying in the capital", voice: new Voice("TASS", null, "reports"));
        var line = Assert.Single(BriefComposer.Compose([Crisis.Second], [finding], Crisis.Options).Lines);
        Assert.Equal("TASS reports that Ilan Marek (Russia, special envoy) said: «We are staying in the capital».", line.Text);
    }

    [Theory]
    [InlineData("About 100 people in the embassy: «There are around 100 people in the embassy».")]
    [InlineData("Thousands of refugees at the border: «An agency spoke of thousands of refugees at the border».")]
    [InlineData("USD 3 billion (aid): «The aid is worth $ 3 billion».")]
    [InlineData("33 % of the province: «A third of the province is cut off».")]
    public void Figures_read_as_a_newspaper_writes_them(string expected) =>
        Assert.Contains(expected, Lines(Crisis.Compose()), StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Sections_go_from_the_newest_day_to_the_undated()
    {
        var headings = Crisis.Compose().Sections.Select(section => section.Heading);
        Assert.Equal(["Tuesday, 17 August 2021", "Monday, 16 August 2021", "Undated"], headings);
    }

    [Fact]
    public void Groups_are_named_by_country_and_those_without_party_stand_last()
    {
        var section = Crisis.Compose().Sections[1];
        Assert.Equal(["Russia", "No party named"], section.Groups.Select(group => group.Party));
    }

    [Fact]
    public void Order_of_reports_and_findings_does_not_matter()
    {
        var expected = Written(Crisis.Compose());
        for (var seed = 0; seed < 20; seed++)
            Assert.Equal(expected, Written(BriefComposer.Compose(Crisis.Reports.Shuffled(seed), Crisis.Findings.Shuffled(seed + 1), Crisis.Options)));
    }

    [Fact]
    public void Numbers_of_lines_and_citations_have_no_gaps()
    {
        var brief = Crisis.Compose();
        Assert.Equal(Enumerable.Range(1, 7), brief.Lines.Select(line => line.Number));
        Assert.Equal(brief.Citations.Select(citation => citation.Number), brief.Lines.SelectMany(line => line.Citations).Distinct().Order());
    }

    [Fact]
    public void Figure_inside_a_statement_is_told_by_its_line_alone()
    {
        var report = Sample.Report("f.txt", "Marek said some 40 people left, and 12 tents stand there.", "2021-08-16");
        Finding[] findings =
        [
            report.Says(Crisis.Envoy, "said", "some 40 people left"),
            report.Counts("40 people", "people", 40, voice: new Voice("Ilan Marek", null, "said")),
            report.Counts("12 tents", "tents", 12),
        ];
        var lines = BriefComposer.Compose([report], findings, Crisis.Options).Lines.ToList();
        Assert.Equal([2, 1], lines.Select(line => line.Findings.Count));
        Assert.Equal("12 tents: «Marek said some 40 people left, and 12 tents stand there».", lines[1].Text);
    }

    [Fact]
    public void Parts_of_a_broken_quotation_stay_parted()
    {
        var report = Sample.Report("g.txt", "\"It is a paper,\" he said. \"I wait for more.\"", "2021-08-16");
        var finding = report.Says(Crisis.Envoy, "said", "It is a paper … I wait for more.", ["It is a paper", "I wait for more."]);
        Assert.EndsWith(": “It is a paper” … “I wait for more.”", Assert.Single(BriefComposer.Compose([report], [finding], Crisis.Options).Lines).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_found_gives_an_honest_brief() =>
        Assert.Equal("Nothing that Chancery records was found in 1 report.", BriefComposer.Compose([Crisis.First], [], Crisis.Options).Emptiness);

    [Fact]
    public void Finding_of_a_report_that_is_not_given_is_left_out() =>
        Assert.Empty(BriefComposer.Compose([Crisis.Second], [Crisis.Findings[0]], Crisis.Options).Lines);

    [Fact]
    public void Known_at_leaves_out_later_and_undated_reports()
    {
        var options = Crisis.Options with { KnownAt = Sample.Day("2021-08-16") };
        var brief = BriefComposer.Compose(Crisis.Reports, Crisis.Findings, options);
        Assert.All(brief.Citations, citation => Assert.Equal("a.txt", citation.Source));
        Assert.NotEmpty(brief.Citations);
    }

    [Fact]
    public void Since_and_as_of_bound_the_days()
    {
        var options = Crisis.Options with { Since = Sample.Day("2021-08-17"), AsOf = Sample.Day("2021-08-17") };
        var days = BriefComposer.Compose(Crisis.Reports, Crisis.Findings, options).Sections.Select(section => section.From);
        Assert.Equal([Sample.Day("2021-08-17")], days.OfType<NodaTime.LocalDate>());
    }

    [Fact]
    public void Mixed_words_keep_quoted_and_reported_apart()
    {
        var report = Sample.Report("d.txt", "Marek said Russia would decide \"on the conduct of the rulers\" and wait.", "2021-08-16");
        var finding = report.Says(Crisis.Envoy, "said", "Russia would decide \"on the conduct of the rulers\" and wait", ["on the conduct of the rulers"]);
        var line = Assert.Single(BriefComposer.Compose([report], [finding], Crisis.Options).Lines);
        Assert.EndsWith(": «Russia would decide» “on the conduct of the rulers” «and wait».", line.Text, StringComparison.Ordinal);
        Assert.Empty(BriefChecker.Check(BriefComposer.Compose([report], [finding], Crisis.Options), [report]));
    }

    [Fact]
    public void Every_kind_has_a_sentence_that_passes_the_check()
    {
        var report = Sample.Report("e.txt", "The embassy in Kabul is working, the guards hold the city and all agreed to go by Friday.", "2021-08-16");
        var party = new Party("Russia", null, "RUS");
        Finding[] findings =
        [
            report.Close(new Position { Holder = party, Topic = "evacuation", Stance = "against", About = "The embassy" }, "The embassy in Kabul is working"),
            report.Close(new Pledge { Promisor = party, Content = "to go", Outcome = "open", Deadline = When.Day(Sample.Day("2021-08-20"), "Friday") }, "agreed to go by Friday"),
            report.Close(new Mission { State = party, Type = "embassy", City = "Kabul", Status = "open" }, "The embassy in Kabul is working"),
            report.Close(new Control { Place = new Place("Kabul"), Controller = new Party("the guards"), Change = "holds" }, "the guards hold the city"),
            report.Close(new Event { Type = "AGREE", Status = "planned", Actors = [party] }, "all agreed to go"),
        ];
        var brief = BriefComposer.Compose([report], findings, Crisis.Options);
        Assert.Equal(5, brief.Lines.Count());
        Assert.Empty(BriefChecker.Check(brief, [report]));
        Assert.Contains("Russia is reported as against on evacuation («The embassy»).", Lines(brief));
    }

    private static string Written(Brief brief)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        foreach (var form in BriefWriters.All) form.Write(brief, writer);
        return writer.ToString();
    }
}
