using Chancery.Text.Lexicons;

namespace Chancery.Text.Tokens;

/// <summary>
/// Cuts a text into tokens in the manner of Universal Dependencies' English treebanks: contractions and hyphened words
/// come apart, abbreviations, numbers, clock times and addresses stay whole. Tokens and the white space between them
/// rebuild the text exactly. One pass from left to right, linear in the text; no text makes it fail.
/// </summary>
/// <param name="abbreviations">Words that are written with a final full stop, stop included ("dr.", "u.s.").</param>
public sealed class Tokenizer(Lexicon abbreviations) : Annotator<Token>("tokens", 1)
{
    private readonly Lexicon _abbreviations = abbreviations ?? throw new ArgumentNullException(nameof(abbreviations));

    /// <inheritdoc/>
    public override string DataFingerprint => _abbreviations.Hash;

    /// <inheritdoc/>
    protected override IEnumerable<Token> Annotate(Document document)
    {
        var scanner = new TokenScanner(document.Text.Value, _abbreviations);
        scanner.Scan();
        return scanner.Tokens.ToImmutable();
    }
}
