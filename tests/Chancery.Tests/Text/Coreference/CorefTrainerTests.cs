using Chancery.Text;
using Chancery.Text.Coreference;
using Chancery.Text.Learning;

namespace Chancery.Tests.Text.Coreference;

public class CorefTrainerTests
{
    private static readonly CorefTraining Training = new(6, 3, 2, 1, 16, 0.2, 0, 0, 1, 1, 1);

    /// <summary>In this language two ports are the same if they are called the same, and two ships never are.</summary>
    [Fact]
    public void Chains_are_built_as_learnt()
    {
        var trainer = Filled();
        var model = trainer.Learn(Training);
        var document = Text("Velm", "Velm");
        var chains = new CoreferenceResolver(Trees.Lexicons, model).Resolve(document, Marks(document).Select(mark => (mark.First, mark.End)));
        Assert.Equal([0, 1, 2, 1], chains.Select(mention => mention.Chain));
        Assert.Equal([EntityKind.Thing, EntityKind.Place, EntityKind.Thing, EntityKind.Place], chains.Select(mention => mention.Kind));
        Assert.Equal(16, trainer.Count);
    }

    [Fact]
    public void Same_texts_give_the_same_model() => Assert.Equal(Filled().Learn(Training).Hash, Filled().Learn(Training).Hash);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 0.36787944117144233)]
    [InlineData(-20, 2.0611536224385579e-09)]
    [InlineData(-1000, 0)]
    public void Exponential_is_near_the_true_one(double power, double expected) => Assert.Equal(expected, LogLinearLearner.Exponential(power), 1e-7 * Math.Max(expected, 1e-9));

    private static CorefTrainer Filled()
    {
        var trainer = new CorefTrainer(Trees.Lexicons);
        foreach (var (left, right) in new[] { ("Oslo", "Oslo"), ("Riga", "Oslo"), ("Tromp", "Tromp"), ("Kiel", "Tromp") })
        {
            var document = Text(left, right);
            trainer.Add(document, Marks(document));
        }

        return trainer;
    }

    private static Document Text(string left, string right) => Trees.Read($"A/a/DET/DT/2/det ship/ship/NOUN/NN/3/nsubj reached/reach/VERB/VBD/0/root {left}/{left}/PROPN/NNP/3/obj\nA/a/DET/DT/2/det ship/ship/NOUN/NN/3/nsubj left/leave/VERB/VBD/0/root {right}/{right}/PROPN/NNP/3/obj");

    private static MarkedMention[] Marks(Document document)
    {
        var isSame = document.Text[document.Layer<Chancery.Text.Tokens.Token>()[3].Span] == document.Text[document.Layer<Chancery.Text.Tokens.Token>()[7].Span];
        return [new(0, 2, 1, EntityKind.Thing), new(3, 4, 2, EntityKind.Place), new(4, 6, 3, EntityKind.Thing), new(7, 8, isSame ? 2 : 4, EntityKind.Place)];
    }
}
