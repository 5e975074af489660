using Chancery.Record.Briefs;

namespace Chancery.Tests.Record.Briefs;

public sealed class BriefLineTests
{
    private static readonly BriefPart Words = new(BriefPartKind.Words, "So it is.");

    [Fact]
    public void Line_without_citation_cannot_be_made() =>
        Assert.Throws<ArgumentException>(() => new BriefLine(1, [Words], [], ["st-1"]));

    [Fact]
    public void Line_without_finding_cannot_be_made() =>
        Assert.Throws<ArgumentException>(() => new BriefLine(1, [Words], [1], []));

    [Fact]
    public void Line_without_words_cannot_be_made() =>
        Assert.Throws<ArgumentException>(() => new BriefLine(1, [Words with { Text = " " }], [1], ["st-1"]));

    [Fact]
    public void Brief_whose_line_cites_what_is_not_listed_cannot_be_made() => Assert.Throws<ArgumentException>(() => new Brief(
        "t", [new BriefSection("d", null, null, [new BriefGroup("p", [new BriefLine(1, [Words], [1], ["st-1"])])])], [], 1));
}
