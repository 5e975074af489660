namespace Chancery.Tests.House;

/// <summary>Rule 9: what a room shows is on file, so that a change of it is read.</summary>
public class PublicApiTests
{
    [Theory]
    [InlineData("Chancery.Text")]
    [InlineData("Chancery.Record")]
    [InlineData("Chancery.Extraction")]
    [InlineData("Chancery.Store")]
    public void Public_surface_is_on_file(string room) => Accepting.Matches(
        Doc.PathOf("tests", "Chancery.Tests", "House", "PublicApi", $"{room}.txt"),
        PublicSurface.Of(Rooms.Libraries.Single(assembly => assembly.GetName().Name == room)));
}
