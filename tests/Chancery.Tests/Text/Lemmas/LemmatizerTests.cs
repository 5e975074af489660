using Chancery.Extraction;
using Chancery.Tests.Eval;
using Chancery.Text;
using Chancery.Text.Learning;
using Chancery.Text.Lemmas;
using Chancery.Text.Lexicons;
using Chancery.Text.Sentences;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Tests.Text.Lemmas;

public class LemmatizerTests
{
    private static readonly LemmaTraining Training = new(2, 4, 3);
    private static readonly Lemmatizer Shipped = new(Resources.Default.Lexicon("lemma-exceptions"), Resources.Default.LemmaModel());

    [Theory]
    [InlineData("gunmen NNS", "gunman")]
    [InlineData("left VBD", "leave")]
    [InlineData("left JJ", "left")]
    [InlineData("found VBN", "find")]
    [InlineData("better JJR", "good")]
    [InlineData("series NNS", "series")]
    [InlineData("Troops NNS", "troops")]
    [InlineData("Kharkiv NNP", "Kharkiv")]
    [InlineData("1,340 CD", "1340")]
    [InlineData("shelled VBN", "shell")]
    [InlineData("evacuating VBG", "evacuate")]
    [InlineData("withdrew VBD", "withdraw")]
    [InlineData("deployed VBN", "deploy")]
    [InlineData("stopping VBG", "stop")]
    [InlineData("embassies NNS", "embassy")]
    [InlineData("ceasefires NNS", "ceasefire")]
    [InlineData("n't RB", "not")]
    [InlineData("govt NN", "government")]
    [InlineData("Recieved VBD", "receive")]
    [InlineData("XVII NN", "XVII")]
    [InlineData("QXRT NNP", "QXRT")]
    public void Word_of_the_news_has_its_lemma(string word, string lemma) => Assert.Equal(lemma, LemmaOf(Shipped, word));

    /// <summary>Words that no dictionary holds.</summary>
    [Theory]
    [InlineData("blorbs NNS", "blorb")]
    [InlineData("blorbies NNS", "blorby")]
    [InlineData("Blorban NNP", "Blorban")]
    [InlineData("blorbized VBD", "blorbize")]
    [InlineData("blorbifying VBG", "blorbify")]
    public void Word_never_seen_is_made_from_its_ending(string word, string lemma) => Assert.Equal(lemma, LemmaOf(Shipped, word));

    /// <summary>Inflections whose word was not seen, or not as this part of speech.</summary>
    [Theory]
    [InlineData("unbolted VBN", "unbolt")]
    [InlineData("canned VBN", "can")]
    [InlineData("knelt VBP", "kneel")]
    [InlineData("chosen VBD", "choose")]
    [InlineData("founded VBP", "found")]
    [InlineData("warmer JJ", "warm")]
    [InlineData("former JJ", "former")]
    [InlineData("found VBP", "found")]
    public void Inflection_is_undone_to_a_known_word_even_where_the_tag_misses_it(string word, string lemma) => Assert.Equal(lemma, LemmaOf(Shipped, word));

    [Theory]
    [InlineData("goooood JJ", "good")]
    [InlineData("NEVERRRR UH", "never")]
    [InlineData("reallllly RB", "really")]
    [InlineData("vvvv NN", "vvvv")]
    [InlineData("blorrrb NN", "blorrrb")]
    public void Drawn_out_word_is_shortened_to_a_known_one(string word, string lemma) => Assert.Equal(lemma, LemmaOf(Shipped, word));

    [Theory]
    [InlineData("been VBN", "have")]
    [InlineData("never RB,been VBN", "have")]
    [InlineData("here RB", "be")]
    [InlineData("gone VBN", "be")]
    public void Contraction_is_read_by_the_next_word_that_is_no_adverb(string next, string lemma) => Assert.Equal(lemma, LemmaOf(Shipped, "'s VBZ", next.Split(',')));

    [Fact]
    public void Reading_for_any_tag_leaves_names_and_acronyms_alone()
    {
        var lemmatizer = new Lemmatizer(Doc.Lexicon("form readings", "zrk\t_:zork"), Learn());
        Assert.Equal("zork", LemmaOf(lemmatizer, "zrk VBD"));
        Assert.Equal("Zrk", LemmaOf(lemmatizer, "Zrk NNP"));
        Assert.NotEqual("zork", LemmaOf(lemmatizer, "ZRK NN"));
    }

    [Fact]
    public void Crisis_news_keeps_its_lemmas()
    {
        var (right, all) = (0, 0);
        foreach (var treebank in CrisisNews.Documents)
        {
            var cut = treebank.Cut();
            var document = Shipped.Apply(cut.With(treebank.TagsOf(cut)));
            foreach (var (lemma, word) in document.Lemmas.Zip(treebank.Sentences.SelectMany(sentence => sentence.Words)))
            {
                Assert.Equal(TokenKey.Of(document.TextOf(lemma)), lemma.Key);
                right += document.TextOf(lemma) == word.Lemma ? 1 : 0;
                all++;
            }
        }

        Assert.True(right >= 0.985 * all, $"{right} of {all}");
    }

    [Fact]
    public void Model_learns_words_endings_and_spelling()
    {
        var lemmatizer = new Lemmatizer(Lexicon.Empty, Learn());
        Assert.Equal("go", LemmaOf(lemmatizer, "went VBD"));
        Assert.Equal("zork", LemmaOf(lemmatizer, "zorked VBD"));
        Assert.Equal("Zorked", LemmaOf(lemmatizer, "Zorked NNP"));
    }

    [Fact]
    public void Exceptions_go_before_the_model()
    {
        var lemmatizer = new Lemmatizer(Doc.Lexicon("form readings", "went\tVBD:wend", "zorked\tVBN,VBD:zink NNS:zonk"), Learn());
        Assert.Equal("wend", LemmaOf(lemmatizer, "went VBD"));
        Assert.Equal("zink", LemmaOf(lemmatizer, "Zorked VBN"));
        Assert.Equal("zonk", LemmaOf(lemmatizer, "zorked NNS"));
    }

    [Theory]
    [InlineData("went\tVBD")]
    [InlineData("went\tVBX:go")]
    [InlineData("went\tVBD:")]
    public void Exception_that_cannot_be_read_is_named(string row) =>
        Assert.Contains("test:2", Assert.Throws<FormatException>(() => new Lemmatizer(Doc.Lexicon("form readings", row), Learn())).Message);

    [Fact]
    public void Model_reads_what_it_writes_and_is_the_same_from_the_same_words()
    {
        var model = Learn();
        Assert.Equal(model.Hash, LemmaModel.Read(model.ToBytes()).Hash);
        Assert.Equal(model.Hash, Learn().Hash);
        Assert.Equal("go", LemmaOf(new Lemmatizer(Lexicon.Empty, LemmaModel.Read(model.ToBytes())), "went VBD"));
    }

    [Fact]
    public void Bytes_that_are_no_model_are_refused()
    {
        var bytes = Learn().ToBytes();
        Assert.Throws<FormatException>(() => LemmaModel.Read([]));
        Assert.Throws<FormatException>(() => LemmaModel.Read(bytes.AsSpan(0, bytes.Length - 1)));
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var broken = bytes.ToArray();
            broken[random.Next(16)] = (byte)random.Next(256);
            try
            {
                _ = LemmaOf(new Lemmatizer(Lexicon.Empty, LemmaModel.Read(broken.AsSpan(0, random.Next(broken.Length + 1)))), "zorked VBD");
            }
            catch (FormatException)
            {
            }
        }
    }

    /// <summary>The layer takes its place, copied as it grows; beyond that there is nothing for a token.</summary>
    [Fact]
    public void Lemmatizing_makes_no_object_for_a_token()
    {
        var treebank = CrisisNews.Documents[0];
        var cut = treebank.Cut();
        var document = cut.With(treebank.TagsOf(cut));
        Shipped.Apply(document);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Shipped.Apply(document);
        var perToken = (GC.GetAllocatedBytesForCurrentThread() - before) / document.Tokens.Length;
        Assert.InRange(perToken, 0, 200);
    }

    [Fact]
    public void Irregular_forms_are_no_names_and_have_readings() =>
        Assert.All(Resources.Default.Lexicon("lemma-exceptions").Entries, entry => Assert.Equal(entry.Form.ToLowerInvariant(), entry.Form));

    private static LemmaModel Learn()
    {
        var trainer = new LemmaTrainer();
        trainer.Add(Treebank("He|he|PRP|PRON walked|walk|VBD|VERB and|and|CC|CCONJ talked|talk|VBD|VERB then|then|RB|ADV went|go|VBD|VERB to|to|IN|ADP Paris|Paris|NNP|PROPN"));
        trainer.Add(Treebank("Walked|Walked|NNP|PROPN Rome|Rome|NNP|PROPN worked|work|VBD|VERB"));
        return trainer.Learn(Training);
    }

    private static TreebankDocument Treebank(string words) => new("", [new TreebankSentence("", true, [],
        [.. words.Split(' ').Select(word => word.Split('|')).Select(cells => new TreebankWord(cells[0], cells[1], cells[3], cells[2], "_", 0, "root"))])]);

    /// <summary>The lemma of <c>form TAG</c>, in the middle of a sentence.</summary>
    private static string LemmaOf(Lemmatizer lemmatizer, string word, params string[] after)
    {
        var document = TreebankDocuments.Of($"so so RB 2 advmod\n{word.Split(' ')[0]} _ {word.Split(' ')[1]} 0 root{string.Concat(after.Select(next => $"\n{next.Replace(" ", " _ ")} 2 dep"))}");
        document = new Document(document.Text).With(document.Tokens).With(document.Sentences).With(document.Tags);
        document = lemmatizer.Apply(document);
        return document.TextOf(document.Lemmas[1]);
    }
}
