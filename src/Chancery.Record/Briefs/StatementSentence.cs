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

    public static void Write(SentenceBuilder sentence, Statement statement, Telling telling)
    {
        var addressee = statement.Addressee is null ? null : telling.Name(statement.Addressee);
        var isNoun = statement.By.EndsWith(":noun", StringComparison.Ordinal);
        var saying = statement.Speaker is null && isNoun ? $"“{statement.Cue}”" : statement.Speaker is null ? Phrases.Hearsay(statement.Cue, addressee)
            : isNoun ? $"{telling.Name(statement.Speaker)} (“{statement.Cue}”)"
            : Phrases.Saying(telling.Name(statement.Speaker), statement.Cue, addressee);
        sentence.Words(saying);
        if (Occasion(statement.Occasion) is { } occasion) sentence.Words($", {occasion}");
    }

    /// <summary>The content, split where the report's own quotation marks stand.</summary>
    public static void WriteContent(SentenceBuilder sentence, Statement statement, Telling telling)
    {
        sentence.Words(Link(statement, telling));
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

    /// <summary>The report's own "that" or "about" between cue and content; a colon where there is neither.</summary>
    private static string Link(Statement statement, Telling telling)
    {
        var start = statement.Content.AsSpan(0, Math.Min(24, statement.Content.Length)).ToString();
        var comma = statement.When is not null || statement.Occasion is not null || !telling.UnderHeading ? "," : "";
        foreach (var piece in statement.Evidence)
        {
            var at = piece.Quote.IndexOf(start, StringComparison.Ordinal);
            var before = at > 0 ? piece.Quote[..at].TrimEnd(' ', ',', '"', '“', '‘') : "";
            if (before.EndsWith(" that", StringComparison.Ordinal)) return $"{comma} that";
            if (before.EndsWith(" about", StringComparison.Ordinal)) return $"{comma} about";
        }

        return ":";
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
        if (IsJoined(occasion.ToLowerInvariant())) return char.ToLowerInvariant(occasion[0]) + occasion[1..];
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
