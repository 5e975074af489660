using Chancery.Text;

namespace Chancery.Tests.Text;

public class EquatableArrayTests
{
    [Fact]
    public void Equatable_array_default_equals_empty()
    {
        Assert.Equal(default, EquatableArray.Create<int>([]));
        Assert.True(default(EquatableArray<int>).IsEmpty);
        Assert.Equal(default(EquatableArray<int>).GetHashCode(), EquatableArray.Create<int>([]).GetHashCode());
        foreach (var _ in default(EquatableArray<int>)) Assert.Fail("The default holds nothing.");
    }

    [Fact]
    public void Equatable_array_in_a_record_makes_the_record_equal_by_content()
    {
        Assert.Equal(new Box(["a", "b"]), new Box(["a", "b"]));
        Assert.NotEqual(new Box(["a", "b"]), new Box(["b", "a"]));
    }

    [Fact]
    public void Equatable_array_index_beyond_the_end_throws()
    {
        EquatableArray<int> items = [1, 2];
        Assert.Equal(2, items[1]);
        Assert.Throws<IndexOutOfRangeException>(() => items[2]);
    }

    private sealed record Box(EquatableArray<string> Items);
}
