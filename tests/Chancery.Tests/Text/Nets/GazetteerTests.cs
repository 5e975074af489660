using Chancery.Text.Nets;

namespace Chancery.Tests.Text.Nets;

public sealed class GazetteerTests
{
    private static readonly Gazetteer Names = Gazetteer.Build([("Omar", "given"), ("Omar", "town"), ("Port of Spain", "large"), ("Red Cross", "organisation"), ("Lima", "large")]);

    [Fact]
    public void A_word_has_every_kind_that_a_list_gives_it_whatever_its_case()
    {
        Assert.Equal(1 | 4, Names["Omar"]);
        Assert.Equal(Names["Omar"], Names["OMAR"]);
        Assert.Equal(4 | 8, Names["Lima"]);
        Assert.Equal(0, Names["envoy"]);
        Assert.Equal(0, Gazetteer.Empty["Omar"]);
    }

    [Fact]
    public void The_words_of_a_long_name_are_known_as_parts_but_for_small_ones()
    {
        Assert.Equal(16, Names["Port"]);
        Assert.Equal(32, Names["Spain"]);
        Assert.Equal(0, Names["of"]);
        Assert.Equal((64, 128), (Names["Red"], Names["Cross"]));
    }

    [Fact]
    public void What_is_stored_is_read_back()
    {
        var again = Gazetteer.Of(Names.Entries);
        Assert.Equal(Names.Entries, again.Entries);
        Assert.Throws<FormatException>(() => Gazetteer.Build([("Omar", "river")]));
    }
}
