using System.Text;
using Chancery.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Chancery.Store;

/// <summary>What is particular to SQLite's FTS5: its query language and its snippets.</summary>
internal static class FullText
{
    private const char Open = '\u0002';
    private const char Close = '\u0003';
    private const int SnippetTokens = 32;

    /// <summary>The query as FTS5 takes it, every term a quoted string; empty if there is none.</summary>
    public static string Match(SearchQuery query)
    {
        IEnumerable<string> conditions = [
            .. query.Words.Select(word => $"{{title body actors places}} : {Quote(word)}"),
            .. query.Actors.Select(actor => $"{{actors}} : {Quote(actor)}"),
            .. query.Places.Select(place => $"{{places}} : {Quote(place)}"),
            .. query.Outlets.Select(outlet => $"{{outlet}} : {Quote(outlet)}"),
        ];
        return string.Join(" AND ", conditions);
    }

    /// <summary>What must not match; empty if there is nothing.</summary>
    public static string MatchWithout(SearchQuery query) =>
        string.Join(" OR ", query.Without.Select(word => $"{{title body actors places}} : {Quote(word)}"));

    /// <summary>
    /// The best piece of each text, with marks on the words and names searched for; the beginning where none of them stands in it.
    /// FTS5 itself cuts them, in a database of its own, so that a snippet marks exactly what the search finds.
    /// </summary>
    public static IReadOnlyList<(string Text, EquatableArray<Span> Marks)> Snippets(SearchQuery query, IReadOnlyList<string> texts)
    {
        var match = string.Join(" OR ", query.Words.Concat(query.Actors).Concat(query.Places).Select(Quote));
        var cut = match.Length == 0 ? [] : Cut(match, texts);
        return [.. texts.Select((text, index) => cut.TryGetValue(index, out var snippet) ? Marked(snippet) : (Beginning(text), []))];
    }

    private static Dictionary<long, string> Cut(string match, IReadOnlyList<string> texts)
    {
        using var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        connection.Execute("CREATE VIRTUAL TABLE piece USING fts5 (body, tokenize = 'porter unicode61 remove_diacritics 2')");
        using var transaction = connection.BeginTransaction();
        connection.Execute(
            "INSERT INTO piece (rowid, body) VALUES (@index, @body)",
            texts.Select((text, index) => new { index, body = WithoutMarks(text) }));
        return connection.Query<(long Key, string Snippet)>(
            $"SELECT rowid, snippet(piece, 0, char({(int)Open}), char({(int)Close}), '…', {SnippetTokens}) FROM piece WHERE piece MATCH @match",
            new { match }).ToDictionary(row => row.Key, row => row.Snippet);
    }

    private static string Quote(string term) => $"\"{term.Replace("\"", "\"\"", StringComparison.Ordinal).Replace('\0', ' ')}\"";

    private static string WithoutMarks(string text) => text.Replace(Open, ' ').Replace(Close, ' ').Replace('\0', ' ');

    private static string Beginning(string text)
    {
        const int Longest = 200;
        if (text.Length <= Longest) return text;
        var end = text.LastIndexOf(' ', Longest);
        if (end <= 0) end = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return $"{text[..end]}…";
    }

    private static (string Text, EquatableArray<Span> Marks) Marked(string snippet)
    {
        var text = new StringBuilder(snippet.Length);
        var marks = new List<Span>();
        var start = 0;
        foreach (var unit in snippet)
        {
            if (unit == Open) start = text.Length;
            else if (unit == Close) marks.Add(new Span(start, text.Length));
            else text.Append(unit);
        }
        return (text.ToString(), marks.ToEquatableArray());
    }
}
