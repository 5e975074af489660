using Chancery.Extraction.Times;
using Chancery.Tests.Extraction.Times;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Tests.Cases;

public class TimexCaseTests
{
    private static readonly string[] Columns = ["words", "type", "value", "mod", "from", "to"];

    public static TheoryData<string> Names => GoldenCase.All("timex");

    [Theory]
    [MemberData(nameof(Names))]
    public void Times_are_as_the_case_says(string name)
    {
        var golden = GoldenCase.Open("timex", name);
        LocalDate? day = golden.Setting("day") is { } written ? LocalDatePattern.Iso.Parse(written).Value : null;
        golden.Matches(Columns, Reports.TimesIn(golden.Text, day).Select(timex => Row(timex, golden.Text)));
    }

    private static string[] Row(Timex timex, string text) =>
    [
        text[timex.Span.Start..timex.Span.End].ReplaceLineEndings(" "),
        timex.Type.ToString().ToUpperInvariant(),
        timex.Value,
        timex.Mod ?? "",
        timex.When?.From?.ToString("uuuu-MM-dd", null) ?? "",
        timex.When?.To?.ToString("uuuu-MM-dd", null) ?? "",
    ];
}
