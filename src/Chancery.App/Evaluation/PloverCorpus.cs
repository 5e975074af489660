using System.Globalization;
using Chancery.Extraction.Events.Types;
using Chancery.Text;
using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.App.Evaluation;

/// <summary>A sentence of <c>events/plv_*.tsv</c>: two actors and the root that coders gave to what stands between them.</summary>
/// <param name="Id">As the file says.</param>
/// <param name="Sentence">The text.</param>
/// <param name="Source">Where the one stands who acts, UTF-16; empty if nowhere.</param>
/// <param name="Target">Where the other stands; empty if nowhere.</param>
/// <param name="Root">One of <see cref="EventTypes.Roots"/>; empty where the file tells none.</param>
internal sealed record PloverItem(string Id, string Sentence, Span Source, Span Target, string Root)
{
    /// <summary>The frame of the two actors in the sentence as a pipeline reads it.</summary>
    public EventFrame Frame(Pipeline pipeline)
    {
        var document = pipeline.Run(new Document(new SourceText(Sentence)));
        return new EventFrame(new SyntaxTree(document), TokensIn(document, Source), TokensIn(document, Target));
    }

    /// <summary>The tokens that a span touches.</summary>
    public static TokenRange TokensIn(Document document, Span span)
    {
        if (span.Length == 0) return default;
        var (first, end) = (-1, -1);
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            if (!document.Tokens[i].Span.OverlapsWith(span)) continue;
            if (first < 0) first = i;
            end = i + 1;
        }

        return first < 0 ? default : new TokenRange(first, end);
    }
}

/// <summary>Reads <c>events/plv_*.tsv</c>: tab-separated, with a head.</summary>
internal static class PloverCorpus
{
    private static readonly string[] Columns = ["id", "sentence", "src_start", "src_end", "tgt_start", "tgt_end", "root"];

    /// <exception cref="FormatException">A column or a number is missing.</exception>
    public static List<PloverItem> Read(TextReader reader)
    {
        var head = (reader.ReadLine() ?? "").Split('\t').ToList();
        var columns = Columns.Select(name => head.IndexOf(name)).ToArray();
        if (columns.Any(column => column < 0)) throw new FormatException($"line 1: not a file of the task plover: {string.Join(", ", Columns)} are needed");
        var items = new List<PloverItem>();
        for (var line = 2; reader.ReadLine() is { } row; line++)
            if (row.Length > 0) items.Add(ReadItem(row.Split('\t'), columns, line));
        return items;
    }

    private static PloverItem ReadItem(string[] cells, int[] columns, int line)
    {
        if (cells.Length <= columns.Max()) throw new FormatException($"line {line}: a column is missing");
        var points = new CodePoints(cells[columns[1]]);
        return new PloverItem(cells[columns[0]], cells[columns[1]], SpanOf(cells, columns[2], points, line), SpanOf(cells, columns[4], points, line), cells[columns[6]]);
    }

    private static Span SpanOf(string[] cells, int column, CodePoints points, int line)
    {
        if (cells[column].Length == 0) return default;
        return int.TryParse(cells[column], CultureInfo.InvariantCulture, out var start) && int.TryParse(cells[column + 1], CultureInfo.InvariantCulture, out var end) && start <= end
            ? new Span(points.ToUnit(start), points.ToUnit(end))
            : throw new FormatException($"line {line}: no span");
    }
}
