using Chancery.App.Training;
using Chancery.Text.Learning;

namespace Chancery.Tests.App.Training;

public class RecipeTests
{
    [Theory]
    [InlineData("sentences")]
    [InlineData("lemmas")]
    [InlineData("language")]
    public void Recipe_of_a_shipped_model_uses_no_genre_that_it_may_not(string model)
    {
        var recipe = Recipe.Read(File.ReadAllText(Doc.PathOf("training", "recipes", $"{model}.jsonc")));
        Assert.Equal(model, recipe.Model);
        Assert.All(recipe.Corpora.Where(corpus => corpus.Use is "" or "trees"), corpus => Assert.True(corpus.In.Contains("ewt", StringComparison.Ordinal) || corpus.Genres.Count > 0));
        Assert.DoesNotContain(recipe.Corpora, corpus => corpus.Genres.Intersect(["whow", "fiction", "conversation", "reddit"]).Any());
    }

    [Fact]
    public void Genre_is_read_from_the_document()
    {
        var corpus = new RecipeCorpus("", "", "", ["news"]);
        Assert.True(corpus.Takes(new TreebankDocument("GUM_news_ferry", [])));
        Assert.False(corpus.Takes(new TreebankDocument("GUM_fiction_ferry", [])));
        Assert.False(corpus.Takes(new TreebankDocument("", [])));
        Assert.True((corpus with { Genres = [] }).Takes(new TreebankDocument("", [])));
    }

    [Fact]
    public void Setting_that_is_missing_is_named()
    {
        var recipe = Recipe.Read("""{ "model": "m", "what": "w", "licence": "l", "corpora": [], "measured": [], "rounds": 3 }""");
        Assert.Equal(3, recipe.Settings(json => json.GetProperty("rounds").GetInt32()));
        Assert.Throws<FormatException>(() => recipe.Settings(json => json.GetProperty("epochs").GetInt32()));
        Assert.Throws<FormatException>(() => recipe.Settings(json => json.GetProperty("rounds").GetString()));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("no")]
    public void What_is_no_recipe_is_refused(string json) => Assert.Throws<FormatException>(() => Recipe.Read(json));
}
