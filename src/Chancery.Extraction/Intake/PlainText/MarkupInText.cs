using System.Net;
using System.Text;
using Chancery.Extraction.Intake.Markup;

namespace Chancery.Extraction.Intake.PlainText;

/// <summary>
/// Plain text in which markup was left: three or more paired tags that HTML knows. The tags go, blocks become lines, and
/// a block that is one link is told apart. Text with a lone "&lt;3" stays as it is.
/// </summary>
internal static class MarkupInText
{
    private const int FewestPairs = 3;
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Blocks = Names("p div br li ul ol h1 h2 h3 h4 h5 h6 blockquote section article figure figcaption table tr td th hr header footer pre");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Inlines = Names("a b i em strong span u small font sup sub cite q mark img code time");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Skipped = Names("script style");

    /// <summary>True if the text must be read as a fragment of a page.</summary>
    public static bool IsIn(string text)
    {
        int starts = 0, ends = 0;
        var scanner = new MarkupScanner(text, html: true);
        while (scanner.Next(out var piece) && Math.Min(starts, ends) < FewestPairs)
        {
            if (piece.Kind is not (MarkupKind.StartTag or MarkupKind.EndTag)) continue;
            if (!Blocks.Contains(piece.Name(text)) && !Inlines.Contains(piece.Name(text))) continue;
            if (piece.Kind == MarkupKind.StartTag) starts++;
            else ends++;
        }

        return Math.Min(starts, ends) >= FewestPairs;
    }

    /// <summary>The lines of the fragment.</summary>
    public static List<TextLine> Cut(string text)
    {
        var writer = new FragmentWriter();
        var scanner = new MarkupScanner(text, html: true);
        var skipped = false;
        while (scanner.Next(out var piece))
        {
            if (piece.Kind == MarkupKind.Text && !skipped) writer.Text(text, piece);
            if (piece.Kind is not (MarkupKind.StartTag or MarkupKind.EndTag)) continue;
            skipped = piece.Kind == MarkupKind.StartTag && Skipped.Contains(piece.Name(text));
            if (Blocks.Contains(piece.Name(text))) writer.Break(piece.Kind == MarkupKind.StartTag && !piece.IsNamed(text, "br"));
            else if (piece.IsNamed(text, "a")) writer.Link(piece.Kind == MarkupKind.StartTag);
        }

        writer.Break(false);
        return writer.Lines;
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(string names) =>
        new HashSet<string>(names.Split(' '), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Collects runs of text into lines; inside a block a single line break is a space, outside it ends the line.</summary>
    private sealed class FragmentWriter
    {
        private readonly StringBuilder _line = new();
        private int _source = -1;
        private int _linked;
        private bool _link;
        private bool _block;

        public List<TextLine> Lines { get; } = [];

        public void Text(string text, MarkupPiece piece)
        {
            var at = piece.Start;
            foreach (var range in text.AsSpan(piece.Start, piece.Length).Split('\n'))
            {
                var row = text.AsSpan(piece.Start, piece.Length)[range];
                if (at > piece.Start) NewLine(row.IsWhiteSpace());
                Append(row, at);
                at += row.Length + 1;
            }
        }

        public void Link(bool open) => _link = open;

        public void Break(bool opens)
        {
            Flush();
            _block = opens;
        }

        private void NewLine(bool blank)
        {
            if (_block && !blank) _line.Append(' ');
            else if (!_block) Flush();
        }

        private void Append(ReadOnlySpan<char> row, int at)
        {
            if (row.IsWhiteSpace())
            {
                if (_line.Length > 0) _line.Append(' ');
                return;
            }

            if (_source < 0) _source = at + (row.Length - row.TrimStart().Length);
            _line.Append(row);
            if (_link) _linked += TextShape.Words(row);
        }

        private void Flush()
        {
            var words = TextShape.Collapse(Mojibake.Repair(WebUtility.HtmlDecode(_line.ToString())));
            if (words.Length > 0) Lines.Add(new TextLine(words, _source, _linked > 0 && _linked >= TextShape.Words(words)));
            _line.Clear();
            (_source, _linked) = (-1, 0);
        }
    }
}
