using Chancery.Extraction;
using Chancery.Text;
using Chancery.Text.Factuality;
using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.Tests.Cases;

/// <summary>A sentence with one predicate in brackets and its status behind an arrow: <c>The army failed to [hold] it. => denied</c>.</summary>
/// <param name="Written">The whole, as written.</param>
internal sealed record StatusCase(string Written)
{
    private static readonly Pipeline Words = StandardPipeline.Language(Resources.Default);
    private static readonly FactualityScorer Scorer = new(Resources.Default.FactualityModel(), Resources.Default.LanguageModel().Hash);
    private static readonly StatusReader Reader = new(Resources.Default.StatusWords());

    /// <summary>The cases of a part of <c>tests/cases/status</c>, in the order of files and lines.</summary>
    public static IEnumerable<StatusCase> All(string part) => Directory
        .EnumerateFiles(Doc.PathOf("tests", "cases", "status", part), "*.md").Order(StringComparer.Ordinal)
        .SelectMany(path => File.ReadLines(path).Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => new StatusCase(line[2..].Trim())));

    /// <summary>The status that is expected.</summary>
    public string Expected => Written.Split(" => ")[1];

    /// <summary>The status that is read.</summary>
    public string Found()
    {
        var marked = Written.Split(" => ")[0];
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var tree = new SyntaxTree(Words.Run(new Document(new SourceText(text))));
        var predicate = tree.Document.Tokens.Single(token => token.Span.Start == marked.IndexOf('[', StringComparison.Ordinal));
        var index = tree.Document.Tokens.IndexOf(predicate);
        return Reader.Of(tree, index, Scorer.Score(tree, [index])[0]).ToString().ToLowerInvariant();
    }
}
