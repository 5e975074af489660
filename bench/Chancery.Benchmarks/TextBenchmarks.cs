using BenchmarkDotNet.Attributes;
using Chancery.Extraction;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Rules;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Benchmarks;

/// <summary>The language layers, each alone, on a quarter of a million characters.</summary>
public class TextBenchmarks
{
    private const int Characters = 250_000;

    private const string Rules = """
        rule said
        match (has|had|have)? (said|told|announced) that?
        yes "He said that."

        rule counted
        match (about|around|nearly|some)? <number>=value <word>=what
        yes "About 40 diplomats."

        rule name
        match <capital>+=name !('.')
        yes "Mr Venn left"
        """;

    private Document _bare = null!;
    private Document _tokens = null!;
    private Document _sentences = null!;
    private Tokenizer _tokenizer = null!;
    private SentenceSplitter _splitter = null!;
    private RuleMatcher _matcher = null!;
    private Lexicon _lexicon = null!;

    /// <summary>Opens everything once; opening is not measured.</summary>
    [GlobalSetup]
    public void Open()
    {
        _tokenizer = new Tokenizer(Resources.Default.Lexicon("abbreviations"));
        _splitter = new SentenceSplitter(Resources.Default.Lexicon("abbreviations"), Resources.Default.Lexicon("sentence-starters"));
        _matcher = new RuleMatcher(RuleReader.Read("benchmark", Rules), Resources.Default.Lexicon);
        _lexicon = Resources.Default.Lexicon("sentence-starters");
        _bare = new Document(new SourceText(Samples.Text(Characters)));
        _tokens = _tokenizer.Apply(_bare);
        _sentences = _splitter.Apply(_tokens);
    }

    /// <summary>Characters to tokens.</summary>
    [Benchmark]
    public int Tokens() => _tokenizer.Apply(_bare).Tokens.Length;

    /// <summary>Tokens to sentences.</summary>
    [Benchmark]
    public int Sentences() => _splitter.Apply(_tokens).Sentences.Length;

    /// <summary>Three rules at every token.</summary>
    [Benchmark]
    public int RuleMatches() => _matcher.Match(_sentences).Count();

    /// <summary>One lexicon at every token.</summary>
    [Benchmark]
    public int LexiconMatches()
    {
        var count = 0;
        for (var i = 0; i < _tokens.Tokens.Length; i++)
            if (_lexicon.Match(_tokens, i) is not null)
                count++;
        return count;
    }
}
