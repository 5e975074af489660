using Chancery.Text.Syntax;
using Chancery.Text.Tags;

namespace Chancery.Tests.Text.Syntax;

public sealed class RelationTests
{
    [Fact]
    public void Every_relation_has_its_own_label_and_is_read_back_from_it()
    {
        var relations = Enum.GetValues<Relation>();
        Assert.Equal(RelationLabels.Count, relations.Length);
        foreach (var relation in relations) Assert.Equal(relation, RelationLabels.Parse(relation.Label));
        Assert.Equal(relations.Length, relations.Select(relation => relation.Label).Distinct().Count());
    }

    [Theory]
    [InlineData("nsubj:weather", Relation.Nsubj)]
    [InlineData("weather", Relation.Dep)]
    [InlineData("", Relation.Dep)]
    public void An_unknown_label_falls_back_to_what_is_known_of_it(string label, Relation expected) => Assert.Equal(expected, RelationLabels.Parse(label));

    [Fact]
    public void A_Penn_tag_is_found_by_its_name_and_unknown_ones_say_nothing()
    {
        Assert.True(PennTag.Of("PRP$").Is("PRP$"));
        Assert.Equal("-LRB-", PennTag.Of("-LRB-").ToString());
        Assert.Equal("_", PennTag.Of("NONE").ToString());
    }
}
