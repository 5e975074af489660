using System.Collections.Immutable;
using System.Text.Json;
using Chancery.Text;
using Chancery.Text.Attributions;
using Chancery.Text.Tokens;

namespace Chancery.App.Evaluation;

/// <summary>An attribution as somebody marked it: runs of characters, UTF-16.</summary>
internal sealed record MarkedAttribution(IReadOnlyList<Span> Source, IReadOnlyList<Span> Cue, IReadOnlyList<Span> Content);

/// <summary>A text with its attributions.</summary>
internal sealed record AttributedText(string Id, string Text, IReadOnlyList<MarkedAttribution> Gold)
{
    /// <summary>The marks as runs of the tokens of a document of this text; a mark without a cue or content is left out, and of several runs of a source or cue the first stands.</summary>
    public IReadOnlyList<AttributionRelation> Relations(Document document)
    {
        var relations = new List<AttributionRelation>();
        foreach (var mark in Gold)
        {
            var (cue, content) = (First(document, mark.Cue), mark.Content.Select(span => Tokens(document, span)).Where(range => range.Count > 0).ToImmutableArray());
            if (cue.Count > 0 && !content.IsEmpty) relations.Add(new AttributionRelation(new Span(0, 0), First(document, mark.Source), cue, content));
        }

        return relations;
    }

    private static TokenRange First(Document document, IReadOnlyList<Span> spans) => spans.Count == 0 ? default : Tokens(document, spans[0]);

    /// <summary>The tokens that a run of characters touches.</summary>
    private static TokenRange Tokens(Document document, Span span)
    {
        var first = LowerBound(document, token => token.Span.End > span.Start);
        return new TokenRange(first, Math.Max(first, LowerBound(document, token => token.Span.Start >= span.End)));
    }

    private static int LowerBound(Document document, Func<Token, bool> isBeyond)
    {
        var (low, high) = (0, document.Tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (isBeyond(document.Tokens[middle])) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}

/// <summary>Reads <c>quotes/polnear_*.jsonl</c>.</summary>
internal static class AttributionCorpus
{
    /// <summary>The texts of JSON lines.</summary>
    /// <exception cref="FormatException">A line is not a text of that task.</exception>
    public static IEnumerable<AttributedText> Read(TextReader reader)
    {
        for (var line = 1; reader.ReadLine() is { } row; line++)
        {
            if (string.IsNullOrWhiteSpace(row)) continue;
            AttributedText text;
            try
            {
                using var json = JsonDocument.Parse(row);
                text = ReadText(json.RootElement);
            }
            catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
            {
                throw new FormatException($"line {line}: not a report of the task attribution: {wrong.Message}", wrong);
            }

            yield return text;
        }
    }

    private static AttributedText ReadText(JsonElement json)
    {
        var text = json.GetProperty("text").GetString() ?? "";
        var points = new CodePoints(text);
        var marks = json.TryGetProperty("attributions", out var gold) ? gold.EnumerateArray().ToList() : [];
        return new AttributedText(
            json.GetProperty("doc_id").GetString() ?? "", text,
            [.. marks.Select(mark => new MarkedAttribution(Spans(mark, "source", points), Spans(mark, "cue", points), Spans(mark, "content", points)))]);
    }

    private static List<Span> Spans(JsonElement mark, string name, CodePoints points) => mark.TryGetProperty(name, out var spans)
        ? [.. spans.EnumerateArray().Select(span => new Span(points.ToUnit(span[0].GetInt32()), points.ToUnit(span[1].GetInt32())))]
        : [];
}
