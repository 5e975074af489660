using System.Collections.Immutable;
using Chancery.Text.Nets;
using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.Text.Attributions;

/// <summary>Gives roles to the words of one document, piece by piece.</summary>
internal sealed class RoleReading
{
    private const int BatchWords = 1024;

    private readonly ImmutableArray<RoleNet> _nets;
    private readonly Matrix _sum = new(RoleNet.Outputs);
    private readonly RoleTape _tape;
    private readonly Encoding _encoding;
    private readonly RoleRows _rows;
    private short[] _classes = [];
    private short[] _back = [];

    public RoleReading(Document document, ImmutableArray<RoleNet> nets, RoleTape tape)
    {
        (_nets, _tape, _encoding) = (nets, tape, document.Layer<Encoding>()[0]);
        Tree = new SyntaxTree(document);
        _rows = new RoleRows(Tree, nets[0].Shape.TableBits);
    }

    /// <summary>The document's trees.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>The parts in each piece.</summary>
    /// <param name="pieces">Runs of tokens, none of which overlaps another.</param>
    /// <param name="narrows">True if each is to be read as if it were a text of its own.</param>
    public IEnumerable<List<Part>> Read(List<TokenRange> pieces, bool narrows)
    {
        for (var at = 0; at < pieces.Count;)
        {
            var first = at;
            _tape.Words.Clear();
            while (at < pieces.Count && (at == first || _tape.Words.Count + pieces[at].Count <= BatchWords)) Add(pieces[at++], narrows);
            // One net reads what is said within what is said: the others settle close cases of the outermost, which count more.
            Forward(pieces[first..at], narrows ? 1 : _nets.Length);
            var row = 0;
            foreach (var piece in pieces[first..at])
            {
                yield return Decode(piece, row);
                row += piece.Count;
            }
        }
    }

    private void Add(TokenRange piece, bool narrows)
    {
        if (narrows) _rows.Narrow(piece);
        Span<int> room = stackalloc int[RoleRows.Most];
        for (var token = piece.First; token < piece.End; token++) _tape.Words.Add(room[.._rows.Of(token, room)]);
        _tape.Words.EndSentence();
    }

    private void Forward(List<TokenRange> pieces, int nets)
    {
        var (beside, row) = (_tape.Encoder.Beside.Resize(_tape.Words.Count), 0);
        foreach (var piece in pieces)
            for (var token = piece.First; token < piece.End; token++) _encoding.Read(token, beside[row++]);
        _sum.Clear(_tape.Words.Count);
        foreach (var net in _nets.AsSpan(0, nets))
        {
            net.Forward(_tape);
            VectorMath.AddScaled(_sum.All, _tape.Outputs.All, 1);
        }
    }

    private List<Part> Decode(TokenRange piece, int row)
    {
        if (_classes.Length < piece.Count) (_classes, _back) = (new short[2 * piece.Count], new short[2 * piece.Count * NameClasses.Count(RoleNet.Roles)]);
        var classes = _classes.AsSpan(0, piece.Count);
        NameClasses.Decode(_sum.Values.AsSpan(row * RoleNet.Outputs), RoleNet.Outputs, RoleNet.Roles, classes, _back);
        return Part.Read(classes, piece.First, Tree);
    }
}
