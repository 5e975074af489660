using Chancery.Extraction.Intake;
using Chancery.Extraction.Intake.Lines;

namespace Chancery.Tests.Extraction.Intake.Lines;

public class LineKindTests
{
    private static readonly string[] Kinds =
        ["furniture", "navigation", "related", "caption", "summary", "share", "newsletter", "comments", "tail"];

    [Theory]
    [InlineData("Search icon", "furniture")]
    [InlineData("ugc_banner", "furniture")]
    [InlineData("Categories: World", "navigation")]
    [InlineData("Story highlights", "summary")]
    [InlineData("Image Credit: AP", "caption")]
    [InlineData("Photograph:(Kestrel)", "caption")]
    [InlineData("Related links", "tail")]
    [InlineData("ALSO READ: Salt tax brings in less", "related")]
    [InlineData("1 day ago", "date")]
    [InlineData("© 2020 Riverland Post", "furniture")]
    public void Furniture_is_known_by_its_words(string line, string kind) => Assert.Equal(kind, LineKind.Of(line));

    [Theory]
    [InlineData("Images of the bridge were shown to the council")]
    [InlineData("Watching the river has become a trade")]
    [InlineData("Taliban re-conquers Afghanistan")]
    [InlineData("Two years ago")]
    [InlineData("About 50 people: that was all")]
    public void Other_lines_are_not(string line) => Assert.NotEqual("furniture", LineKind.Of(line) == "date" ? null : LineKind.Of(line));

    [Fact]
    public void Every_line_of_the_table_has_a_known_kind_and_reach() =>
        Assert.All(IntakeTables.Lines.Entries, entry =>
        {
            Assert.Contains(entry.Field(0), Kinds);
            Assert.Contains(entry.Field(1), new[] { "whole", "label", "start" });
        });
}
