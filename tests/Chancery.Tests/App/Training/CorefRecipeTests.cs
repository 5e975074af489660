using Chancery.App.Training;

namespace Chancery.Tests.App.Training;

public class CorefRecipeTests
{
    [Fact]
    public void Recipe_of_the_shipped_model_uses_no_genre_that_it_may_not()
    {
        var recipe = CorefRecipe.Read(File.ReadAllText(Doc.PathOf("training", "recipes", "coref.jsonc")));
        Assert.All(recipe.Corpora, corpus => Assert.NotEmpty(corpus.Genres));
        Assert.DoesNotContain(recipe.Corpora, corpus => corpus.Genres.Intersect(["whow", "fiction", "conversation", "reddit"]).Any());
        Assert.DoesNotContain(recipe.Corpora, corpus => corpus.In.Contains("dev", StringComparison.Ordinal) || corpus.Treebank.Contains("dev", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("no")]
    public void What_is_no_recipe_is_refused(string json) => Assert.Throws<FormatException>(() => CorefRecipe.Read(json));
}
