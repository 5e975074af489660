using Chancery.Extraction.Intake;
using Chancery.Record;

namespace Chancery.Tests.Extraction.Intake;

/// <summary>Intake on the shared reports and pages: the first acceptance.</summary>
public class SharedIntakeTests
{
    [SharedFact]
    public void Hostile_documents_give_their_sentence_or_a_named_refusal()
    {
        foreach (var file in Directory.GetFiles(Shared.Path("bench", "hostile")).Order(StringComparer.Ordinal))
        {
            var result = Incoming.Read(File.ReadAllBytes(file), Path.GetFileName(file));
            Assert.True(result.Reports.Count + result.Refusals.Count > 0, file);
            Assert.All(result.Refusals, refusal => Assert.NotEqual(RefusalCodes.Defect, refusal.Code));
            Assert.All(result.Reports, IntakeLaws.AssertLawful);
            if (!file.Contains(".warc", StringComparison.Ordinal) && !file.EndsWith("empty.rss", StringComparison.Ordinal))
                Assert.StartsWith("CANARY officials", Assert.Single(result.Reports).Text);
        }
    }

    [SharedTheory]
    [InlineData("000", null, "", "AP,ANI", "2021-08-16", "metadata", 5, "date:2,caption:3,credit:4")]
    [InlineData("001", 12, "Danny Jones", "", "2021-08-15", "byline-line", 11, "furniture:2,navigation:1,date:3,title:12,byline:2,summary:8,caption:4,related:2")]
    [InlineData("002", 12, "WION Web Team", "Agencies", "2021-07-28", "byline-line", 11, "furniture:1,title:12,byline:3,date:8,furniture:2,caption:1,summary:2,summary:28,furniture:1,credit:4")]
    [InlineData("003", null, "", "PTI", "2021-07-13", "metadata", 15, "date:2,repeat:43,credit:4")]
    [InlineData("004", 13, "IN Bureau", "AFP", null, null, 9, "navigation:2,title:13,related:9,byline:2,related:2")]
    public void Seed_reads_as_a_careful_person_would(string number, int? titleWords, string bylines, string agencies, string? day, string? basis, int blocks, string cuts)
    {
        var file = Assert.Single(Directory.GetFiles(Shared.Path("seeds"), $"{number}_*.txt"));
        Report report = Assert.Single(Incoming.Read(File.ReadAllBytes(file), Path.GetFileName(file)).Reports);
        Assert.Equal(titleWords, report.Title is null ? null : TextShape.Words(report.Title));
        Assert.Equal((bylines, agencies), (string.Join(',', report.Bylines), string.Join(',', report.Agencies)));
        Assert.Equal((day, basis), (Incoming.Day(report), report.Published?.Basis));
        Assert.Equal(blocks, report.Blocks.Count);
        Assert.StartsWith(cuts, string.Join(',', report.Cut.Select(cut => $"{cut.Kind}:{cut.Words}")));
        IntakeLaws.AssertLawful(report);
    }
}
