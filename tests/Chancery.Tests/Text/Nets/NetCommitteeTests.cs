using Chancery.Text.Nets;

namespace Chancery.Tests.Text.Nets;

public sealed class NetCommitteeTests
{
    private static readonly NetShape Shape = new(8, 16, 32, 2, 16, 16, 3);

    [Fact]
    public void A_committee_completes_what_nobody_annotated_and_keeps_the_rest()
    {
        var half = new NetExample(["The", "envoy", "left"]) { Upos = [3, 4, 5], Heads = [2, 3, 0], Relations = [1, 2, 3], WideNames = [0, 4, 0] };
        var bare = new NetExample(["He", "spoke", "on", "Sunday", "."]);
        var (first, second) = (Committee(1, 2).Complete([half, bare])[0], Committee(1, 2).Complete([half, bare])[1]);
        Assert.Equal(half.Upos, first.Upos);
        Assert.Equal(half.Heads, first.Heads);
        Assert.Equal(half.Relations, first.Relations);
        Assert.Equal(half.WideNames, first.WideNames);
        Assert.Null(first.NarrowNames);
        Assert.All([second.Upos!, second.Penn!, second.Features!, second.Heads!, second.Relations!, second.WideNames!], column => Assert.Equal(5, column.Length));
        Assert.Single(second.Heads!, (short)0);
    }

    [Fact]
    public void A_committee_of_one_net_twice_thinks_what_the_net_thinks()
    {
        var bare = new NetExample(["He", "spoke", "in", "Kabul", "on", "Sunday", "."]);
        var (one, twice) = (Committee(1).Complete([bare])[0], Committee(1, 1).Complete([bare])[0]);
        Assert.Equal(one.Upos, twice.Upos);
        Assert.Equal(one.Heads, twice.Heads);
        Assert.Equal(one.Relations, twice.Relations);
        Assert.Equal(one.WideNames, twice.WideNames);
        Assert.NotEqual(one.Upos, Committee(2).Complete([bare])[0].Upos);
    }

    private static NetCommittee Committee(params ulong[] seeds) => new([.. seeds.Select(seed => LanguageNet.Create(Shape, Gazetteer.Empty, new Chance(seed)))]);
}
