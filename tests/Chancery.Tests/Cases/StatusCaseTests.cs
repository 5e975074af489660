using Chancery.Extraction;

namespace Chancery.Tests.Cases;

/// <summary>
/// Sentences of ours with the status of one predicate. Those of the part <c>seen</c> are a test each, but for those in <c>open.txt</c>, which are not read rightly yet; the part <c>aside</c> was set
/// aside before any rule was written and is only counted. Every word of the lexicons of status has an example.
/// </summary>
public class StatusCaseTests
{
    // What was reached, in hundredths, rounded down.
    private const int LeastAside = 89;

    private static readonly string[] Lexicons =
        ["status-verbs", "status-nouns", "status-adjectives", "status-openers", "status-modals", "status-adverbs", "status-states"];

    private static string OpenPath => Doc.PathOf("tests", "cases", "status", "open.txt");

    public static TheoryData<string> Seen => [.. StatusCase.All("seen").Select(one => one.Written).Except(Open())];

    public static TheoryData<string> Names => [.. Lexicons];

    [Theory]
    [MemberData(nameof(Seen))]
    public void A_case_has_the_status_it_says(string written) => Assert.Equal(new StatusCase(written).Expected, new StatusCase(written).Found());

    [Fact]
    public void Open_cases_are_just_those_that_are_not_read_rightly() =>
        Accepting.Matches(OpenPath, string.Concat(StatusCase.All("seen").Where(one => one.Found() != one.Expected).Select(one => one.Written + "\n")));

    [Fact]
    public void Cases_set_aside_are_read_as_well_as_before()
    {
        var cases = StatusCase.All("aside").ToList();
        var right = cases.Count(one => one.Found() == one.Expected);
        Assert.True(100 * right >= LeastAside * cases.Count, $"{right} of {cases.Count} cases set aside have the status they should have");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_word_of_status_does_what_its_example_says(string lexicon)
    {
        var entries = Resources.Default.Lexicon(lexicon).Entries;
        var examples = entries.Select(entry => (entry.Form, Example: new StatusCase(entry.Field(Resources.Default.Lexicon(lexicon).Columns.Length - 2))));
        Assert.Empty(examples.Where(one => one.Example.Found() != one.Example.Expected).Select(one => $"{one.Form}: {one.Example.Written}, not {one.Example.Found()}"));
    }

    private static string[] Open() => File.Exists(OpenPath) ? File.ReadAllLines(OpenPath) : [];
}
