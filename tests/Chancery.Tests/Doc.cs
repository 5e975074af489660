using Chancery.Extraction;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Tests;

/// <summary>Documents for tests, built from a text alone, and the places on disk that tests need.</summary>
internal static class Doc
{
    private static readonly Pipeline Language = new(
        new Tokenizer(Resources.Default.Lexicon("abbreviations")),
        new SentenceSplitter(Resources.Default.Lexicon("abbreviations"), Resources.Default.Lexicon("sentence-starters")));

    /// <summary>The folder that holds <c>Chancery.slnx</c>.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>A document with tokens and sentences.</summary>
    public static Document Of(string text) => Language.Run(new Document(new SourceText(text)));

    /// <summary>A lexicon of these rows under a <c># columns:</c> line; cells are separated by tabs.</summary>
    public static Lexicon Lexicon(string columns, params string[] rows) =>
        LexiconReader.Read("test", $"# columns: {columns}\n{string.Join('\n', rows)}\n", Resources.Default.Lexicon("abbreviations"));

    /// <summary>The words of every token, in order.</summary>
    public static string[] Words(string text)
    {
        var document = Of(text);
        return [.. document.Tokens.Select(token => document.Text[token.Span])];
    }

    /// <summary>The words of every sentence, in order.</summary>
    public static string[] Sentences(string text)
    {
        var document = Of(text);
        return [.. document.Sentences.Select(sentence => document.Text[sentence.Span])];
    }

    /// <summary>A path inside the repository.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Repository, .. parts]);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Chancery.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds Chancery.slnx.");
    }
}
