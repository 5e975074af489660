using System.Text;
using Chancery.Extraction.Intake;
using Chancery.Record;

namespace Chancery.Tests.Extraction.Intake;

/// <summary>What holds for every document, whatever is in it.</summary>
public class IntakeLaws
{
    private const int Rounds = 60;

    public static TheoryData<string> Files => [.. Incoming.Files.Select(file => Path.GetFileName(file))];

    public static TheoryData<string> Texts => [.. Incoming.Files.Where(file => file.EndsWith(".txt", StringComparison.Ordinal)).Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Reading_twice_is_equal(string file) => Assert.Equal(Incoming.ReadFile(file), Incoming.ReadFile(file));

    [Theory]
    [MemberData(nameof(Files))]
    public void Line_ends_and_marks_change_nothing_in_the_text(string file)
    {
        var text = Encoding.UTF8.GetString(Incoming.Bytes(file)).ReplaceLineEndings("\n");
        var plain = Texts_of(Encoding.UTF8.GetBytes(text), file);
        Assert.Equal(plain, Texts_of(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")), file));
        Assert.Equal(plain, Texts_of([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], file));
        Assert.Equal(plain, Texts_of([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], file));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_and_cuts_account_for_every_word(string file)
    {
        var report = Incoming.Report(file);
        var source = System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(Encoding.UTF8.GetString(Incoming.Bytes(file)), "<[^>]*>", " "));
        Assert.Equal(Words(source), Words(string.Join(' ', report.Cut.Select(cut => cut.Text).Append(report.Text))));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Reports_keep_the_laws_of_their_type(string file) => Assert.All(Incoming.ReadFile(file).Reports, AssertLawful);

    [Theory]
    [MemberData(nameof(Files))]
    public void Mutated_bytes_give_lawful_reports_or_named_refusals(string file)
    {
        var chance = new Random(20210815);
        var bytes = Incoming.Bytes(file);
        for (var round = 0; round < Rounds; round++)
        {
            var result = Incoming.Read(Mutate(bytes, chance), file);
            Assert.True(result.Reports.Count + result.Refusals.Count > 0, "Neither a report nor a refusal.");
            Assert.All(result.Reports, AssertLawful);
            Assert.All(result.Refusals, refusal => Assert.True(RefusalCodes.All.ContainsKey(refusal.Code) && refusal.Code != RefusalCodes.Defect, refusal.Detail));
        }
    }

    internal static void AssertLawful(Report report)
    {
        Assert.NotEqual("", report.Text);
        Assert.Equal(report.Text, string.Join("\n\n", report.Blocks.Select(block => report.Text[block.Span.Start..block.Span.End])));
        Assert.All(report.Blocks, block => Assert.True(IsLine(report.Text[block.Span.Start..block.Span.End]), "A block is not one line."));
        Assert.All(report.Cut, cut => Assert.Equal(TextShape.Words(cut.Text), cut.Words));
        Assert.Equal(64, report.Sha256.Length);
        Assert.True(report.Published is null || report.Published.From <= report.Published.To, "The day of publication ends before it begins.");
        Assert.Equal(report with { Blocks = [] }, Assert.IsType<Report>(RecordJson.Read(RecordJson.Write(report))));
    }

    private static bool IsLine(string block) => block.Length > 0 && block == TextShape.Collapse(block) && block.Trim() == block;

    private static List<string> Texts_of(byte[] bytes, string file) => [.. Incoming.Read(bytes, file).Reports.Select(report => report.Text)];

    private static List<string> Words(string text) =>
        [.. System.Text.RegularExpressions.Regex.Matches(text, @"[\p{L}\p{N}]+").Select(match => match.Value).Order(StringComparer.Ordinal)];

    private static byte[] Mutate(byte[] bytes, Random chance)
    {
        var mutated = bytes.ToList();
        for (var edits = chance.Next(1, 12); edits > 0 && mutated.Count > 1; edits--)
        {
            var at = chance.Next(mutated.Count);
            switch (chance.Next(6))
            {
                case 0: mutated[at] = (byte)chance.Next(256); break;
                case 1: mutated.RemoveRange(at, Math.Min(mutated.Count - at, chance.Next(1, 40))); break;
                case 2: mutated.InsertRange(at, mutated.GetRange(at, Math.Min(mutated.Count - at, chance.Next(1, 60)))); break;
                case 3: mutated.Insert(at, (byte)"<>&\"'\0\n{["[chance.Next(9)]); break;
                case 4: mutated.RemoveRange(at, mutated.Count - at); break;
                default: mutated[at] = (byte)(mutated[at] ^ (1 << chance.Next(8))); break;
            }
        }

        return [.. mutated];
    }
}
