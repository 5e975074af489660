using Chancery.Extraction.Places;

namespace Chancery.Tests.Extraction.Places;

public class GazetteerTests
{
    private static readonly GazetteerPlace Kunduz = new("Kunduz", PlaceKind.Seat, "AF", "24", 36.73, 68.86, 161_902) { Aliases = ["Qunduz", "Кундуз", "UND"] };

    [Fact]
    public void A_place_is_found_under_all_its_names()
    {
        var part = Part(Kunduz);
        Assert.Equal([0], Found(part, "kunduz"));
        Assert.Equal([~0], Found(part, "Qunduz"));
        Assert.Empty(Found(part, "UND"));
        Assert.Empty(Found(part, "Konduz"));
    }

    [Fact]
    public void What_is_kept_of_a_place_comes_back()
    {
        var part = Part(new GazetteerPlace("Altona", PlaceKind.Town, "AU", "07", -37.87, 144.83, 0), Kunduz);
        Assert.Equal(2, part.Count);
        Assert.Equal(("Kunduz", PlaceKind.Seat, "AF", "24"), (part.NameOf(0), part.KindOf(0), part.CountryOf(0), part.Admin1Of(0)));
        Assert.Equal((-37.87, 144.83), (part.LatOf(1), part.LonOf(1)));
        Assert.Equal(Math.Log(161_903), part.PopulationOf(0), 0.1);
        Assert.Equal(0, part.PopulationOf(1));
    }

    [Fact]
    public void Two_lists_of_one_town_are_merged_and_namesakes_are_not()
    {
        var builder = new GazetteerBuilder();
        builder.Add(Kunduz);
        builder.Add(Kunduz with { Kind = PlaceKind.Town, Lat = 36.75, Population = 300_000, Aliases = ["Kondoz"] });
        builder.Add(Kunduz with { Lat = 33.0 });
        Assert.Equal(2, builder.Count);
        var part = new GazetteerPart(builder.ToBytes());
        Assert.Single(Found(part, "Kondoz"));
        Assert.Equal(2, Found(part, "Kunduz").Count);
    }

    [Fact]
    public void The_same_places_give_the_same_bytes()
    {
        var other = new GazetteerPlace("Altona", PlaceKind.Town, "AU", "07", -37.87, 144.83, 0);
        Assert.Equal(GazetteerFile.Write([("AF", "AFG")], [Kunduz, other]), GazetteerFile.Write([("AF", "AFG")], [other, Kunduz]));
    }

    [Fact]
    public void Damaged_bytes_are_no_gazetteer()
    {
        var bytes = GazetteerFile.Write([], [Kunduz]);
        Assert.Throws<FormatException>(() => new GazetteerPart(bytes.AsMemory(0, bytes.Length / 2)));
        Assert.Throws<FormatException>(() => new GazetteerPart(new byte[] { 1, 2, 3, 4, 5 }));
    }

    private static GazetteerPart Part(params GazetteerPlace[] places)
    {
        var builder = new GazetteerBuilder();
        builder.AddCountry("AF", "AFG");
        foreach (var place in places) builder.Add(place);
        return new GazetteerPart(builder.ToBytes());
    }

    private static List<int> Found(GazetteerPart part, string name)
    {
        var found = new List<int>();
        part.Find(PlaceKey.Of(name), found);
        return found;
    }
}
