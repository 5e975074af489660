using Chancery.Extraction.Intake.Lines;

namespace Chancery.Tests.Extraction.Intake.Lines;

public class DayLineTests
{
    [Theory]
    [InlineData("15th Aug 2021", "15th Aug 2021")]
    [InlineData("Asia Updated: Jul 28, 2021, 04:31 PM IST", "Jul 28, 2021")]
    [InlineData("Updated: Mar 9, 2020 | Published: Mar 4, 2020", "Mar 4, 2020")]
    [InlineData("Geneva, 20 August 2021", "20 August 2021")]
    [InlineData("Eastmark Herald | Aug 17, 2021, 10:45 PM", "Aug 17, 2021")]
    public void Line_of_a_date_is_read(string line, string text) => Assert.Equal(text, DayLine.Read(line)?.Text);

    [Theory]
    [InlineData("The council met on 15 August 2021 to talk about the bridge")]
    [InlineData("He died on 15 August 2021.")]
    [InlineData("Ten years after the flood of March 2010")]
    [InlineData("Story highlights")]
    public void Sentence_with_a_date_is_no_date_line(string line) => Assert.Null(DayLine.Read(line));
}
