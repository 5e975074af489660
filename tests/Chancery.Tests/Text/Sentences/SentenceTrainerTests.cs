using System.Collections.Immutable;
using Chancery.Extraction;
using Chancery.Text;
using Chancery.Text.Learning;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Tests.Text.Sentences;

public class SentenceTrainerTests
{
    private static readonly SentenceTraining Training = new(1, 20, 1, 16, 20, 20);

    /// <summary>In this language sentences begin at "Item" and at nothing else.</summary>
    [Fact]
    public void Splitter_breaks_where_it_has_learnt_to()
    {
        Assert.Equal(["Rice came. It was late;", "Item oil came;", "Item none"], Split("Rice came. It was late; Item oil came; Item none", Learn()));
        Assert.Equal(["Two ships left. They sank"], Split("Two ships left. They sank", Learn()));
    }

    [Fact]
    public void Between_two_words_a_model_breaks_before_a_capital_only() =>
        Assert.Equal(["It was late item oil came", "Item none"], Split("It was late item oil came\nItem none", Learn()));

    [Fact]
    public void Paragraph_ends_a_sentence_whatever_was_learnt() => Assert.Equal(["Three that", "stay"], Split("Three that\n\nstay", Learn()));

    [Fact]
    public void Same_texts_give_the_same_model() => Assert.Equal(Learn().Hash, Learn().Hash);

    [Fact]
    public void Model_for_other_features_is_refused() =>
        Assert.Throws<ArgumentException>(() => Splitter(new LinearModel(1, new short[16])));

    [Fact]
    public void Shipped_model_loads_with_its_card_and_cuts_news()
    {
        var sentences = Split("KABUL (AP) \u2014 The U.S. envoy met Mr. Karzanov on Aug. 16. \u201CWe stay,\u201D he said. Talks go on.", Resources.Default.Model("sentences"));
        Assert.Equal("KABUL (AP) \u2014 The U.S. envoy met Mr. Karzanov on Aug. 16.|\u201CWe stay,\u201D he said.|Talks go on.", string.Join('|', sentences));
    }

    private static LinearModel Learn()
    {
        var trainer = new SentenceTrainer(Resources.Default.Lexicon("abbreviations"), Resources.Default.Lexicon("sentence-starters"));
        foreach (var text in new[] { "Rice came. It was late; Item oil came; Item none", "A ship left. B left; Item two ships left. They sank", "Go. He said; Item no", "It was late\nItem oil came\nItem none" })
            trainer.Add(new RawTreebankText(text, Starts(text)));
        return trainer.Learn(Training);
    }

    private static ImmutableArray<int> Starts(string text) =>
        [0, .. Enumerable.Range(1, text.Length - 4).Where(i => text.AsSpan(i).StartsWith("Item", StringComparison.Ordinal))];

    private static SentenceSplitter Splitter(LinearModel model) =>
        new(Resources.Default.Lexicon("abbreviations"), Resources.Default.Lexicon("sentence-starters"), model);

    private static string[] Split(string text, LinearModel model)
    {
        var pipeline = new Pipeline(new Tokenizer(Resources.Default.Lexicon("abbreviations")), Splitter(model));
        var document = pipeline.Run(new Document(new SourceText(text)));
        return [.. document.Sentences.Select(sentence => document.Text[sentence.Span])];
    }
}
