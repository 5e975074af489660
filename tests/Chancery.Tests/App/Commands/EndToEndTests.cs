using System.Text.Json;
using Chancery.Record;

namespace Chancery.Tests.App.Commands;

/// <summary>The real executable over small reports of ours.</summary>
public sealed class EndToEndTests : IDisposable
{
    private const string First = """
        Envoy says the embassy stays

        By Our Correspondent
        16 August 2021

        The special envoy of Norland, Ilan Marek, said on Monday that the embassy in Kabul would keep working. "We are staying in the capital for now," he said in an interview with Radio Ost.

        There are around 100 people in the embassy, Marek added.
        """;

    private const string Second = """
        Aid convoy waits

        17 August 2021

        Germany said on Tuesday that 250 trucks were waiting at the border. The foreign ministry said in a statement that it would not recognise the new government.
        """;

    private readonly Chancery _chancery = new();

    public void Dispose() => _chancery.Dispose();

    private string Reports()
    {
        _chancery.Write("in/a.txt", First);
        _chancery.Write("in/deep/b.txt", Second);
        return Path.Combine(_chancery.Folder, "in");
    }

    [Fact]
    public void Brief_is_printed_with_citations_and_nothing_on_standard_error()
    {
        var run = _chancery.Run("brief", Reports());
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.StartsWith("Brief of 2 reports, 16 to 17 August 2021\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("“We are", run.Out, StringComparison.Ordinal);
        Assert.Contains("[1]", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Brief_is_the_same_in_any_order_twice_and_with_any_number_of_workers()
    {
        var folder = Reports();
        var (a, b) = (Path.Combine(folder, "a.txt"), Path.Combine(folder, "deep", "b.txt"));
        var expected = _chancery.Run("brief", a, b, "--format", "html", "--workers", "1").Out;
        Assert.NotEmpty(expected);
        Assert.Equal(expected, _chancery.Run("brief", b, a, "--format", "html", "--workers", "4").Out);
        Assert.Equal(expected, _chancery.Run("brief", b, a, b, "--format", "html").Out);
    }

    [Fact]
    public void Read_prints_reports_then_findings_whose_words_stand_there()
    {
        var run = _chancery.Run("read", Reports(), "--format", "jsonl");
        Assert.Equal((0, ""), (run.Exit, run.Error));
        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(RecordJson.Read).ToList();
        var reports = lines.OfType<Report>().ToDictionary(report => report.Id);
        Assert.Equal(["a.txt", "deep/b.txt"], reports.Values.Select(report => report.Source));
        var evidence = lines.OfType<Finding>().SelectMany(finding => finding.Evidence).ToList();
        Assert.NotEmpty(evidence);
        Assert.All(evidence, piece => Assert.Equal(reports[piece.Report].Text[piece.Start..piece.End], piece.Quote));
    }

    [Fact]
    public void Read_as_text_shows_head_and_with_explain_the_rule()
    {
        var run = _chancery.Run("read", Reports(), "--explain");
        Assert.Contains("a.txt\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("day:", run.Out, StringComparison.Ordinal);
        Assert.Contains("[statements/", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_a_report()
    {
        var run = _chancery.RunWith(First, "read", "-", "--format", "jsonl");
        Assert.Equal(0, run.Exit);
        Assert.Contains("\"source\":\"stdin\"", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_input_of_every_sort_is_refused_and_costs_no_other_report_anything()
    {
        var good = _chancery.Write("good.txt", First);
        var expected = _chancery.Run("brief", good).Out;
        string[] bad =
        [
            _chancery.Write("empty.txt", ""),
            _chancery.Write("binary.bin", [0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 3, 0, 0, 0, 255, 254, 0, 1]),
            _chancery.Write("large.txt", new string('x', 1024 * 1024 + 1)),
            _chancery.Write("truncated.txt.gz", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x4b]),
            Directory.CreateDirectory(Path.Combine(_chancery.Folder, "nothing")).FullName,
            Path.Combine(_chancery.Folder, "missing.txt"),
            "http://localhost:8999/report.html",
        ];
        var run = _chancery.Run(["brief", good, .. bad]);
        Assert.Equal(3, run.Exit);
        Assert.Equal(expected, run.Out);
        foreach (var (name, code) in new[] { ("empty.txt", "IN01"), ("binary.bin", "IN02"), ("large.txt", "IN04"), ("truncated.txt.gz", "IN06"), ("nothing", "IN22"), ("missing.txt", "IN20"), ("report.html", "FE02") })
            Assert.Matches($"refused .*{name}: {code} .+\\.", run.Error);
        Assert.Equal(bad.Length, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void File_that_nobody_may_read_is_refused()
    {
        // Rights do not stop root; a process's memory can be opened by its owner, and not be read from its beginning.
        var run = _chancery.Run("read", OperatingSystem.IsLinux() ? "/proc/self/mem" : Locked());
        Assert.Equal(3, run.Exit);
        Assert.Contains("IN21", run.Error, StringComparison.Ordinal);
    }

    private string Locked()
    {
        var path = _chancery.Write("secret.txt", First);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.None);
        return path;
    }

    [Fact]
    public void Names_of_files_cannot_steer_the_terminal()
    {
        var run = _chancery.Run("read", "no\u001b[31mred");
        Assert.DoesNotContain('\u001b', run.Error);
        Assert.Equal(3, run.Exit);
    }

    [Fact]
    public void Same_bytes_under_two_names_are_one_report()
    {
        _chancery.Write("two/z.txt", First);
        _chancery.Write("two/b.txt", First);
        var run = _chancery.Run("read", Path.Combine(_chancery.Folder, "two"), "--format", "jsonl");
        var report = Assert.Single(run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(RecordJson.Read).OfType<Report>());
        Assert.Equal("b.txt", report.Source);
    }

    [Fact]
    public void Reports_of_an_archive_are_kept_with_the_bytes_that_they_name()
    {
        var zip = _chancery.Write("packed/reports.zip", Extraction.Intake.Packed.Zip(("a.txt", System.Text.Encoding.UTF8.GetBytes(First)), ("deep/b.txt", System.Text.Encoding.UTF8.GetBytes(Second))));
        Assert.Contains("2 new reports, 0 known", _chancery.Run("add", zip).Out, StringComparison.Ordinal);
        Assert.Contains("0 new reports, 2 known already", _chancery.Run("add", Reports()).Out, StringComparison.Ordinal);
        Assert.Equal(0, _chancery.Run("verify").Exit);
    }

    [Fact]
    public void Desk_keeps_finds_shows_exports_and_verifies()
    {
        var folder = Reports();
        Assert.Contains("2 new reports, 0 known", _chancery.Run("add", folder).Out, StringComparison.Ordinal);
        Assert.Contains("0 new reports, 2 known already, 0 new findings", _chancery.Run("add", folder).Out, StringComparison.Ordinal);
        Assert.Equal(_chancery.Run("brief", folder).Out, _chancery.Run("brief").Out);
        Assert.Contains("Ilan Marek", _chancery.Run("show", "statements", "--about", "marek").Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Germany", _chancery.Run("show", "statements", "--about", "marek").Out, StringComparison.Ordinal);
        Assert.Contains("b.txt", _chancery.Run("search", "trucks").Out, StringComparison.Ordinal);
        var verified = _chancery.Run("verify");
        Assert.Equal(0, verified.Exit);
        Assert.Contains("0 faults", verified.Out, StringComparison.Ordinal);
        var exported = _chancery.Run("export", "--format", "jsonl").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(RecordJson.Read).ToList();
        Assert.Equal(2, exported.OfType<Report>().Count());
        Assert.All(exported.OfType<Finding>(), finding => Assert.Null(finding.Report));
    }

    [Fact]
    public void Pages_of_one_article_read_together_are_one_report_in_a_brief_and_on_the_desk()
    {
        _chancery.Write("in/a.html", Page("", "The special envoy of Norland, Ilan Marek, said on Monday that the embassy in Kabul would keep working."));
        _chancery.Write("in/b.html", Page("/page/2", "There are around 100 people in the embassy, Marek added, and none of them has asked to leave the city."));
        var folder = Path.Combine(_chancery.Folder, "in");
        Assert.Contains("Brief of 1 report", _chancery.Run("brief", folder, "--together").Out, StringComparison.Ordinal);
        Assert.Contains("1 new report,", _chancery.Run("add", folder, "--together").Out, StringComparison.Ordinal);
        Assert.Contains("0 faults", _chancery.Run("verify").Out, StringComparison.Ordinal);
        Assert.Contains("Brief of 2 reports", _chancery.Run("brief", folder).Out, StringComparison.Ordinal);
    }

    private static string Page(string part, string text) =>
        $"<html><head><link rel=\"canonical\" href=\"https://post.example/news/envoy-stays{part}\"></head><body><article><h1>Envoy says the embassy stays</h1><p>{text}</p><p>The quay of {(part.Length > 0 ? "Milhaven" : "Port Elm")} was empty on the evening of that day, as it had been all week.</p></article></body></html>";

    [Fact]
    public void Command_on_a_desk_that_is_not_there_fails_and_makes_none()
    {
        Assert.Equal(1, _chancery.Run("show", "figures").Exit);
        Assert.False(Directory.Exists(Path.Combine(_chancery.Folder, "desk")));
    }

    [Theory]
    [InlineData("'brief'", "breif", "x")]
    [InlineData("PATH", "read")]
    [InlineData("'--format'", "brief", "x", "--formt", "md")]
    [InlineData("'md'", "brief", "x", "--format", "docx")]
    [InlineData("not a day", "brief", "x", "--as-of", "tomorrow")]
    [InlineData("1 or more", "read", "x", "--workers", "0")]
    [InlineData("'statements'", "show", "statments")]
    [InlineData("not built yet", "evaluate", "stories", "--in", "x")]
    [InlineData("not built yet", "show", "pledges")]
    [InlineData("not with both", "evaluate", "parse", "--raw", "--gold-tags", "--in", "README.md")]
    [InlineData("SE02", "search", "kind:nonsense")]
    public void Wrong_use_says_what_is_right(string expected, params string[] arguments)
    {
        var run = _chancery.Run(arguments);
        Assert.Equal((2, ""), (run.Exit, run.Out));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData()]
    [InlineData("brief")]
    [InlineData("evaluate")]
    public void Help_opens_with_examples(params string[] command)
    {
        var run = _chancery.Run([.. command, "--help"]);
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.StartsWith("Examples:\n  chancery ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_of_a_brief_without_reports_is_honest()
    {
        var run = _chancery.Run("brief", "nowhere", "--json");
        Assert.Equal(3, run.Exit);
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(0, json.RootElement.GetProperty("reports").GetInt32());
    }
}
