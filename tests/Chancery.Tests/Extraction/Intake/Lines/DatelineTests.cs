using Chancery.Extraction.Intake.Lines;

namespace Chancery.Tests.Extraction.Intake.Lines;

public class DatelineTests
{
    [Theory]
    [InlineData("KABUL, Aug 16 (Reuters) - The town was quiet.", "The town was quiet.", "Reuters")]
    [InlineData("KABUL (Kestrel) — The town was quiet.", "The town was quiet.", "Kestrel")]
    [InlineData("Port Elm, Mar. 4, 2020 (AP) -- The town was quiet.", "The town was quiet.", "AP")]
    [InlineData("(Kestrel) - The town was quiet.", "The town was quiet.", "Kestrel")]
    [InlineData("NEW DELHI: The town was quiet.", "The town was quiet.", "")]
    [InlineData("BERLIN -- The town was quiet.", "The town was quiet.", "")]
    [InlineData("ST. JOSEPH, Mich. (AP) — The town was quiet.", "The town was quiet.", "AP")]
    public void Dateline_is_cut_from_its_sentence(string paragraph, string rest, string agencies)
    {
        var dateline = Dateline.Read(paragraph);
        Assert.Equal(rest, paragraph[(dateline?.Length ?? 0)..]);
        Assert.Equal(agencies, string.Join(", ", dateline?.Agencies ?? []));
    }

    [Theory]
    [InlineData("The minister – a former judge – resigned.")]
    [InlineData("Milhaven - quiet for once - slept.")]
    [InlineData("NATO (the alliance of thirty) - said nothing.")]
    [InlineData("\"No,\" he said: the town was quiet.")]
    [InlineData("WATCH: The town was quiet.")]
    [InlineData("PLEASE NOTE: The town was quiet.")]
    [InlineData("ORA LIND, HOST: Good evening, everyone.")]
    [InlineData("LIVE - the town was quiet.")]
    public void Sentence_with_a_dash_has_none(string paragraph) => Assert.Null(Dateline.Read(paragraph));
}
