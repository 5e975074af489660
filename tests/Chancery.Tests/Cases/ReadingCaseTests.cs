using System.Globalization;
using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Tests.Extraction;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Tests.Cases;

/// <summary>Whole readings against golden tables: one row for each finding of the case's kind.</summary>
public class ReadingCaseTests
{
    private static readonly string[] StatementColumns = ["voices", "speaker", "country", "cue", "addressee", "content", "directness", "occasion", "from", "to"];
    private static readonly string[] FigureColumns = ["what", "value", "low", "high", "about", "unit", "scope", "place", "voices", "words", "from", "to"];
    private static readonly string[] EntityColumns = ["name", "names", "type", "country", "roles", "times"];

    private static readonly string[] MissionColumns = ["voices", "state", "type", "city", "country", "status", "staff", "words", "from", "to"];
    private static readonly string[] ControlColumns = ["voices", "controller", "change", "place", "words", "from", "to"];

    public static TheoryData<string> Missions => GoldenCase.All("mission");

    public static TheoryData<string> Controls => GoldenCase.All("control");

    private static readonly string[] EventColumns = ["type", "status", "actors", "recipients", "place", "from", "to", "background", "voices", "words"];

    public static TheoryData<string> Statements => GoldenCase.All("statement");

    public static TheoryData<string> Figures => GoldenCase.All("figure");

    public static TheoryData<string> Entities => GoldenCase.All("entity");

    public static TheoryData<string> Events => GoldenCase.All("event");

    [Theory]
    [MemberData(nameof(Statements))]
    public void Statements_are_as_the_case_says(string name) =>
        Matches<Statement>("statement", name, StatementColumns, statement =>
        [
            Voices(statement), statement.Speaker?.Name ?? "", statement.Speaker?.Country ?? "", statement.Cue ?? "", statement.Addressee?.Name ?? "",
            statement.Content, statement.Directness, statement.Occasion ?? "", Iso(statement.When?.From), Iso(statement.When?.To),
        ]);

    [Theory]
    [MemberData(nameof(Figures))]
    public void Figures_are_as_the_case_says(string name) =>
        Matches<Figure>("figure", name, FigureColumns, figure =>
        [
            figure.What, Number(figure.Value), Number(figure.Low), Number(figure.High), figure.Approx ? "yes" : "", figure.Unit ?? "",
            figure.Scope ?? "", figure.Place?.Name ?? "", Voices(figure), figure.Evidence[0].Quote, Iso(figure.When?.From), Iso(figure.When?.To),
        ]);

    [Theory]
    [MemberData(nameof(Entities))]
    public void Entities_are_as_the_case_says(string name) =>
        Matches<Entity>("entity", name, EntityColumns, entity =>
        [
            entity.Name, string.Join("; ", entity.Names), entity.Type, entity.Country ?? "",
            string.Join("; ", entity.Roles.Select(role => role.Title)), entity.Evidence.Count.ToString(CultureInfo.InvariantCulture),
        ]);

    [Theory]
    [MemberData(nameof(Missions))]
    public void Missions_are_as_the_case_says(string name) =>
        Matches<Mission>("mission", name, MissionColumns, mission =>
        [
            Voices(mission), mission.State.Name, mission.Type, mission.City ?? "", mission.Country ?? "", mission.Status, Number(mission.Staff?.Value),
            string.Join(" … ", mission.Evidence.Select(piece => piece.Quote)), Iso(mission.When?.From), Iso(mission.When?.To),
        ]);

    [Theory]
    [MemberData(nameof(Controls))]
    public void Control_is_as_the_case_says(string name) =>
        Matches<Control>("control", name, ControlColumns, control =>
        [
            Voices(control), control.Controller.Name, control.Change, control.Place.Name, string.Join(" … ", control.Evidence.Select(piece => piece.Quote)), Iso(control.When?.From), Iso(control.When?.To),
        ]);

    [Theory]
    [MemberData(nameof(Events))]
    public void Events_are_as_the_case_says(string name) =>
        Matches<Event>("event", name, EventColumns, found =>
        [
            found.Type, found.Status, Parties(found.Actors), Parties(found.Recipients), found.Place?.Name ?? "", Iso(found.When?.From), Iso(found.When?.To),
            found.Background ? "yes" : "", Voices(found), string.Join(" … ", found.Evidence.Select(piece => piece.Quote)),
        ]);

    private static string Parties(IEnumerable<Party> parties) => string.Join("; ", parties.Select(party => party.Country is { } country ? $"{party.Name} ({country})" : party.Name));

    private static void Matches<T>(string kind, string name, string[] columns, Func<T, string[]> row) where T : Finding
    {
        var golden = GoldenCase.Open(kind, name);
        LocalDate? day = golden.Setting("day") is { } written ? LocalDatePattern.Iso.Parse(written).Value : null;
        var agencies = golden.Setting("agencies")?.Split(", ") ?? [];
        var findings = Read.Credited(golden.Text, agencies, day ?? Read.Day).Findings.OfType<T>();
        golden.Matches(columns, findings.Select(finding => row(finding).Select(cell => cell.ReplaceLineEndings(" ")).ToArray()));
    }

    private static string Voices(Finding finding) => string.Join(" > ", finding.Voice.Select(voice => voice.Name));

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Iso(LocalDate? day) => day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
