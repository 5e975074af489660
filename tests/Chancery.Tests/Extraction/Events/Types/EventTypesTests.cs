using Chancery.Extraction.Events.Types;

namespace Chancery.Tests.Extraction.Events.Types;

public class EventTypesTests
{
    [Fact]
    public void Every_type_has_a_root_and_a_quad()
    {
        Assert.Equal(16, EventTypes.Names.Length);
        Assert.All(EventTypes.Names, name => Assert.Contains(EventTypes.RootOf(name), EventTypes.Roots));
        Assert.All(EventTypes.Roots, root => Assert.InRange(EventTypes.QuadOf(root), 1, 4));
        Assert.Equal(EventTypes.Roots.ToHashSet(), [.. EventTypes.Names.Select(EventTypes.RootOf)]);
        Assert.Throws<ArgumentException>(() => EventTypes.QuadOf("FIGHT"));
    }
}
