using Chancery.Text.Tags;

namespace Chancery.Tests.Text.Tags;

public sealed class FeaturesTests
{
    [Theory]
    [InlineData("_")]
    [InlineData("Number=Plur")]
    [InlineData("Case=Nom|Number=Sing|Person=3|PronType=Prs")]
    [InlineData("Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin|Voice=Pass")]
    public void A_column_is_written_as_it_was_read(string column) => Assert.Equal(column, Features.Parse(column).ToString());

    [Fact]
    public void Every_value_of_every_feature_survives_alone()
    {
        foreach (var feature in Features.Inventory)
            foreach (var value in feature.Values)
                Assert.Equal($"{feature.Name}={value}", Features.Parse($"{feature.Name}={value}").ToString());
    }

    [Fact]
    public void No_two_features_share_a_bit_and_all_fit_in_64()
    {
        var end = 0;
        foreach (var feature in Features.Inventory)
        {
            Assert.True(feature.Shift >= end, feature.Name);
            Assert.True(feature.Values.Count < 1 << feature.Width, feature.Name);
            end = feature.Shift + feature.Width;
        }

        Assert.InRange(end, 1, 64);
    }

    [Fact]
    public void What_the_inventory_does_not_have_is_left_out()
    {
        Assert.Equal("Number=Sing", Features.Parse("Number=Sing|Weather=Fair|Tense=Never|broken").ToString());
        Assert.Null(Features.Parse("Number=Sing")["Weather"]);
    }
}
