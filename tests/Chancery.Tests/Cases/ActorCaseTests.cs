using Chancery.Extraction;
using Chancery.Extraction.Actors;
using Chancery.Text;
using Chancery.Text.Sentences;
using NodaTime.Text;

namespace Chancery.Tests.Cases;

/// <summary>Each line of the text of a case is the words of one actor.</summary>
public class ActorCaseTests
{
    private static readonly string[] Columns = ["actor", "country", "sector", "sectors", "state", "rule"];
    private static readonly ActorCoder Coder = new(Resources.Default, name => name == "Harwick" ? "GBR" : null);

    public static TheoryData<string> Names => GoldenCase.All("actors");

    [Theory]
    [MemberData(nameof(Names))]
    public void Actors_are_coded_as_the_case_says(string name)
    {
        var golden = GoldenCase.Open("actors", name);
        var day = golden.Setting("day") is { } text ? LocalDatePattern.Iso.Parse(text).Value : (NodaTime.LocalDate?)null;
        golden.Matches(Columns, golden.Text.Split('\n').Select(line =>
        {
            var code = Code(line, day, golden.Setting("home"));
            return (string[])[line, code.Country ?? "", code.Sector ?? "", string.Join(' ', code.Sectors), code.State ?? "", code.Rule];
        }));
    }

    internal static ActorCode Code(string actor, NodaTime.LocalDate? day = null, string? home = null, ActorCoder? coder = null)
    {
        var document = StandardPipeline.Language(Resources.Default).Run(new Document(new SourceText(actor)));
        return (coder ?? Coder).For(document).Code(new Chancery.Text.Tokens.TokenRange(0, document.Layer<Chancery.Text.Tokens.Token>().Length), day, home);
    }
}
