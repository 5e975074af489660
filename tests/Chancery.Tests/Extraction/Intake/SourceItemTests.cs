using Chancery.Extraction.Intake;

namespace Chancery.Tests.Extraction.Intake;

public class SourceItemTests
{
    private static SourceItem Item(string? native, string? address, string print, int? version = null) => new(null, native, address, null, print, Version: version);

    [Fact]
    public void The_strongest_policy_that_tells_items_apart_is_found()
    {
        Assert.Equal(IdentityPolicy.Native, SourceItem.PolicyOf([Item("1", "a", "x"), Item("2", "a", "y")]));
        Assert.Equal(IdentityPolicy.NativeAndAddress, SourceItem.PolicyOf([Item("1", "a", "x"), Item("1", "b", "y")]));
        Assert.Equal(IdentityPolicy.Address, SourceItem.PolicyOf([Item(null, "a", "x"), Item(null, "b", "y")]));
        Assert.Equal(IdentityPolicy.Content, SourceItem.PolicyOf([Item("1", "a", "x"), Item("1", "a", "y")]));
    }

    [Fact]
    public void The_same_thing_twice_spoils_no_policy() => Assert.Equal(IdentityPolicy.Native, SourceItem.PolicyOf([Item("1", "a", "x"), Item("1", "a", "x")]));

    [Fact]
    public void Versions_of_an_item_share_its_key()
    {
        SourceItem[] items = [Item("1", "a", "x", 1), Item("1", "a", "y", 2)];
        Assert.Equal(IdentityPolicy.Native, SourceItem.PolicyOf(items));
        Assert.Single(items.Select(item => item.KeyUnder(IdentityPolicy.Native)).Distinct());
    }

    [Theory]
    [InlineData(IdentityPolicy.Native, "1")]
    [InlineData(IdentityPolicy.NativeAndAddress, "1\u001Fa")]
    [InlineData(IdentityPolicy.Address, "a")]
    [InlineData(IdentityPolicy.Content, "x")]
    public void A_key_follows_the_policy(IdentityPolicy policy, string key) => Assert.Equal(key, Item("1", "a", "x").KeyUnder(policy));

    [Fact]
    public void An_item_without_an_identity_is_known_by_the_next_best() => Assert.Equal(("a", "x"), (Item(null, "a", "x").KeyUnder(IdentityPolicy.Native), Item(null, null, "x").KeyUnder(IdentityPolicy.Native)));
}
