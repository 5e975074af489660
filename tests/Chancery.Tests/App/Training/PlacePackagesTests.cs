using Chancery.App.Training;
using Chancery.Extraction.Places;

namespace Chancery.Tests.App.Training;

public class PlacePackagesTests
{
    /// <summary>Two towns by hand: number, name, country, code, division, people, and coordinates as changes from the town before.</summary>
    [Fact]
    public void Towns_in_protocol_buffers_are_read()
    {
        byte[] first = [0x08, 0x0A, 0x12, 1, (byte)'A', 0x1A, 2, (byte)'A', (byte)'F', 0x3A, 4, .. "PPLC"u8, 0x42, 1, (byte)'1', 0x48, 0x64, 0x50, 0x80, 0x01, 0x58, 0x02];
        byte[] second = [0x08, 0x0C, 0x12, 1, (byte)'B', 0x1A, 2, (byte)'A', (byte)'F', 0x50, 0x01, 0x58, 0x02];
        var towns = PlacePackages.ReadTowns([(byte)first.Length, .. first, (byte)second.Length, .. second]).ToList();
        Assert.Equal([5L, 6L], towns.Select(town => town.Id));
        Assert.Equal(new GazetteerPlace("A", PlaceKind.Capital, "AF", "1", 0.00001, 0.00064, 100), towns[0].Place with { Aliases = towns[0].Place.Aliases });
        Assert.Equal((0.00002, 0.00063), (towns[1].Place.Lat, towns[1].Place.Lon));
    }

    [Fact]
    public void A_dump_is_read_with_its_other_names()
    {
        var town = Assert.Single(PlacePackages.ReadDump(new StringReader("7\tÄlta\tAlta\tAltta,Alattio\t59.9\t18.1\tP\tPPLA\tSE\t\t26\t\t\t\t1200\t\t1\tX\t2020\n")));
        Assert.Equal((7L, PlaceKind.Seat, "26", 1200L), (town.Id, town.Place.Kind, town.Place.Admin1, town.Place.Population));
        Assert.Equal(["Alta", "Altta", "Alattio"], town.Place.Aliases);
    }

    [Fact]
    public void States_and_points_are_read_without_comments()
    {
        var state = Assert.Single(PlacePackages.ReadCountries(new StringReader("# ISO\nAF\tAFG\t004\tAF\tAfghanistan\tKabul\t1\t29121286\tAS\n")));
        Assert.Equal(("AF", "AFG", "Afghanistan", 29121286L), state);
        Assert.Equal((33, 65), PlacePackages.ReadPoints(["# code", "AF\t33\t65"])["AF"]);
    }
}
