using Chancery.Extraction;
using Chancery.Text;
using Chancery.Text.Nets;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Tests.Text.Nets;

public sealed class LanguageAnalyzerTests
{
    private static readonly LanguageModel Untaught = Random();

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n ")]
    [InlineData("...!?")]
    [InlineData("\uD83D\uDE00 \uD83D\uDE80")]
    [InlineData("\uD800 lone \uDC00 surrogates \uD800")]
    [InlineData("\u05D4\u05E9\u05D2\u05E8\u05D9\u05E8 \u05E2\u05D6\u05D1 \u0627\u0644\u0633\u0641\u064A\u0631")]
    public void Any_text_is_analysed(string text) => AssertWhole(Analyse(text, Untaught));

    [Fact]
    public void A_line_without_end_is_analysed_in_parts_of_one_tree()
    {
        var document = Analyse(string.Concat(Enumerable.Repeat("the envoy left , ", 2_000)), Untaught);
        AssertWhole(document);
        Assert.Equal(8_000, document.Tokens.Length);
    }

    [Fact]
    public void A_long_sentence_takes_its_layers_and_no_more()
    {
        const int Repeats = 5_000;
        var (text, model) = (string.Concat(Enumerable.Repeat("the envoy left , ", Repeats)), Resources.Default.LanguageModel());
        Analyse(text[..4_000], model);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Analyse(text, model);
        // Tokens, tags and dependencies are about 100 bytes a token, the encoding is 260, and arrays that grow count twice; the net's own numbers would be 20,000.
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / (4 * Repeats), 0, 900);
    }

    [Fact]
    public void Threads_share_one_model_and_read_alike()
    {
        var texts = Enumerable.Range(0, 24).Select(i => string.Concat(Enumerable.Repeat($"Envoy {i} left Kabul. ", 1 + i))).ToArray();
        var alone = texts.Select(text => Analyse(text, Untaught).Dependencies.ToArray()).ToArray();
        Parallel.For(0, texts.Length, i => Assert.Equal(alone[i], Analyse(texts[i], Untaught).Dependencies));
    }

    [Fact]
    public void Bytes_that_are_no_model_are_refused()
    {
        Assert.Throws<FormatException>(() => LanguageModel.Read([]));
        Assert.Throws<FormatException>(() => LanguageModel.Read(new byte[100]));
        var bytes = RandomBytes();
        Assert.Throws<FormatException>(() => LanguageModel.Read(bytes.AsSpan(..^1)));
        bytes[4]++;
        Assert.Throws<FormatException>(() => LanguageModel.Read(bytes));
    }

    internal static Document Analyse(string text, LanguageModel model) => new Pipeline(
        new Tokenizer(Resources.Default.Lexicon("abbreviations")),
        new SentenceSplitter(Resources.Default.Lexicon("abbreviations"), Resources.Default.Lexicon("sentence-starters"), null),
        new LanguageAnalyzer(model)).Run(new Document(new SourceText(text)));

    private static void AssertWhole(Document document)
    {
        Assert.Equal(document.Tokens.Select(token => token.Span), document.Tags.Select(tag => tag.Span));
        Assert.Equal(document.Tokens.Select(token => token.Span), document.Dependencies.Select(dependency => dependency.Span));
        foreach (var sentence in document.Sentences)
        {
            var roots = Enumerable.Range(sentence.First, sentence.Count).Where(token => document.Dependencies[token].Head < 0).ToList();
            Assert.Equal(Relation.Root, document.Dependencies[Assert.Single(roots)].Relation);
            for (var token = sentence.First; token < sentence.End; token++) AssertReachesRoot(document, sentence, token);
        }
    }

    private static void AssertReachesRoot(Document document, Sentence sentence, int token)
    {
        for (var steps = 0; document.Dependencies[token].Head >= 0; steps++)
        {
            token = document.Dependencies[token].Head;
            Assert.InRange(token, sentence.First, sentence.End - 1);
            Assert.True(steps <= sentence.Count, "a cycle");
        }
    }

    private static LanguageModel Random() => LanguageModel.Read(RandomBytes());

    private static byte[] RandomBytes()
    {
        var (shape, chance) = (new NetShape(8, 16, 32, 2, 16, 16, 3), new Chance(9));
        return NetFile.Write(new LanguageNet(shape, Gazetteer.Build([("Omar", "given"), ("Port Said", "large")]), new Table(shape.TableBits, shape.Embedding, chance), chance), [0, 1, 2]);
    }
}
