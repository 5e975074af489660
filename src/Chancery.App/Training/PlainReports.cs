using System.Text;
using System.Text.Json;
using Chancery.Extraction;
using Chancery.Text;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.App.Training;

/// <summary>The sentences of reports that nobody annotated, as words: what a net reads before it is taught.</summary>
internal static class PlainReports
{
    private const int Longest = 150;

    /// <summary>The sentences of JSON lines that have their text in a field; each one once, none too long.</summary>
    public static IEnumerable<string[]> Sentences(TextReader reader, Resources resources, string field = "text")
    {
        var pipeline = new Pipeline(
            new Tokenizer(resources.Lexicon("abbreviations")),
            new SentenceSplitter(resources.Lexicon("abbreviations"), resources.Lexicon("sentence-starters"), resources.Model("sentences")));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in Texts(reader, field))
        {
            var document = pipeline.Run(new Document(new SourceText(text)));
            foreach (var sentence in document.Sentences)
                if (sentence.Count <= Longest && Words(document, sentence) is var words && seen.Add(string.Join(' ', words))) yield return words;
        }
    }

    /// <summary>The texts of JSON lines that have them in a field, lines joined that were only wrapped.</summary>
    public static IEnumerable<string> Texts(TextReader reader, string field = "text")
    {
        using (reader)
        {
            while (reader.ReadLine() is { } line)
            {
                using var json = JsonDocument.Parse(line);
                yield return Unwrapped(json.RootElement.GetProperty(field).GetString()!.Replace("\\/", "/", StringComparison.Ordinal));
            }
        }
    }

    private static string[] Words(Document document, Sentence sentence) =>
        [.. document.Tokens.AsSpan(sentence.First, sentence.Count).ToArray().Select(token => document.TextOf(token).ToString())];

    /// <summary>Wire copy is wrapped within sentences: a line break goes unless a blank line stands there or a sentence ends before it.</summary>
    private static string Unwrapped(string text)
    {
        var (builder, lines) = (new StringBuilder(text.Length), text.Split('\n'));
        for (var i = 0; i < lines.Length; i++)
        {
            builder.Append(lines[i]);
            if (i + 1 == lines.Length) break;
            var end = lines[i].AsSpan().TrimEnd();
            var goesOn = end.Length > 0 && !lines[i + 1].AsSpan().Trim().IsEmpty && (char.IsLetterOrDigit(end[^1]) || end[^1] is ',' or ';' or '-');
            builder.Append(goesOn ? ' ' : '\n');
        }

        return builder.ToString();
    }
}
