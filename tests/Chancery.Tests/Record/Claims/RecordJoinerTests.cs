using Chancery.Record;
using Chancery.Record.Claims;
using Chancery.Record.Exporting.JsonLines;
using Chancery.Record.Findings;
using Chancery.Tests.Record.Briefs;

namespace Chancery.Tests.Record.Claims;

public sealed class RecordJoinerTests
{
    private static string Export(IEnumerable<Report> reports, IEnumerable<Finding> findings)
    {
        using var stream = new MemoryStream();
        JsonLinesExporter.Write(stream, RecordJoiner.Join(reports, findings));
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    [Fact]
    public void Statement_of_two_reports_is_one_line_that_speaks_through_its_evidence()
    {
        var lines = RecordJoiner.Join(Crisis.Reports, Crisis.Findings);
        var statement = Assert.Single(lines.OfType<Statement>(), statement => statement.Quotes.Count > 0);
        Assert.Null(statement.Report);
        Assert.Equal(2, statement.Evidence.Select(piece => piece.Report).Distinct().Count());
    }

    [Fact]
    public void Short_quotations_do_not_join_different_statements()
    {
        var report = Sample.Report("d.txt", "He called them \"terrorists\" and fled. He said the \"terrorists\" won.");
        Assert.Equal(2, ClaimMatcher.Match([
            report.Says(Crisis.Envoy, "called", "them \"terrorists\" and fled", ["terrorists"]),
            report.Says(Crisis.Envoy, "said", "the \"terrorists\" won", ["terrorists"])]).Length);
    }

    [Fact]
    public void Equal_figures_of_different_days_stay_two() => Assert.Equal(2, ClaimMatcher.Match([
        Crisis.First.Counts("around 100 people in the embassy", "people", 100, day: "2021-08-16"),
        Crisis.First.Counts("100 people in the embassy", "people", 100, day: "2021-08-17")]).Length);

    [Fact]
    public void Export_reads_back_and_does_not_depend_on_order()
    {
        var expected = Export(Crisis.Reports, Crisis.Findings);
        for (var seed = 0; seed < 10; seed++)
            Assert.Equal(expected, Export(Crisis.Reports.Shuffled(seed), Crisis.Findings.Shuffled(seed)));
        Assert.Equal(
            RecordJoiner.Join(Crisis.Reports, Crisis.Findings),
            expected.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(RecordJson.Read));
    }
}
