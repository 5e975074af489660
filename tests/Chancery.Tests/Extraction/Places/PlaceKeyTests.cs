using Chancery.Extraction.Places;

namespace Chancery.Tests.Extraction.Places;

public class PlaceKeyTests
{
    [Theory]
    [InlineData("Mazār-e Sharīf", "mazar-e-sharif")]
    [InlineData("Saint Louis", "St. Louis")]
    [InlineData("Mt Kenya", "Mount Kenya")]
    [InlineData("The Hague", "Hague")]
    [InlineData("Sana'a", "Sanaa")]
    [InlineData("Łódź", "Lodz")]
    [InlineData("Cox’s Bazar", "Coxs  Bazar")]
    public void Spellings_of_one_name_have_one_key(string one, string other) => Assert.Equal(PlaceKey.Of(one), PlaceKey.Of(other));

    [Theory]
    [InlineData("Niger", "Nigeria")]
    [InlineData("New York", "Newyork")]
    public void Other_names_have_other_keys(string one, string other) => Assert.NotEqual(PlaceKey.Of(one), PlaceKey.Of(other));

    [Fact]
    public void A_name_as_written_has_a_key_of_its_own()
    {
        Assert.NotEqual(PlaceKey.Exact("US"), PlaceKey.Of("US"));
        Assert.NotEqual(PlaceKey.Exact("US"), PlaceKey.Exact("us"));
    }

    [Fact]
    public void A_name_of_any_length_has_a_key() => Assert.Equal(PlaceKey.Of(new string('a', 1000)), PlaceKey.Of(new string('A', 1000)));
}
