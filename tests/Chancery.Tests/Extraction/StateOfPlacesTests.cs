using Chancery.Extraction;
using Chancery.Record.Findings;

namespace Chancery.Tests.Extraction;

/// <summary>Missions and control: each word of their lexicons does what its example says, and odd texts are read.</summary>
public class StateOfPlacesTests
{
    [Fact]
    public void Every_word_of_missions_does_what_its_example_says() => Assert.Empty(Wrong("mission-states", text =>
        Read.All<Mission>(text).Select(mission => $"{mission.State.Name}, {mission.Type}, {mission.City}, {mission.Status}")));

    [Fact]
    public void Every_word_of_control_does_what_its_example_says() => Assert.Empty(Wrong("control-words", text =>
        Read.All<Control>(text).Select(control => $"{control.Controller.Name}, {control.Change}, {control.Place.Name}")));

    [Fact]
    public void A_mission_with_a_number_of_people_has_its_staff()
    {
        var mission = Read.One<Mission>("There are around 100 people in the Kenyan embassy in Khartoum.");
        Assert.Equal(("open", 100.0, true), (mission.Status, mission.Staff?.Value, mission.Staff?.Approx));
    }

    [Fact]
    public void Who_says_it_and_when_stand_on_the_line()
    {
        var control = Read.One<Control>("A spokesman said the Taliban had captured Kunduz on Monday.");
        Assert.Equal("spokesman", Assert.Single(control.Voice).Name);
        Assert.Equal((new NodaTime.LocalDate(2021, 8, 16), new NodaTime.LocalDate(2021, 8, 16)), (control.When?.From, control.When?.To));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Embassy embassies consulate \"closed\" its its closed embassy in")]
    [InlineData("Captured captured fell to control of of under control, the Taliban")]
    [InlineData("The embassy. In. At the embassy in Kabul, Herat, and")]
    public void Any_text_is_read(string text) => Assert.All(Read.Reading(text).Findings, finding => Assert.NotEmpty(finding.Evidence));

    private static List<string> Wrong(string lexicon, Func<string, IEnumerable<string>> read)
    {
        var (table, wrong) = (Resources.Default.Lexicon(lexicon), new List<string>());
        foreach (var entry in table.Entries)
        {
            var example = entry.Field(table.Columns.Length - 2).Split(" => ");
            var found = read(example[0]).ToList();
            if (found is not [var only] || only != example[1]) wrong.Add($"{entry.Form}: {string.Join(" => ", example)}, not {string.Join(" + ", found)}");
        }

        return wrong;
    }
}
