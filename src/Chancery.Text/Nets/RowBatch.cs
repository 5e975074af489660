namespace Chancery.Text.Nets;

/// <summary>The words of several sentences, each as the rows of a table that stand for it.</summary>
internal sealed class RowBatch
{
    private readonly Gazetteer _gazetteer;
    private readonly int _bits;
    private int[] _rows = new int[256];
    private int[] _ends = new int[16];
    private int[] _starts = [0];
    private int _sentences;

    /// <param name="gazetteer">What is known of names.</param>
    /// <param name="bits">Base-2 logarithm of the table's rows.</param>
    public RowBatch(Gazetteer gazetteer, int bits) => (_gazetteer, _bits) = (gazetteer, bits);

    /// <summary>Words so far.</summary>
    public int Count { get; private set; }

    /// <summary>Where each sentence starts, and at last where the last one ends.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, _sentences + 1);

    /// <summary>The rows of a word.</summary>
    public ReadOnlySpan<int> this[int word] => _rows.AsSpan((word == 0 ? 0 : _ends[word - 1])..(Count == 0 ? 0 : _ends[word]));

    /// <summary>Forgets everything.</summary>
    public void Clear() => (Count, _sentences) = (0, 0);

    /// <summary>Adds a word by its form.</summary>
    public void Add(ReadOnlySpan<char> form)
    {
        var at = Reserve(WordRows.Most);
        End(at + WordRows.Of(form, _gazetteer, _bits, _rows.AsSpan(at, WordRows.Most)));
    }

    /// <summary>Adds a word by its rows.</summary>
    public void Add(ReadOnlySpan<int> rows)
    {
        var at = Reserve(rows.Length);
        rows.CopyTo(_rows.AsSpan(at));
        End(at + rows.Length);
    }

    /// <summary>The words added since the last sentence are a sentence.</summary>
    public void EndSentence()
    {
        if (_sentences + 2 > _starts.Length) Array.Resize(ref _starts, 2 * _starts.Length + 2);
        _starts[++_sentences] = Count;
    }

    private int Reserve(int rows)
    {
        var at = Count == 0 ? 0 : _ends[Count - 1];
        if (at + rows > _rows.Length) Array.Resize(ref _rows, 2 * (at + rows));
        if (Count == _ends.Length) Array.Resize(ref _ends, 2 * Count);
        return at;
    }

    private void End(int end) => _ends[Count++] = end;
}
