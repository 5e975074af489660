using Chancery.Text.Learning;
using Chancery.Text.Nets;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;

namespace Chancery.Tests.Text.Nets;

public sealed class NetTrainerTests
{
    private static readonly LanguageTraining Small = new(
        TableBits: 10, Embedding: 32, Hidden: 32, Layers: 2, Arc: 16, Label: 16,
        ReadingEpochs: 2, ReadingBatch: 30, ReadingRate: 0.004f, ReadingHidden: 0.3f, ReadingDropout: 0.1f,
        Epochs: 60, Teachers: [1, 2], TaughtWords: 6, NameWeight: 1, NarrowEpochs: 2, NarrowRate: 0.005f, TreeTimes: 1, Batch: 30, Rate: 0.01f, Decay: 0, Dropout: 0.1f, WordDropout: 0.1f, Recased: 0, Seed: 3);

    [Fact]
    public void Gradients_are_the_slopes_of_the_loss()
    {
        var shape = new NetShape(8, 16, 32, 2, 16, 16, 3);
        var trainer = new NetTrainer(LanguageNet.Create(shape, Gazetteer.Empty, new Chance(5)), new NetTraining(1, 100, 0, 0, Dropout: 0, WordDropout: 0, Recased: 0, NameWeight: 1.5f, Seed: 5));
        var batch = new List<NetExample> { Example("The envoy left Kabul on Sunday"), Example("He spoke") };
        trainer.Slopes(batch);
        foreach (var (parameter, gradient) in trainer.Net.Parameters.Append(trainer.Net.Table.Learnt!).Select(parameter => (parameter, parameter.Gradient.All.ToArray())).ToList())
        {
            var steepest = Enumerable.Range(0, gradient.Length).OrderByDescending(i => Math.Abs(gradient[i])).Take(2);
            foreach (var i in steepest.Where(i => Math.Abs(gradient[i]) > 1e-3)) AssertSlope(trainer, batch, parameter, i, gradient[i]);
        }
    }

    [Fact]
    public void A_net_learns_what_it_is_taught_and_the_same_bytes_each_time()
    {
        var (first, second) = (Trained(), Trained());
        Assert.Equal(first, second);
        var model = LanguageModel.Read(first);
        var document = Read("The envoy left Kabul .", model);
        Assert.Equal([Upos.DET, Upos.NOUN, Upos.VERB, Upos.PROPN, Upos.PUNCT], document.Tags.Select(tag => tag.Upos));
        Assert.Equal([1, 2, -1, 2, 2], document.Dependencies.Select(dependency => dependency.Head));
        Assert.Equal([Relation.Det, Relation.Nsubj, Relation.Root, Relation.Obj, Relation.Punct], document.Dependencies.Select(dependency => dependency.Relation));
        Assert.Equal("Number=Sing", document.Tags[1].Features.ToString());
    }

    private static byte[] Trained()
    {
        var trainer = new LanguageTrainer();
        foreach (var sentence in ConlluReader.Read(new StringReader(Treebank)).SelectMany(document => document.Sentences)) trainer.AddTree(sentence, null);
        trainer.AddListed("Kabul", "large");
        trainer.AddText(["The", "envoy", "spoke", "in", "Kabul", "."]);
        return trainer.Learn(Small, _ => { });
    }

    private static Chancery.Text.Document Read(string text, LanguageModel model) => LanguageAnalyzerTests.Analyse(text, model);

    private static void AssertSlope(NetTrainer trainer, List<NetExample> batch, Parameter parameter, int index, float gradient)
    {
        const float Step = 2e-3f;
        ref var value = ref parameter.Value.All[index];
        var kept = value;
        value = kept + Step;
        var above = trainer.Slopes(batch);
        value = kept - Step;
        var below = trainer.Slopes(batch);
        value = kept;
        var slope = (above - below) / (2 * Step);
        Assert.True(Math.Abs(slope - gradient) < 0.03 + 0.05 * Math.Abs(gradient), $"{parameter.Name}[{index}]: {gradient}, measured {slope}");
    }

    private static short[] Name(string[] forms, int type)
    {
        var classes = new short[forms.Length];
        NameClasses.Mark(classes.AsSpan(1), type);
        return classes;
    }

    private static NetExample Example(string text)
    {
        var forms = text.Split(' ');
        short[] Numbers(int below) => [.. forms.Select((form, i) => (short)((form.Length + i) % below))];
        return new NetExample(forms)
        {
            Upos = Numbers(10),
            Penn = Numbers(20),
            Features = Numbers(3),
            Relations = Numbers(30),
            NarrowNames = Name(forms, 2),
            WideNames = Name(forms, 7),
            Heads = [.. forms.Select((_, i) => (short)i)],
        };
    }

    private const string Treebank =
        "1\tThe\tthe\tDET\tDT\tDefinite=Def\t2\tdet\t_\t_\n2\tenvoy\tenvoy\tNOUN\tNN\tNumber=Sing\t3\tnsubj\t_\t_\n3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n" +
        "4\tKabul\tKabul\tPROPN\tNNP\tNumber=Sing\t3\tobj\t_\t_\n5\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n" +
        "1\tThe\tthe\tDET\tDT\tDefinite=Def\t2\tdet\t_\t_\n2\tminister\tminister\tNOUN\tNN\tNumber=Sing\t3\tnsubj\t_\t_\n3\tspoke\tspeak\tVERB\tVBD\t_\t0\troot\t_\t_\n4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n";
}
