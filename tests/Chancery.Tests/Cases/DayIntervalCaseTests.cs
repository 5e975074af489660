using Chancery.Tests.Extraction.Times;
using NodaTime.Text;

namespace Chancery.Tests.Cases;

public class DayIntervalCaseTests
{
    private static readonly string[] Columns = ["words", "from", "to", "rule"];

    public static TheoryData<string> Names => GoldenCase.All("intervals");

    [Theory]
    [MemberData(nameof(Names))]
    public void Intervals_are_as_the_case_says(string name)
    {
        var golden = GoldenCase.Open("intervals", name);
        var day = LocalDatePattern.Iso.Parse(golden.Setting("day")!).Value;
        golden.Matches(Columns, Reports.IntervalsIn(golden.Text, day).Select(interval => (string[])
        [
            interval.When.Text!.ReplaceLineEndings(" "),
            interval.When.From?.ToString("uuuu-MM-dd", null) ?? "",
            interval.When.To?.ToString("uuuu-MM-dd", null) ?? "",
            interval.When.By!,
        ]));
    }
}
