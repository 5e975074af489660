using Chancery.Text.Lemmas;
using Chancery.Text.Names;
using Chancery.Text.Nets;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Text.Attributions;

/// <summary>
/// Lays the attributions of a document: source, cue and content of each, and those that stand inside what another one says, to a depth of
/// <see cref="Deepest"/>. The outermost are found in the document as it is; what somebody says is then read again by itself, as if it were a text of its own. Linear in the
/// text; never fails on text.
/// </summary>
/// <remarks>Scheme of roles: PolNeAR (Newell, Margolin and Ruths 2018). Says what the words say and not who is meant.</remarks>
public sealed class AttributionTagger : Annotator<AttributionRelation>
{
    /// <summary>How many attributions may stand inside each other.</summary>
    public const int Deepest = 4;

    private const int ShortestSaid = 4;
    private const int LongestPiece = 2048;

    private readonly AttributionModel _model;
    private readonly AttributionLinker _linker;

    /// <summary>A tagger over a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="language">The hash of the language model whose numbers it will read.</param>
    /// <exception cref="ArgumentException">The model was taught on another language model.</exception>
    public AttributionTagger(AttributionModel model, string language)
        : base("attributions", 1, typeof(Token), typeof(Sentence), typeof(Tag), typeof(Dependency), typeof(NameSpan), typeof(Encoding), typeof(Lemma))
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Language != language) throw new ArgumentException("The model of attributions was taught on another language model.", nameof(model));
        (_model, _linker) = (model, new AttributionLinker(model.Links));
    }

    /// <inheritdoc/>
    public override string DataFingerprint => _model.Hash;

    /// <inheritdoc/>
    protected override IEnumerable<AttributionRelation> Annotate(Document document)
    {
        if (document.Tokens.IsEmpty) return [];
        var tape = _model.Rent();
        var reading = new RoleReading(document, _model.Nets, tape);
        var pairs = new PartPairs(reading.Tree);
        var (found, parts) = (new List<AttributionRelation>(), Pieces(document));
        for (var depth = 0; depth < Deepest && parts.Count > 0; depth++)
        {
            var relations = reading.Read(parts, narrows: depth > 0).SelectMany(roles => _linker.Link(document, pairs, roles)).Select(relation => relation with { Depth = depth }).ToList();
            found.AddRange(relations);
            parts = [.. relations.SelectMany(relation => relation.Content).Where(said => said.Count is >= ShortestSaid and <= LongestPiece && MaySay(reading.Tree, said))];
        }

        _model.Return(tape);
        return found;
    }

    /// <summary>True if another attribution may stand in what is said: a clause hangs on another word of it, or a mark, or "according" stands there. What is promised in an infinitive is found by syntax.</summary>
    private static bool MaySay(SyntaxTree tree, TokenRange said)
    {
        for (var token = said.First; token < said.End; token++)
        {
            if (tree.Document.Tokens[token].Kind == TokenKind.Quote && token > said.First + 1 && token < said.End - 2) return true;
            if (tree.Document.TextOf(tree.Document.Tokens[token]) is "according") return true;
            var isGoverned = tree.RelationOf(token) is Relation.Ccomp or Relation.Parataxis || (tree.RelationOf(token) is Relation.Acl or Relation.Relative && tree.MarkOf(token) != SyntaxTree.None);
            if (isGoverned && said.Contains(tree.HeadOf(token))) return true;
        }

        return false;
    }

    /// <summary>The document in pieces of whole sentences: one for all but the longest.</summary>
    private static List<TokenRange> Pieces(Document document)
    {
        var (pieces, first, end) = (new List<TokenRange>(), 0, 0);
        foreach (var sentence in document.Sentences)
        {
            if (sentence.End - first > LongestPiece && end > first)
            {
                pieces.Add(new TokenRange(first, end));
                first = end;
            }

            for (end = sentence.End; end - first > LongestPiece; first += LongestPiece) pieces.Add(new TokenRange(first, first + LongestPiece));
        }

        if (end > first) pieces.Add(new TokenRange(first, end));
        return pieces;
    }
}
