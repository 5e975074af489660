using Chancery.Record;
using Chancery.Text;

namespace Chancery.Tests.Extraction;

/// <summary>The laws of the record, on our samples' texts and on what chance makes of them.</summary>
public class ReadingLaws
{
    private const int Rounds = 60;

    private static readonly string[] Seeds =
    [
        "KABUL - \"We stay,\" said Ambassador Ilse Hartmann of Germany on Monday. About 40 diplomats left, Reuters reported.",
        "According to the ministry, more than 1,200 people were flown out; \u201CNobody is left,\u201D he told reporters, citing AFP.",
        "The Taliban spokesman, who arrived from Doha, vowed that \"no harm will come\" to embassies. $ 3 million was promised.",
        "Karl Benno, the Danish envoy, and the clerk, Ann Riel, said they would stay; he told her that \"nobody\" asked. Half a million villagers, two of their five mills.",
    ];

    [Fact]
    public void Every_finding_rests_on_verbatim_words_and_has_the_id_of_its_content()
    {
        foreach (var text in Texts())
            foreach (var finding in Read.Reading(text).Findings)
            {
                Assert.NotEmpty(finding.Evidence);
                Assert.All(finding.Cited, piece => Assert.True(piece.IsVerbatimIn(new SourceText(text)), $"{piece} in {text}"));
                Assert.Equal(LineId.Of(finding), finding.Id);
                Assert.Contains('/', finding.By);
            }
    }

    [Fact]
    public void Reading_twice_is_equal() => Assert.All(Texts(), text => Assert.Equal(Read.Reading(text), Read.Reading(text)));

    [Fact]
    public void A_report_read_between_others_reads_the_same()
    {
        var alone = Seeds.Select(text => Read.Reading(text)).ToList();
        var among = Seeds.Reverse().Select(text => Read.Reading(text)).Reverse().ToList();
        Assert.Equal(alone, among);
    }

    /// <summary>Seed texts with characters dropped, doubled, swapped for marks, and torn in the middle; seeded by 7.</summary>
    private static IEnumerable<string> Texts()
    {
        var chance = new Random(7);
        foreach (var seed in Seeds) yield return seed;
        for (var round = 0; round < Rounds; round++)
        {
            var text = Seeds[round % Seeds.Length].ToCharArray().ToList();
            for (var change = 0; change < 12; change++) Change(text, chance);
            yield return new string([.. text]);
        }
    }

    private static void Change(List<char> text, Random chance)
    {
        const string marks = "\"\u201C\u201D'’.,\n\n\uD83D \u202E-()0";
        var at = chance.Next(text.Count - 1);
        switch (chance.Next(3))
        {
            case 0: text.RemoveAt(at); break;
            case 1: text.Insert(at, text[chance.Next(text.Count)]); break;
            default: text[at] = marks[chance.Next(marks.Length)]; break;
        }
    }
}
