using BenchmarkDotNet.Attributes;
using Chancery.Extraction;
using Chancery.Text;
using Chancery.Text.Lemmas;
using Chancery.Text.Names;
using Chancery.Text.Nets;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Benchmarks;

/// <summary>
/// Tags, dependencies and names of one text, at three lengths: time grows with the length and no faster, and what is allocated is the
/// layers themselves, 50 to 60 bytes a token, and nothing else.
/// </summary>
public class LanguageBenchmarks
{
    private Document _document = null!;
    private LanguageAnalyzer _analyzer = null!;
    private Lemmatizer _lemmatizer = null!;
    private Document _tagged = null!;

    /// <summary>Length of the text in hundred thousands of characters.</summary>
    [Params(1, 4, 16)]
    public int Times { get; set; }

    /// <summary>Opens the models and cuts the text; neither is measured.</summary>
    [GlobalSetup]
    public void Open()
    {
        var resources = Resources.Default;
        var text = Samples.Text(100_000 * Times);
        _document = new Pipeline(
            new Tokenizer(resources.Lexicon("abbreviations")),
            new SentenceSplitter(resources.Lexicon("abbreviations"), resources.Lexicon("sentence-starters"), resources.Model("sentences")))
            .Run(new Document(new SourceText(text)));
        _analyzer = new LanguageAnalyzer(resources.LanguageModel());
        _lemmatizer = new Lemmatizer(resources.Lexicon("lemma-exceptions"), resources.LemmaModel());
        _tagged = _analyzer.Apply(_document);
    }

    /// <summary>Tags, dependencies and names.</summary>
    [Benchmark]
    public int Language() => _analyzer.Apply(_document).Names.Length;

    /// <summary>Lemmas of a text that is tagged.</summary>
    [Benchmark]
    public int Lemmas() => _lemmatizer.Apply(_tagged).Lemmas.Length;
}
