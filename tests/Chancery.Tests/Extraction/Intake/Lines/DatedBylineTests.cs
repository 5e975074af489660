using Chancery.Extraction.Intake.Lines;

namespace Chancery.Tests.Extraction.Intake.Lines;

public class DatedBylineTests
{
    [Theory]
    [InlineData("12 May 2021 · 3 min read · By Tam Ferrow", "Tam Ferrow")]
    [InlineData("Published on 12 May 2021 by Tam Ferrow and Jo Quill", "Tam Ferrow, Jo Quill")]
    [InlineData("12.05.2021 13:30 von Ora", "Ora")]
    [InlineData("Medically reviewed by Jo Quill — Written by Tam Ferrow — Updated on May 12, 2021", "Tam Ferrow")]
    [InlineData("Adam Ferrow | May 12, 2021", "Adam Ferrow")]
    [InlineData("May 12, 2021 • Adam Ferrow in Harbour News", "Adam Ferrow")]
    [InlineData("Harbour News | May 12, 2021", "")]
    [InlineData("Posted by Tam Ferrow", "")]
    [InlineData("The bridge was closed on 12 May 2021 by an order of the council that nobody had expected and that many shopkeepers on the island still resent.", "")]
    public void Line_with_a_day_names_who_signed(string line, string names) => Assert.Equal(names, string.Join(", ", DatedByline.Read(line, isMarked: false)));

    [Fact]
    public void Name_of_one_small_word_is_believed_only_where_the_markup_says_so()
    {
        const string Line = "Posted in Harbour by tamf on 12 May 2021";
        Assert.Equal(["tamf"], DatedByline.Read(Line, isMarked: true));
        Assert.Empty(DatedByline.Read(Line, isMarked: false));
    }
}
