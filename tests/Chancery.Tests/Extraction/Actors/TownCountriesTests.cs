using Chancery.Extraction;
using Chancery.Extraction.Actors;

namespace Chancery.Tests.Extraction.Actors;

public class TownCountriesTests
{
    private static readonly TownCountries Towns = new(Resources.Default);

    [Theory]
    [InlineData("Karachi", "PAK")]
    [InlineData("Hamburg", "DEU")]
    [InlineData("Zzyzxville", null)]
    [InlineData("Springfield", "USA")]
    public void Large_town_has_its_state_and_an_unknown_name_none(string name, string? country) => Assert.Equal(country, Towns.Of(name));
}
