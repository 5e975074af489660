using System.Collections.Immutable;
using System.Globalization;

namespace Chancery.Text.Learning;

/// <summary>
/// Reads treebanks in CoNLL-U (universaldependencies.org/format.html): ten columns by tabs, a blank line after a sentence,
/// ranges for several words written as one, <c>SpaceAfter=No</c>. Empty nodes and the column of enhanced dependencies are
/// passed over. What it gives serves to train and to measure; no report is read with it.
/// </summary>
public static class ConlluReader
{
    private const int Columns = 10;

    /// <summary>The documents of a treebank, one after the other.</summary>
    /// <exception cref="FormatException">A line cannot be read; the message says <c>line n: what is wrong</c>.</exception>
    public static IEnumerable<TreebankDocument> Read(TextReader input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return ReadDocuments(input);
    }

    private static IEnumerable<TreebankDocument> ReadDocuments(TextReader input)
    {
        var id = "";
        var sentences = ImmutableArray.CreateBuilder<TreebankSentence>();
        foreach (var draft in ReadDrafts(input))
        {
            if (draft.Document is { } next)
            {
                if (sentences.Count > 0) yield return new TreebankDocument(id, sentences.DrainToImmutable());
                id = next;
            }

            sentences.Add(draft.ToSentence(sentences.Count == 0));
        }

        if (sentences.Count > 0) yield return new TreebankDocument(id, sentences.DrainToImmutable());
    }

    private static IEnumerable<Draft> ReadDrafts(TextReader input)
    {
        var draft = new Draft();
        for (var line = 1; input.ReadLine() is { } row; line++)
        {
            if (row.Length > 0 && row[0] == '#') draft.Comment(row);
            else if (row.Length > 0) draft.Row(row, line);
            else if (draft.HasWords)
            {
                yield return draft;
                draft = new Draft();
            }
        }

        if (draft.HasWords) yield return draft;
    }

    /// <summary>A sentence while its lines are read.</summary>
    private sealed class Draft
    {
        private readonly ImmutableArray<TreebankToken>.Builder _tokens = ImmutableArray.CreateBuilder<TreebankToken>();
        private readonly ImmutableArray<TreebankWord>.Builder _words = ImmutableArray.CreateBuilder<TreebankWord>();
        private string _text = "";
        private bool _isParagraph;
        private int _coveredTo;

        public string? Document { get; private set; }

        public bool HasWords => _words.Count > 0;

        public TreebankSentence ToSentence(bool isFirst) =>
            new(_text, isFirst || _isParagraph, _tokens.ToImmutable(), _words.ToImmutable());

        public void Comment(string row)
        {
            var body = row.AsSpan(1).Trim();
            var equals = body.IndexOf('=');
            var name = (equals < 0 ? body : body[..equals]).Trim();
            var value = equals < 0 ? "" : body[(equals + 1)..].Trim().ToString();
            if (name is "text") _text = value;
            if (name is "newpar" or "newpar id") _isParagraph = true;
            if (name is "newdoc" or "newdoc id") Document = value;
        }

        public void Row(string row, int line)
        {
            var cells = row.Split('\t');
            if (cells.Length != Columns) throw new FormatException($"line {line}: {cells.Length} columns, not {Columns}.");
            if (cells[0].Contains('.')) return;
            var hyphen = cells[0].IndexOf('-');
            var first = Number(hyphen < 0 ? cells[0] : cells[0][..hyphen], line);
            if (first != _words.Count + 1) throw new FormatException($"line {line}: word {cells[0]} does not follow word {_words.Count}.");
            if (hyphen >= 0) AddRange(cells, first, Number(cells[0][(hyphen + 1)..], line), line);
            else AddWord(cells, line);
        }

        private void AddRange(string[] cells, int first, int last, int line)
        {
            if (last < first || first <= _coveredTo) throw new FormatException($"line {line}: {cells[0]} is not a range.");
            _tokens.Add(new TreebankToken(cells[1], first - 1, last - first + 1, IsSpaceAfter(cells)));
            _coveredTo = last;
        }

        private void AddWord(string[] cells, int line)
        {
            var head = cells[6] == "_" ? -1 : Number(cells[6], line);
            _words.Add(new TreebankWord(cells[1], cells[2], cells[3], cells[4], cells[5], head, cells[7], cells[9]));
            if (_words.Count > _coveredTo) _tokens.Add(new TreebankToken(cells[1], _words.Count - 1, 1, IsSpaceAfter(cells)));
        }

        private static bool IsSpaceAfter(string[] cells) => !cells[9].Split('|').Contains("SpaceAfter=No", StringComparer.Ordinal);

        private static int Number(string cell, int line) =>
            int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new FormatException($"line {line}: '{cell}' is not a number.");
    }
}
