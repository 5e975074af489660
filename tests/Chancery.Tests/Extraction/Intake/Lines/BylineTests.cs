using Chancery.Extraction.Intake.Lines;

namespace Chancery.Tests.Extraction.Intake.Lines;

public class BylineTests
{
    [Theory]
    [InlineData("By Tam Ferrow", "Tam Ferrow")]
    [InlineData("By Tam Ferrow and Jo Quill", "Tam Ferrow, Jo Quill")]
    [InlineData("by: Ora van der Lind, Milhaven Correspondent", "Ora van der Lind")]
    [InlineData("By Tam Ferrow, China Economics Editor", "Tam Ferrow")]
    [InlineData("By Milhaven Correspondent", "Milhaven Correspondent")]
    [InlineData("By Tam Ferrow ⋅ Founder ⋅ Updated May 6, 2025", "Tam Ferrow")]
    [InlineData("ByTam Ferrow", "Tam Ferrow")]
    [InlineData("Byron Quill", "")]
    [InlineData("Von Tam Ferrow am 3. Mai 2021", "Tam Ferrow")]
    [InlineData("By Harbour State University", "")]
    [InlineData("Written by Tam Ferrow in Port Elm", "Tam Ferrow")]
    [InlineData("By the Meridian's foreign desk", "the Meridian's foreign desk")]
    [InlineData("By Friday evening", "")]
    [InlineData("By Friday", "")]
    [InlineData("By now everybody had left", "")]
    [InlineData("Bystanders said nothing", "")]
    public void Line_with_a_cue_gives_its_names(string line, string names) => Assert.Equal(names, string.Join(", ", Byline.Cued(line)));

    [Theory]
    [InlineData("Danny Ferrow", true)]
    [InlineData("KTVX Web Team", true)]
    [InlineData("RP Bureau", true)]
    [InlineData("New Milhaven", false)]
    [InlineData("World News", false)]
    [InlineData("Drivers are angry", false)]
    [InlineData("Bridge closed.", false)]
    [InlineData("4,000 Vehicles", false)]
    public void Line_of_names_alone_is_told_from_others(string line, bool isByline) => Assert.Equal(isByline, Byline.Alone(line).Count > 0);

    [Theory]
    [InlineData("KTVX Web Team", "KTVX")]
    [InlineData("Milhaven Bureau", null)]
    [InlineData("Our Web Desk", null)]
    [InlineData("Tam Ferrow", null)]
    public void Desk_names_its_outlet(string byline, string? outlet) => Assert.Equal(outlet, Byline.OutletOf(byline));

    [Theory]
    [InlineData("Kestrel Media GmbH, Port Elm, Sorland", "")]
    [InlineData("Kestrel Media Inc.", "")]
    [InlineData("Tam Ferrow, Jo Quill", "Tam Ferrow, Jo Quill")]
    [InlineData("kestrel.example", "kestrel.example")]
    [InlineData("kestrel.com, Port Elm, Sorland", "")]
    public void Company_signs_nothing(string value, string names) => Assert.Equal(names, string.Join(", ", Byline.Signed(value)));

    [Theory]
    [InlineData("Institute for River Studies and Fishery", "Institute for River Studies and Fishery")]
    [InlineData("View all posts by Tam Ferrow", "Tam Ferrow")]
    [InlineData("Tam Ferrow, Dietitian", "Tam Ferrow")]
    [InlineData("Picture: Tam Ferrow", "")]
    [InlineData("Author:", "")]
    [InlineData("tamf am 20.09.2020", "tamf")]
    public void Value_that_is_said_to_sign_gives_the_name_alone(string value, string names) => Assert.Equal(names, string.Join(", ", Byline.Signed(value)));

    [Theory]
    [InlineData("Tam Ferrow November 18, 2019 11:03 PM", "Tam Ferrow")]
    [InlineData("Meridian November 18, 2019 11:03 PM", "Meridian")]
    [InlineData("Ora May 18, 2019", "Ora")]
    [InlineData("Ora May", "Ora May")]
    public void Day_behind_a_name_is_no_part_of_it(string list, string names) => Assert.Equal(names, string.Join(", ", Byline.Names(list)));
}
