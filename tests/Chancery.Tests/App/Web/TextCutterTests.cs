using Chancery.App.Web;
using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;

namespace Chancery.Tests.App.Web;

public class TextCutterTests
{
    private const string Words = "He said no, twice.";

    [Fact]
    public void Spans_that_overlap_are_cut_at_all_boundaries()
    {
        var runs = Cut(Finding("a", 0, 10), Finding("b", 3, 17)).Single().Runs;
        Assert.Equal(["He ", "said no", ", twice", "."], runs.Select(run => run.Text));
        Assert.Equal(["a", "a b", "b", ""], runs.Select(run => string.Join(' ', run.Records.Order(StringComparer.Ordinal))));
    }

    [Fact]
    public void Inner_span_comes_first_and_anchors_begin_once()
    {
        var runs = Cut(Finding("outer", 0, 17), Finding("inner", 3, 7)).Single().Runs;
        Assert.Equal(["inner", "outer"], runs[1].Records);
        Assert.Equal(["w3-7", "w0-17"], runs[1].Pieces);
        Assert.Equal(["w0-17", "outer", "w3-7", "inner"], runs.SelectMany(run => run.Anchors));
    }

    [Fact]
    public void Text_without_records_is_one_run() => Assert.Equal([Words], Cut().Single().Runs.Select(run => run.Text));

    [Fact]
    public void Any_spans_leave_every_character_in_one_run_with_the_records_that_cover_it()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var findings = Enumerable.Range(0, random.Next(8)).Select(number =>
            {
                var start = random.Next(Words.Length - 1);
                return Finding($"f{number}", start, random.Next(start + 1, Words.Length + 1));
            }).ToArray();
            var runs = Cut(findings).Single().Runs;
            Assert.Equal(Words, string.Concat(runs.Select(run => run.Text)));
            foreach (var run in runs)
                Assert.Equal(
                    findings.Where(finding => finding.Span.Contains(new Span(run.Start, run.End))).Select(finding => finding.Id).Order(StringComparer.Ordinal),
                    run.Records.Order(StringComparer.Ordinal));
            Assert.Equal(findings.Select(finding => finding.Id).Order(StringComparer.Ordinal), runs.SelectMany(run => run.Anchors).Where(anchor => anchor[0] == 'f').Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Text_outside_all_blocks_is_shown()
    {
        var report = ReportOf() with { Blocks = [new Block("subhead", new Span(3, 7), 0)] };
        Assert.Equal(["He ", "said", " no, twice."], TextCutter.Cut(report, []).Select(paragraph => string.Concat(paragraph.Runs.Select(run => run.Text))));
    }

    private static IReadOnlyList<ParagraphShown> Cut(params Finding[] findings) => TextCutter.Cut(ReportOf(), findings);

    private static Report ReportOf() => new() { Id = "rp", Source = "a.txt", Text = Words, Sha256 = "0", Blocks = [new Block("paragraph", new Span(0, Words.Length), 0)] };

    private static Statement Finding(string id, int start, int end) =>
        new() { Id = id, Report = "rp", Content = "no", Directness = "indirect", Evidence = [new Evidence("rp", start, end, Words[start..end])] };
}
