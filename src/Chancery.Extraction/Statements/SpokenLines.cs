using Chancery.Extraction.Mentions;
using Chancery.Text;
using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>
/// Attributions by the form of a line: "Ministry: No deal", "Strike on Friday – union", questions and answers of a transcript, and a post with its signature. A line is what
/// stands between two line breaks.
/// </summary>
internal sealed class SpokenLines(SpokenText text)
{
    private const int LongestName = 8;
    private const int LongestHeadline = 24;

    /// <summary>The attributions of all lines.</summary>
    public IEnumerable<Attribution> Find()
    {
        var lines = Lines();
        var labelled = lines.ConvertAll(Labelled);
        var isTranscript = labelled.Count(label => label is not null) > 1 || labelled.Exists(label => label is { IsRole: true });
        for (var i = 0; i < lines.Count; i++)
        {
            if (labelled[i] is { } label && Make(lines[i], label, isTranscript) is { } spoken) yield return spoken;
            else if (Trailing(lines[i]) is { } trailing) yield return trailing;
            else if (Signed(lines[i]) is { } signed) yield return signed;
        }
    }

    private List<TokenRange> Lines()
    {
        var (lines, first) = (new List<TokenRange>(), 0);
        for (var token = 1; token <= text.Tokens.Length; token++)
        {
            if (token < text.Tokens.Length && !text.Tokens[token].Is(TokenShape.LineBefore)) continue;
            lines.Add(new TokenRange(first, token));
            first = token;
        }

        return lines;
    }

    /// <summary>Who stands before the colon at a line's beginning.</summary>
    private readonly record struct Label(int Colon, Mention? Mention, bool IsRole, bool IsNobody);

    private Label? Labelled(TokenRange line)
    {
        for (var token = line.First; token < Math.Min(line.End - 1, line.First + LongestName); token++)
        {
            if (text.Tokens[token].Key != Marks.Colon) continue;
            var name = new TokenRange(line.First, token);
            if (name.Count == 0 || text.RelationAt(token) is not null && text.RelationAt(line.First) is null && name.Count > 4) return null;
            var role = text.Lexicons.TranscriptLabels.Match(text.Document.Text, text.Tokens, line.First, token);
            if (role is { } match && match.Length == name.Count) return new Label(token, null, true, match.Entry.Field(0) == "asks");
            return Speaker(name) is { } mention ? new Label(token, mention, false, false) : null;
        }

        return null;
    }

    /// <summary>A person, body, state or office that the words before the colon begin with, with nothing but words after it that tell where it stands.</summary>
    private Mention? Speaker(TokenRange name)
    {
        for (var token = name.First; token < name.End; token++)
            if (text.Lexicons.SpeechVerbs[text.LemmaOf(token)] is not null && text.UposOf(token) == Chancery.Text.Tags.Upos.VERB) return null;
        foreach (var at in (ReadOnlySpan<int>)[name.First, name.First + 1])
            if (at < name.End && LayerSearch.StartingAt(text.Mentions, text.Tokens[at].Span.Start) is { } mention && mention.Form is MentionForm.Name or MentionForm.Description &&
                mention.Type is "person" or "organisation" or "state" or "group" or "office" && mention.Range.End <= name.End)
                return mention;
        return null;
    }

    private Attribution? Make(TokenRange line, Label label, bool isTranscript)
    {
        var content = text.Trimmed(new TokenRange(label.Colon + 1, line.End));
        if (content.Count == 0) return null;
        var attribution = new Attribution { Cue = new TokenRange(label.Colon, label.Colon + 1), CueHead = label.Colon, Rule = isTranscript ? "transcript" : "headline", Sentence = text.SentenceOf(label.Colon) };
        attribution.Content.Add(content);
        attribution.SourceRange = new TokenRange(line.First, label.Colon);
        if (label.Mention is { } mention) attribution.Source = mention;
        else if (!label.IsNobody && label.IsRole && !IsAnswer(line.First)) attribution.SourceWords = attribution.SourceRange.In(text.Document);
        else if (IsAnswer(line.First)) attribution.Source = FirstPerson(line.First);
        attribution.IsUnmarkedDirect = isTranscript || IsSpoken(content);
        return attribution;
    }

    private bool IsAnswer(int token) => text.Is(token, "A") || text.Is(token, "Answer");

    /// <summary>Who answers: the person named first in what stands before the transcript.</summary>
    private Mention? FirstPerson(int before)
    {
        foreach (var mention in text.Mentions)
            if (mention.Range.First < before && mention is { Type: "person", Form: MentionForm.Name }) return mention;
        return null;
    }

    /// <summary>True if the words are in the first or second person, or a question: somebody's own.</summary>
    private bool IsSpoken(TokenRange content)
    {
        for (var token = content.First; token < content.End; token++)
            if (text.Lexicons.Words.FirstPerson.Contains(text.Tokens[token].Key) && !text.Tokens[token].Is(TokenShape.AllCapitals))
                return true;
        return false;
    }

    /// <summary>"Train drivers to strike on Friday – union": a headline that ends with who says so.</summary>
    private Attribution? Trailing(TokenRange line)
    {
        if (line.Count > LongestHeadline) return null;
        for (var token = line.End - 2; token > line.First + 2 && token >= line.End - 6; token--)
        {
            if (text.Document.TextOf(text.Tokens[token]) is not ("–" or "—" or "-" or "--") || !text.Tokens[token].Is(TokenShape.SpaceBefore)) continue;
            var name = new TokenRange(token + 1, line.End);
            var head = text.Tree.HeadOf(name);
            if (LayerSearch.StartingAt(text.Mentions, text.Tokens[token + 1].Span.Start) is not { } mention) return null;
            if (mention.Range.End != line.End || mention.Type is "place" or "" && mention.Rule != "capital") return null;
            var attribution = new Attribution { Cue = new TokenRange(token, token + 1), CueHead = token, Rule = "headline", Sentence = text.SentenceOf(token), Source = mention, SourceRange = name };
            attribution.Content.Add(text.Trimmed(new TokenRange(line.First, token)));
            return head >= 0 ? attribution : null;
        }

        return null;
    }

    /// <summary>"Roads are blocked. — Embassy of Sweden (@swedeninkabul) August 15, 2021": a post as pages embed it.</summary>
    private Attribution? Signed(TokenRange line)
    {
        for (var token = line.First + 2; token < line.End - 2; token++)
        {
            if (text.Document.TextOf(text.Tokens[token]) is not ("—" or "–") || !HasHandle(token, line.End)) continue;
            var attribution = new Attribution { Cue = new TokenRange(token, token + 1), CueHead = token, Rule = "signed-post", Sentence = text.SentenceOf(token), IsUnmarkedDirect = true };
            attribution.Content.Add(text.Trimmed(new TokenRange(line.First, token)));
            attribution.SourceRange = NameAfter(token, line.End);
            attribution.Source = LayerSearch.StartingAt(text.Mentions, text.Tokens[token + 1].Span.Start) is { } mention && mention.Range.End >= attribution.SourceRange.End ? mention : null;
            if (attribution.Source is null) attribution.SourceWords = attribution.SourceRange.In(text.Document);
            for (var at = token + 1; at < line.End; at++) attribution.Time ??= LayerSearch.StartingAt(text.Times, text.Tokens[at].Span.Start);
            return attribution;
        }

        return null;
    }

    private bool HasHandle(int dash, int end)
    {
        for (var token = dash + 1; token < Math.Min(end, dash + 12); token++)
            if (text.Tokens[token].Kind == TokenKind.Address && text.Document.TextOf(text.Tokens[token]) is ['@', ..]) return true;
        return false;
    }

    private TokenRange NameAfter(int dash, int end)
    {
        var last = dash + 1;
        while (last < end && text.Document.TextOf(text.Tokens[last]) is not "(" && text.Tokens[last].Kind != TokenKind.Address) last++;
        return new TokenRange(dash + 1, last);
    }
}
