namespace Chancery.Text.Nets;

/// <summary>Everything one thread needs to run a net over a document; used again and again, so that nothing is allocated for a token.</summary>
internal sealed class NetWorkspace(NetShape shape, Gazetteer gazetteer)
{
    private readonly List<Piece> _pieces = [];
    private int[] _heads = [];
    private short[] _classes = [];
    private short[] _back = [];

    public NetTape Tape { get; } = new(shape, gazetteer);

    public TreeDecoder Trees { get; } = new();

    /// <summary>The pieces of sentences in the batch, in order.</summary>
    public List<Piece> Pieces => _pieces;

    /// <summary>Heads of the batch's words: rows, or -1 for a root.</summary>
    public Span<int> Heads(int words)
    {
        if (_heads.Length < words) _heads = new int[2 * words];
        return _heads.AsSpan(0, words);
    }

    /// <summary>Room for classes of names and for the way back to them.</summary>
    public (short[] Classes, short[] Back) Names(int words)
    {
        if (_classes.Length >= words) return (_classes, _back);
        _classes = new short[2 * words];
        _back = new short[2 * words * Tagset.WideNames];
        return (_classes, _back);
    }
}

/// <summary>A sentence, or a part of one that is too long to be read at once.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token after its last.</param>
/// <param name="Row">Its first row in the batch.</param>
/// <param name="IsLater">True for a part that is not its sentence's first.</param>
internal readonly record struct Piece(int First, int End, int Row, bool IsLater);
