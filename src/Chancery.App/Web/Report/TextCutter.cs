using Chancery.Record;
using Chancery.Text;

namespace Chancery.App.Web;

/// <summary>A paragraph of a report.</summary>
/// <param name="Kind">As the report's block has it.</param>
/// <param name="Runs">Its text without gaps.</param>
public sealed record ParagraphShown(string Kind, IReadOnlyList<RunShown> Runs);

/// <summary>A stretch of text that rests in the same pieces of evidence from its first character to its last.</summary>
/// <param name="Start">First UTF-16 code unit in the report's text.</param>
/// <param name="End">The code unit after the last.</param>
/// <param name="Text">The words.</param>
/// <param name="Records">Ids of the records whose evidence it is part of, those with the shortest evidence first; empty for plain text.</param>
/// <param name="Kinds">Their kinds.</param>
/// <param name="Pieces">Anchors of the pieces of evidence it is part of, the shortest first.</param>
/// <param name="Anchors">Names that begin here: pieces of evidence, and records at their first piece.</param>
public sealed record RunShown(
    int Start, int End, string Text, IReadOnlyList<string> Records, IReadOnlyList<string> Kinds, IReadOnlyList<string> Pieces, IReadOnlyList<string> Anchors);

/// <summary>
/// Cuts a report's text at every boundary of evidence, so that spans which overlap or lie in one another can all be
/// marked. The only place that slices text for the browser: both count UTF-16, but only one of them should.
/// </summary>
internal static class TextCutter
{
    public static IReadOnlyList<ParagraphShown> Cut(Report report, IEnumerable<Finding> findings)
    {
        var sweep = new Sweep(report.Text, findings);
        return [.. Parts(report).Select(part => new ParagraphShown(part.Kind, sweep.Cut(part.Span)))];
    }

    // Text between two blocks is blank; should it ever not be, it is shown and not lost.
    private static IEnumerable<(string Kind, Span Span)> Parts(Report report)
    {
        var at = 0;
        foreach (var block in report.Blocks)
        {
            if (HasWords(report.Text, at, block.Span.Start)) yield return ("paragraph", new Span(at, block.Span.Start));
            if (block.Span.End > Math.Max(at, block.Span.Start)) yield return (block.Kind, new Span(Math.Max(at, block.Span.Start), block.Span.End));
            at = Math.Max(at, block.Span.End);
        }

        if (HasWords(report.Text, at, report.Text.Length)) yield return ("paragraph", new Span(at, report.Text.Length));
    }

    private static bool HasWords(string text, int start, int end) => end > start && !text.AsSpan(start, end - start).IsWhiteSpace();

    private sealed record Piece(Span Span, IReadOnlyList<Finding> Findings)
    {
        public string Anchor { get; } = Shown.Anchor(Span.Start, Span.End);
    }

    /// <summary>Goes once over the text from left to right with the pieces that are open.</summary>
    private sealed class Sweep
    {
        private readonly string _text;
        private readonly Piece[] _pieces;
        private readonly int[] _boundaries;
        private readonly HashSet<string> _named = new(StringComparer.Ordinal);
        private readonly List<Piece> _open = [];
        private int _next;
        private int _boundary;

        public Sweep(string text, IEnumerable<Finding> findings)
        {
            _text = text;
            _pieces = [.. findings
                .SelectMany(finding => finding.Evidence.Select(piece => (Span: new Span(piece.Start, Math.Min(piece.End, text.Length)), finding)))
                .GroupBy(pair => pair.Span, pair => pair.finding)
                .Select(group => new Piece(group.Key, [.. group.DistinctBy(finding => finding.Id)]))
                .OrderBy(piece => piece.Span)];
            _boundaries = [.. _pieces.SelectMany(piece => new[] { piece.Span.Start, piece.Span.End }).Distinct().Order()];
        }

        /// <summary>The runs of one part; parts are asked for in the order of the text.</summary>
        public List<RunShown> Cut(Span part)
        {
            var runs = new List<RunShown>();
            for (var at = part.Start; at < part.End;)
            {
                while (_boundary < _boundaries.Length && _boundaries[_boundary] <= at) _boundary++;
                var end = _boundary < _boundaries.Length ? Math.Min(_boundaries[_boundary], part.End) : part.End;
                runs.Add(Run(at, end));
                at = end;
            }

            return runs;
        }

        private RunShown Run(int start, int end)
        {
            while (_next < _pieces.Length && _pieces[_next].Span.Start <= start) _open.Add(_pieces[_next++]);
            _open.RemoveAll(piece => piece.Span.End <= start);
            var pieces = _open.OrderBy(piece => piece.Span.Length).ThenByDescending(piece => piece.Span.Start).ToList();
            var records = pieces.SelectMany(piece => piece.Findings).DistinctBy(finding => finding.Id).ToList();
            return new RunShown(
                start, end, _text[start..end],
                [.. records.Select(record => record.Id)],
                [.. records.Select(LineKinds.Of).Distinct(StringComparer.Ordinal)],
                [.. pieces.Select(piece => piece.Anchor)],
                [.. pieces.Select(piece => piece.Anchor).Concat(records.Select(record => record.Id)).Where(_named.Add)]);
        }
    }
}
