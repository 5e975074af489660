namespace Chancery.Extraction.Intake.Archives;

/// <summary>Unpacking went beyond a limit: the bytes are refused, not the program at fault.</summary>
internal sealed class UnpackingException(string code) : IOException(RefusalCodes.Sentence(code))
{
    /// <summary>The code of the refusal.</summary>
    public string Code { get; } = code;
}

/// <summary>
/// How many bytes unpacking may still make, over a whole archive: the packed size decides. Shared by the streams of one
/// archive; not between threads.
/// </summary>
internal sealed class UnpackingBudget(long packed)
{
    private long _left = Math.Min(Limits.ArchiveUnpackedBytes, packed * Limits.ArchiveRatio + Limits.UnpackedBytes);

    /// <summary>True if nothing is left: the archive is read no further.</summary>
    public bool IsSpent => _left < 0;

    /// <summary>Takes from what is left.</summary>
    /// <exception cref="UnpackingException">Nothing is.</exception>
    public void Take(long bytes)
    {
        _left -= bytes;
        if (_left < 0) throw new UnpackingException(RefusalCodes.Unsafe);
    }
}

/// <summary>A read-only stream that counts what comes out of it against the budget of its archive.</summary>
internal sealed class CountedStream(Stream inner, UnpackingBudget budget) : Stream
{
    private long _count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _count; set => throw new NotSupportedException(); }

    /// <summary>All of the stream.</summary>
    /// <exception cref="UnpackingException">It is larger than a document may be, or swells beyond all measure.</exception>
    public static byte[] ReadAll(Stream stream, long packed, UnpackingBudget budget)
    {
        using var target = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (stream.Read(buffer) is > 0 and var count)
        {
            budget.Take(count);
            target.Write(buffer.AsSpan(0, count));
            if (target.Length > Limits.Megabyte && target.Length / Limits.Ratio > packed) throw new UnpackingException(RefusalCodes.Unsafe);
            if (target.Length > Limits.UnpackedBytes) throw new UnpackingException(RefusalCodes.TooLarge);
        }

        return target.ToArray();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        _count += count;
        budget.Take(count);
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
