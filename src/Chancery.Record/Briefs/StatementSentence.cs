using Chancery.Record.Findings;

namespace Chancery.Record.Briefs;

/// <summary>A statement as a sentence: who said it by which words, on which occasion and day, and what, in the report's wording.</summary>
internal static class StatementSentence
{
    private static readonly (string Mark, string Phrase)[] Media =
    [
        ("interview", "in an interview"), ("press conference", "at a press conference"), ("news conference", "at a news conference"),
        ("statement", "in a statement"), ("post", "in a post"), ("speech", "in a speech"), ("tweet", "in a tweet"),
    ];

    public static void Write(SentenceBuilder sentence, Statement statement, BriefOptions options)
    {
        var speaker = statement.Speaker is null ? "somebody whom the report does not name" : Phrases.Party(statement.Speaker, options);
        var addressee = statement.Addressee is null ? null : Phrases.Party(statement.Addressee, options);
        sentence.Words(Phrases.Saying(speaker, statement.Cue, addressee));
        if (Occasion(statement.Occasion) is { } occasion) sentence.Words($", {occasion}");
    }

    /// <summary>The content, split where the report's own quotation marks stand.</summary>
    public static void WriteContent(SentenceBuilder sentence, Statement statement)
    {
        sentence.Words(":");
        var content = statement.Content;
        var at = 0;
        foreach (var quote in statement.Quotes)
        {
            var found = content.IndexOf(quote, at, StringComparison.Ordinal);
            if (found < 0 || quote.Length == 0) continue;
            WriteReported(sentence, content[at..found]);
            sentence.Words(" ").Quoted(quote);
            at = found + quote.Length;
        }

        WriteReported(sentence, content[at..].TrimEnd().TrimEnd('.', ','));
    }

    private static void WriteReported(SentenceBuilder sentence, string text)
    {
        var bare = text.Trim(' ', '"', '“', '”', '‘', '’', '«', '»', '…', ',', '\n');
        if (text.TrimStart(' ', '"', '“', '”', ',').StartsWith('…')) sentence.Words(" …");
        if (!bare.Any(char.IsLetterOrDigit)) return;
        sentence.Words(" ").Reported(bare);
        if (text.TrimEnd(' ', '"', '“', '”').EndsWith('…')) sentence.Words(" …");
    }

    private static string? Occasion(string? occasion)
    {
        if (string.IsNullOrWhiteSpace(occasion)) return null;
        if (IsJoined(occasion)) return occasion;
        foreach (var (mark, phrase) in Media)
        {
            var at = occasion.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at != 0) continue;
            var rest = occasion[mark.Length..].Trim(' ', '(', ')', ',', ':');
            return rest.Length == 0 ? phrase : rest.Contains(' ') && IsJoined(rest) ? $"{phrase} {rest}" : $"{phrase} ({rest})";
        }

        return $"on the occasion “{occasion}”";
    }

    private static bool IsJoined(string rest) => rest.Split(' ')[0] is "with" or "on" or "to" or "in" or "for" or "at" or "by" or "during" or "after" or "via" or "through";
}
