using Chancery.Text.Lexicons;

namespace Chancery.Text.Tokens;

/// <summary>
/// Cuts a text into tokens in the manner of Universal Dependencies' English treebanks: contractions and hyphened words
/// come apart, prefixes stay on, abbreviations, numbers, clock times and addresses stay whole. Tokens and the white space between them
/// rebuild the text exactly. One pass from left to right, linear in the text; no text makes it fail.
/// </summary>
/// <param name="abbreviations">
/// Words that keep the mark written after them, mark included: a full stop ("dr.", "u.s.") or a prefix's hyphen ("anti-");
/// the column <c>ends</c> says <c>number</c> where the stop is kept only before a number ("no. 5").
/// </param>
public sealed class Tokenizer(Lexicon abbreviations) : Annotator<Token>("tokens", 2)
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
