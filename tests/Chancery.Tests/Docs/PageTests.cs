using System.Text.RegularExpressions;
using Chancery.Tests.House;

namespace Chancery.Tests.Docs;

/// <summary>The table of routes is complete, and what it names is documented.</summary>
public class PageTests
{
    private static readonly string Routes = File.ReadAllText(Doc.PathOf("src", "Chancery.App", "Web", "Server.cs"));

    [Fact]
    public void Every_page_stands_in_the_table_of_routes() => Offenders.None(
        "A page is not mapped in Server.cs:",
        from type in Rooms.WrittenTypes(Rooms.App)
        where type.Namespace == "Chancery.App.Web" && type.Name.EndsWith("Page", StringComparison.Ordinal)
        where !Routes.Contains($"{type.Name}.Read(", StringComparison.Ordinal)
        select type.Name);

    [Fact]
    public void Every_page_and_its_twin_are_documented()
    {
        var paths = Regex.Matches(Routes, "MapPage<[^>]+>\\(\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(paths);
        Offenders.None(
            "docs/api.md does not name a page or its twin:",
            from path in paths
            from address in new[] { path, $"{path}.json" }
            where !File.ReadAllText(Doc.PathOf("docs", "api.md")).Contains($"`{address}`", StringComparison.Ordinal)
            select address);
    }
}
