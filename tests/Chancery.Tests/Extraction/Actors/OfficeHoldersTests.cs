using Chancery.Extraction;
using Chancery.Extraction.Actors;
using Chancery.Text.Lexicons;
using NodaTime;

namespace Chancery.Tests.Extraction.Actors;

public class OfficeHoldersTests
{
    private static readonly OfficeHolders Two = new(LexiconReader.Read("holders", """
        # columns: form aliases country terms
        Åsa Nørdahl	Asa N. Nordahl	SWE	LEG lawmaker 1999..2003; GOV prime minister 2004-03..2008-10
        Per Nørdahl		NOR	GOV president 2010..; GOV high commissioner 2012-05..2012-06 UNO
        """));

    [Theory]
    [InlineData("Asa Nordahl", "SWE")]
    [InlineData("Åsa Karin Nørdahl", "SWE")]
    [InlineData("Per Nordahl", "NOR")]
    [InlineData("Ola Nordahl", null)]
    [InlineData("Nord", null)]
    public void Name_without_marks_or_with_more_first_names_is_the_same_person(string name, string? country) => Assert.Equal(country, Two.Find(name)?.Country);

    [Theory]
    [InlineData(2006, "SWE")]
    [InlineData(2011, "NOR")]
    [InlineData(2009, null)]
    public void Last_name_alone_of_two_is_the_one_who_led_a_state_that_day(int year, string? country) =>
        Assert.Equal(country, Two.Find("Nørdahl", new LocalDate(year, 6, 1))?.Country);

    [Fact]
    public void Last_name_alone_is_nobody_where_a_full_name_is_asked_for() => Assert.Null(Two.Find("Nørdahl", new LocalDate(2006, 6, 1), alone: false));

    [Theory]
    [InlineData("1998-12-31", "SWE", null)]
    [InlineData("1999-01-01", "SWE", "LEG")]
    [InlineData("2004-02-28", "SWE", "LEG")]
    [InlineData("2008-10-31", "SWE", "GOV")]
    [InlineData("2008-11-01", "SWE", "ELI")]
    public void Office_is_that_of_the_day(string day, string country, string? sector) => Assert.Equal((country, sector), Two.Find("Asa Nordahl")!.On(Day(day)));

    [Fact]
    public void Office_of_another_body_has_its_country() => Assert.Equal(("UNO", "GOV"), Two.Find("Per Nordahl")!.On(Day("2012-05-31")));

    [Theory]
    [InlineData("GOV president")]
    [InlineData("president 1999..2003")]
    [InlineData("GOV president 1999...2003.")]
    [InlineData("GOV president 2001-13..")]
    public void Term_that_is_none_is_refused(string text) => Assert.Throws<FormatException>(() => OfficeTerm.Read(text));

    [Fact]
    public void Every_holder_of_the_table_has_a_country_and_terms_that_do_not_end_before_they_begin()
    {
        var table = Resources.Default.Lexicon("office-holders");
        var sectors = Resources.Default.Lexicon("sectors");
        Assert.All(table.Entries, entry =>
        {
            Assert.Matches("^[A-Z]{3}$", entry.Field(1));
            foreach (var term in entry.Field(2).Split("; ").Select(OfficeTerm.Read))
            {
                Assert.True(term.To is not { } to || term.From <= to, $"{entry.Form}: {term}");
                Assert.NotNull(sectors.Find(term.Sector));
            }
        });
    }

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
