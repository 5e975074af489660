using System.Collections.Immutable;
using Chancery.Text.Tokens;

namespace Chancery.Text.Lexicons;

/// <summary>
/// Reads a lexicon: tab-separated lines, sorted by form; before them comment lines that begin with <c>#</c>, among them
/// <c># columns: …</c>, <c># source: …</c> and <c># licence: …</c>. A form that begins with <c>=</c> counts only as it is
/// written; any other in upper and lower case alike.
/// </summary>
public static class LexiconReader
{
    private const string ColumnsMark = "# columns:";

    /// <summary>Reads the text of a lexicon file.</summary>
    /// <param name="name">The file's name, for messages and for <see cref="Lexicon.Name"/>.</param>
    /// <param name="content">The whole text of the file.</param>
    /// <param name="abbreviations">The words that keep their full stop, so that forms are cut as texts are.</param>
    /// <exception cref="FormatException">A line cannot be read; the message says <c>file:line: what is wrong</c>.</exception>
    public static Lexicon Read(string name, string content, Lexicon? abbreviations = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        var columns = ImmutableArray<string>.Empty;
        var entries = ImmutableArray.CreateBuilder<LexiconEntry>();
        var line = 0;
        foreach (var row in content.AsSpan().EnumerateLines())
        {
            line++;
            if (row.StartsWith(ColumnsMark)) columns = [.. row[ColumnsMark.Length..].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
            if (row.IsWhiteSpace() || row[0] == '#') continue;
            if (columns.IsEmpty) throw new FormatException($"{name}:{line}: no '# columns:' line stands before the first entry.");
            entries.Add(ReadEntry(name, row.ToString(), line, columns.Length));
        }

        var all = entries.ToImmutable();
        return new Lexicon(name, new SourceText(content).Hash, columns, all, Index(name, all, abbreviations ?? Lexicon.Empty));
    }

    private static LexiconEntry ReadEntry(string name, string row, int line, int columns)
    {
        var cells = row.Split('\t');
        if (cells.Length > columns) throw new FormatException($"{name}:{line}: {cells.Length} cells, but {columns} columns.");
        var exact = cells[0].Length > 1 && cells[0][0] == '=';
        var form = exact ? cells[0][1..] : cells[0];
        if (string.IsNullOrWhiteSpace(form) || form != form.Trim()) throw new FormatException($"{name}:{line}: the form is empty or has spaces around it.");
        return new LexiconEntry(form, cells.Skip(1).ToEquatableArray(), exact, line);
    }

    private static Dictionary<ulong, Lexicon.Phrase[]> Index(string name, ImmutableArray<LexiconEntry> entries, Lexicon abbreviations)
    {
        var seen = new HashSet<(string, bool)>();
        foreach (var entry in entries)
            if (!seen.Add((entry.ExactCase ? entry.Form : entry.Form.ToLowerInvariant(), entry.ExactCase)))
                throw new FormatException($"{name}:{entry.Line}: '{entry.Form}' stands here a second time.");
        return entries
            .Select(entry => ToPhrase(entry, abbreviations))
            .GroupBy(phrase => phrase.Keys[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Keys.Length).ThenByDescending(phrase => phrase.Entry.ExactCase).ToArray());
    }

    private static Lexicon.Phrase ToPhrase(LexiconEntry entry, Lexicon abbreviations)
    {
        if (abbreviations == Lexicon.Empty && entry.Form[^1] is '.' or '-' && !entry.Form.Contains(' '))
            return new Lexicon.Phrase(entry, [TokenKey.Of(entry.Form)], [new Span(0, entry.Form.Length)]);
        var scanner = new TokenScanner(entry.Form, abbreviations);
        scanner.Scan();
        return new Lexicon.Phrase(entry, [.. scanner.Tokens.Select(token => token.Key)], [.. scanner.Tokens.Select(token => token.Span)]);
    }
}
