namespace Chancery.Record.Exporting.JsonLines;

/// <summary>Writes lines as JSON lines: one object a line, UTF-8 without a mark, each ended by a line feed. Holds every kind.</summary>
public sealed class JsonLinesExporter : IRecordExporter
{
    /// <inheritdoc/>
    public string Name => "jsonl";

    /// <summary>Writes the lines in the order given.</summary>
    /// <exception cref="IOException">The stream does not take them.</exception>
    public static void Write(Stream stream, IEnumerable<Line> lines)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(lines);
        foreach (var line in lines)
        {
            RecordJson.Write(stream, line);
            stream.WriteByte((byte)'\n');
        }
    }

    /// <inheritdoc/>
    int IRecordExporter.Write(Stream stream, IReadOnlyList<Line> lines)
    {
        Write(stream, lines);
        return 0;
    }
}
