using Chancery.Extraction;
using Chancery.Extraction.Places;

namespace Chancery.Tests.Extraction.Places;

public class PlaceTablesTests
{
    private static readonly PlaceGazetteer Gazetteer = Resources.Default.PlaceGazetteer();

    [Fact]
    public void Every_place_of_our_table_lies_on_the_earth() => Assert.All(Resources.Default.Lexicon("places").Entries, entry =>
    {
        Assert.InRange(double.Parse(entry.Field(3), System.Globalization.CultureInfo.InvariantCulture), -90, 90);
        Assert.InRange(double.Parse(entry.Field(4), System.Globalization.CultureInfo.InvariantCulture), -180, 180);
    });

    /// <summary>A division that our table names with a code is the gazetteer's, and not far from it.</summary>
    [Fact]
    public void Divisions_of_our_table_are_the_gazetteers() => Assert.All(
        Resources.Default.Lexicon("places").Entries.Where(entry => entry.Field(2).Length > 0),
        entry =>
        {
            var country = Gazetteer.Alpha2(entry.Field(1));
            Assert.NotNull(country);
            var province = Gazetteer.Province(country, entry.Field(2));
            Assert.True(province is not null, $"{entry.Form}: there is no division {country}.{entry.Field(2)}");
            var far = Distances.Kilometres(Gazetteer.LatOf(province.Value), Gazetteer.LonOf(province.Value),
                double.Parse(entry.Field(3), System.Globalization.CultureInfo.InvariantCulture), double.Parse(entry.Field(4), System.Globalization.CultureInfo.InvariantCulture));
            Assert.True(far < 1500, $"{entry.Form} lies {far:0} km from {Gazetteer.NameOf(province.Value)}");
        });

    [Fact]
    public void Every_state_of_the_table_of_states_is_known() => Assert.All(
        Resources.Default.Lexicon("countries").Entries.Where(entry => entry.Field(1) == "name"),
        entry => Assert.Contains(Gazetteer.Find(entry.Form), found => Gazetteer.KindOf(found.Number) == PlaceKind.Country && Gazetteer.Alpha3(Gazetteer.CountryOf(found.Number)) == entry.Field(0)));

    [Fact]
    public void Words_of_kinds_are_kinds_of_the_gazetteer() => Assert.All(
        Resources.Default.Lexicon("place-kinds").Entries,
        entry => Assert.True(entry.Field(0) is "part" or "street" || PlaceCandidates.KindOf(entry) is not null, $"{entry.Form}: {entry.Field(0)}"));

    [Fact]
    public void A_row_that_cannot_be_read_is_named()
    {
        var packed = new GazetteerPart(GazetteerFile.Write([("AF", "AFG")], []));
        var wrong = Doc.Lexicon("form kind country admin1 lat lon name", "Nowhere\tlake\tAFG\t\t1\t1");
        Assert.Contains("'lake'", Assert.Throws<FormatException>(() => PlaceTables.Read(packed, wrong, Doc.Lexicon("form code kind name", "x\tY\tname\tz"))).Message, StringComparison.Ordinal);
    }
}
