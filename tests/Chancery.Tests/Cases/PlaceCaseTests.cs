using Chancery.Extraction.Places;
using Chancery.Tests.Extraction;

namespace Chancery.Tests.Cases;

public class PlaceCaseTests
{
    private static readonly string[] Columns = ["words", "use", "place", "kind", "division", "state", "precision"];

    public static TheoryData<string> Names => GoldenCase.All("places");

    [Theory]
    [MemberData(nameof(Names))]
    public void Places_are_as_the_case_says(string name)
    {
        var golden = GoldenCase.Open("places", name);
        golden.Matches(Columns, Read.Document(golden.Text).Layer<PlaceMention>().Select(Row));
    }

    private static string[] Row(PlaceMention mention) =>
    [
        mention.Name,
        mention.Use.ToString(),
        mention.Place?.Name ?? "",
        mention.Place is null ? "" : mention.Kind.ToString(),
        mention.Place?.Admin1 ?? "",
        mention.Place?.Country ?? "",
        mention.Place?.Precision ?? "",
    ];
}
