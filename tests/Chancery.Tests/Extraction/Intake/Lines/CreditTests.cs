using Chancery.Extraction.Intake.Lines;

namespace Chancery.Tests.Extraction.Intake.Lines;

public class CreditTests
{
    [Theory]
    [InlineData("(With inputs from Agencies)", "Agencies")]
    [InlineData("Inputs from AP, ANI", "AP, ANI")]
    [InlineData("(With entries from PTI)", "PTI")]
    [InlineData("With additional reporting from Agence France-Presse and the Associated Press", "AFP, AP")]
    [InlineData("(Agencies)", "Agencies")]
    [InlineData("— PTI", "PTI")]
    [InlineData("With agency inputs", "agency")]
    [InlineData("AFP contributed to this report.", "AFP")]
    [InlineData("With inputs from PTI.", "PTI")]
    [InlineData("(Additional reporting by Tam Ferrow in Milhaven)", "")]
    [InlineData("(Writing by Jo Quill)", "")]
    [InlineData("Source: Xinhua", "Xinhua")]
    [InlineData("Reuters correspondent Tam Ferrow in Milhaven contributed to this report.", "Reuters")]
    [InlineData("With inputs from Kestrel", "Kestrel")]
    [InlineData("(With help from Reuters in Milhaven and AFP)", "AFP")]
    public void Line_that_gives_credit_names_its_agencies(string line, string agencies) =>
        Assert.Equal(agencies, string.Join(", ", Credit.Read(line)?.Agencies ?? ["no credit"]));

    [Theory]
    [InlineData("Water from the river flooded two streets on Monday.")]
    [InlineData("With friends from school she walked home.")]
    [InlineData("The AP reported on Monday that the bridge was closed.")]
    [InlineData("(AP Photo/Ora Lind)")]
    [InlineData("The minister came from Milhaven")]
    [InlineData("Reports from the lower town sound bad.")]
    [InlineData("Reports from another town, Milhaven, say that the mill has fallen.")]
    [InlineData("With help from Reuters the town was found.")]
    [InlineData("The affair contributed to the fall of the mayor.")]
    public void Line_that_gives_none_is_none(string line) => Assert.Null(Credit.Read(line));

    [Fact]
    public void The_last_of_three_reporters_is_one_of_them() =>
        Assert.Equal(["Tam Ferrow", "Jo Quill", "Shira Dunn"], Credit.Read("(Additional reporting by Tam Ferrow , Jo Quill, and Shira Dunn; Editing by Ora Lind)")!.Bylines);

    [Fact]
    public void Reporters_and_editors_are_told_apart()
    {
        var credit = Credit.Read("(Reporting by Tam Ferrow in Port Elm and Milhaven; Editing by Jo Quill)");
        Assert.Equal(["Tam Ferrow"], credit?.Bylines);
    }

    [Theory]
    [InlineData("\"We wait,\" he said, according to an AFP report.", "AFP")]
    [InlineData("The bridge is closed, according to a report by Reuters.", "Reuters")]
    [InlineData("The bridge is closed, according to an internal report.", "")]
    [InlineData("Reuters had also reported that the bridge was closed.", "")]
    public void Running_text_credits_only_by_its_set_phrases(string text, string agencies) =>
        Assert.Equal(agencies, string.Join(", ", Credit.InText(text)));

    [Fact]
    public void Agency_in_other_letters_is_none()
    {
        Assert.Equal("AP", Credit.Agency("AP"));
        Assert.Null(Credit.Agency("ap"));
        Assert.Equal("Reuters", Credit.Agency("the Reuters news agency"));
    }
}
