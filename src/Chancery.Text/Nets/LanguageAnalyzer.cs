using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Chancery.Text.Names;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Text.Nets;

/// <summary>By what guidelines names are given.</summary>
public enum NameScheme
{
    /// <summary>Every type of <see cref="NameType"/>, as in news from all over the world.</summary>
    Wide,

    /// <summary>Persons, organisations and places only, as Universal NER marks them.</summary>
    Narrow,
}

/// <summary>
/// Lays tags, dependencies and names on a document in one reading of a <see cref="LanguageModel"/>. Every sentence becomes a tree with one
/// root. Linear in the text: a sentence of more than <see cref="LongestPiece"/> tokens is read in parts, and the later ones hang from
/// the first. Never fails on text.
/// </summary>
public sealed class LanguageAnalyzer : Annotator
{
    /// <summary>The most tokens that are read as one piece.</summary>
    public const int LongestPiece = 120;

    private const int BatchWords = 192;

    private static readonly NameType[] WideTypes =
    [
        NameType.Person, NameType.Organisation, NameType.Place, NameType.Group, NameType.Date, NameType.Money, NameType.Facility, NameType.Product, NameType.Other,
    ];

    private static readonly NameType[] NarrowTypes = [NameType.Person, NameType.Organisation, NameType.Place];

    private readonly LanguageModel _model;
    private readonly NameScheme _scheme;

    /// <summary>An analyzer over a model.</summary>
    public LanguageAnalyzer(LanguageModel model, NameScheme scheme = NameScheme.Wide)
        : base("language", 1, [typeof(Tag), typeof(Dependency), typeof(NameSpan), typeof(Encoding)], [typeof(Token), typeof(Sentence)])
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _scheme = scheme;
    }

    /// <inheritdoc/>
    public override string DataFingerprint => _model.Hash;

    /// <inheritdoc/>
    public override Document Apply(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var words = document.Tokens.Length;
        var draft = new Draft(document, new Tag[words], new Dependency[words], ImmutableArray.CreateBuilder<NameSpan>(), new Encoding(document, _model.Net.Shape.Hidden));
        var workspace = _model.Rent();
        Read(draft, workspace);
        _model.Return(workspace);
        return document
            .With<Tag>(ImmutableCollectionsMarshal.AsImmutableArray(draft.Tags))
            .With<Dependency>(ImmutableCollectionsMarshal.AsImmutableArray(draft.Dependencies))
            .With<NameSpan>(draft.Names.DrainToImmutable())
            .With<Encoding>([draft.Encoding]);
    }

    private readonly record struct Draft(Document Document, Tag[] Tags, Dependency[] Dependencies, ImmutableArray<NameSpan>.Builder Names, Encoding Encoding);

    private void Read(Draft draft, NetWorkspace workspace)
    {
        Clear(workspace);
        // The root of the sentence that the last piece belongs to: its later pieces hang from there, in this batch or the next.
        var root = -1;
        foreach (var sentence in draft.Document.Sentences)
        {
            for (var first = sentence.First; first < sentence.End;)
            {
                var end = PieceEnd(draft.Document, first, sentence.End);
                Add(draft.Document, workspace, new Piece(first, end, workspace.Tape.Words.Count, first > sentence.First));
                first = end;
                if (workspace.Tape.Words.Count >= BatchWords) Flush(draft, workspace, ref root);
            }
        }

        if (workspace.Pieces.Count > 0) Flush(draft, workspace, ref root);
    }

    private static void Clear(NetWorkspace workspace)
    {
        workspace.Tape.Words.Clear();
        workspace.Pieces.Clear();
    }

    /// <summary>Where a piece ends: with the sentence, or after the last sign that fits, or where there is no more room.</summary>
    private static int PieceEnd(Document document, int first, int end)
    {
        if (end - first <= LongestPiece) return end;
        for (var last = first + LongestPiece - 1; last > first + LongestPiece / 2; last--)
            if (document.Tokens[last].Kind == TokenKind.Punctuation)
                return last + 1;
        return first + LongestPiece;
    }

    private static void Add(Document document, NetWorkspace workspace, Piece piece)
    {
        workspace.Pieces.Add(piece);
        for (var token = piece.First; token < piece.End; token++) workspace.Tape.Words.Add(document.TextOf(document.Tokens[token]));
        workspace.Tape.Words.EndSentence();
    }

    private void Flush(Draft draft, NetWorkspace workspace, ref int root)
    {
        var net = _model.Net;
        net.Forward(workspace.Tape);
        var heads = workspace.Heads(workspace.Tape.Words.Count);
        foreach (var piece in workspace.Pieces) ChooseHeads(net, workspace, piece, heads);
        net.Arcs.ScoreRelations(workspace.Tape.Arcs, heads);
        foreach (var piece in workspace.Pieces)
        {
            WriteTags(draft, workspace.Tape, piece);
            WriteDependencies(draft, workspace.Tape, piece, heads, ref root);
            WriteNames(draft, workspace, piece);
            for (var token = piece.First; token < piece.End; token++) draft.Encoding.Write(token, workspace.Tape.Encoder.Last[piece.Row + token - piece.First]);
        }

        Clear(workspace);
    }

    private static void ChooseHeads(LanguageNet net, NetWorkspace workspace, Piece piece, Span<int> heads)
    {
        var words = piece.End - piece.First;
        workspace.Trees.Begin(words);
        for (var word = 0; word < words; word++) net.Arcs.Score(workspace.Tape.Arcs, piece.Row + word, piece.Row, workspace.Trees.Row(word, words));
        var chosen = workspace.Trees.Decode(words);
        for (var word = 0; word < words; word++) heads[piece.Row + word] = chosen[word] == 0 ? -1 : piece.Row + chosen[word] - 1;
    }

    private void WriteTags(Draft draft, NetTape tape, Piece piece)
    {
        for (var token = piece.First; token < piece.End; token++)
        {
            var scores = tape.Outputs[piece.Row + token - piece.First];
            draft.Tags[token] = new Tag(
                draft.Document.Tokens[token].Span,
                (Upos)VectorMath.Greatest(scores.Slice(NetShape.UposAt, Tagset.Upos)),
                new PennTag((byte)VectorMath.Greatest(scores.Slice(NetShape.PennAt, Tagset.Penn))),
                _model.FeatureClasses[VectorMath.Greatest(scores.Slice(NetShape.FeaturesAt, _model.Net.Shape.Features))]);
        }
    }

    private static void WriteDependencies(Draft draft, NetTape tape, Piece piece, ReadOnlySpan<int> heads, ref int root)
    {
        var offset = piece.First - piece.Row;
        for (var token = piece.First; token < piece.End; token++)
        {
            var head = heads[token - offset];
            var span = draft.Document.Tokens[token].Span;
            if (head >= 0) draft.Dependencies[token] = new Dependency(span, head + offset, BestRelation(tape.Arcs.Relations[token - offset]));
            else if (piece.IsLater) draft.Dependencies[token] = new Dependency(span, root, Relation.Parataxis);
            else draft.Dependencies[root = token] = new Dependency(span, -1, Relation.Root);
        }
    }

    /// <summary>The likeliest relation of a word that is not the root, whose score is lost.</summary>
    internal static Relation BestRelation(Span<float> scores)
    {
        scores[(int)Relation.Root] = float.NegativeInfinity;
        return (Relation)VectorMath.Greatest(scores[..Tagset.Relations]);
    }

    private void WriteNames(Draft draft, NetWorkspace workspace, Piece piece)
    {
        var (shape, words) = (_model.Net.Shape, piece.End - piece.First);
        var (at, types) = _scheme == NameScheme.Wide ? (shape.WideNamesAt, Tagset.WideTypes) : (shape.NarrowNamesAt, Tagset.NarrowTypes);
        var (classes, back) = workspace.Names(words);
        NameClasses.Decode(workspace.Tape.Outputs.Values.AsSpan(piece.Row * shape.Outputs + at), shape.Outputs, types, classes.AsSpan(0, words), back);
        var begin = 0;
        for (var word = 0; word < words; word++)
        {
            var (type, begins, ends) = NameClasses.Read(classes[word]);
            if (begins) begin = word;
            if (ends) AddName(draft, piece.First + begin, piece.First + word, type);
        }
    }

    private void AddName(Draft draft, int first, int last, int type)
    {
        var tokens = draft.Document.Tokens;
        var name = _scheme == NameScheme.Wide ? WideTypes[type] : NarrowTypes[type];
        draft.Names.Add(new NameSpan(tokens[first].Span.Cover(tokens[last].Span), first, last + 1, name));
    }
}
