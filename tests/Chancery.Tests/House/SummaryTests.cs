namespace Chancery.Tests.House;

/// <summary>Rule 10, as far as the compiler does not keep it: a summary says what a thing is.</summary>
public class SummaryTests
{
    [Fact]
    public void No_summary_only_repeats_that_it_is_a_property() => Offenders.None(
        "A summary begins with 'Gets or sets the':",
        from file in Rooms.SourceFiles("src")
        from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
        where line.Text.Contains("Gets or sets the", StringComparison.OrdinalIgnoreCase)
        select $"{Path.GetRelativePath(Doc.Repository, file)}:{line.Number}");
}
