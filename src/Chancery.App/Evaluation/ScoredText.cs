using Chancery.Text;
using Chancery.Text.Learning;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.App.Evaluation;

/// <summary>A word as the scorer sees it. Columns that an analysis does not give are <see langword="null"/>.</summary>
/// <param name="Span">The token it stands in, counted in characters that are not white space.</param>
/// <param name="IsJoined">True if its token holds several words.</param>
/// <param name="Form">The word.</param>
/// <param name="Columns">The other columns as the treebank has them, or <see langword="null"/>.</param>
/// <param name="Head">Index of its head among the text's words; -1 for a root or where nothing is said.</param>
internal sealed record ScoredWord(Span Span, bool IsJoined, string Form, TreebankWord? Columns, int Head);

/// <summary>
/// A text as cut and annotated by somebody, with every place counted in characters that are not white space, so that two
/// cuts of one text can be laid upon each other.
/// </summary>
/// <param name="Length">Characters of the text without white space.</param>
/// <param name="Tokens">Tokens as written.</param>
/// <param name="Sentences">Sentences.</param>
/// <param name="Words">Syntactic words.</param>
internal sealed record ScoredText(int Length, IReadOnlyList<Span> Tokens, IReadOnlyList<Span> Sentences, IReadOnlyList<ScoredWord> Words)
{
    /// <summary>The treebank's own cut.</summary>
    public static ScoredText Of(TreebankDocument document)
    {
        var (tokens, sentences, words) = (new List<Span>(), new List<Span>(), new List<ScoredWord>());
        var at = 0;
        foreach (var sentence in document.Sentences)
        {
            var (start, first) = (at, words.Count);
            foreach (var token in sentence.Tokens)
            {
                var span = new Span(at, at += token.Form.Count(character => !char.IsWhiteSpace(character)));
                tokens.Add(span);
                foreach (var word in sentence.Words.AsSpan(token.First, token.Count))
                    words.Add(new ScoredWord(span, token.Count > 1, word.Form, word, word.Head > 0 ? first + word.Head - 1 : -1));
            }

            sentences.Add(new Span(start, at));
        }

        return new ScoredText(at, tokens, sentences, words);
    }

    /// <summary>Chancery's cut: tokens and sentences; no other column is given yet.</summary>
    public static ScoredText Of(Document document)
    {
        var places = Places(document.Text.Value);
        var (tokens, words) = (new List<Span>(), new List<ScoredWord>());
        for (var i = 0; i < document.Tokens.Length;)
        {
            var end = i + 1;
            while (end < document.Tokens.Length && document.Tokens[end].Is(TokenShape.Joined)) end++;
            var span = Place(places, document.Tokens[i].Span.Cover(document.Tokens[end - 1].Span));
            tokens.Add(span);
            var isJoined = end > i + 1;
            for (; i < end; i++) words.Add(new ScoredWord(span, isJoined, document.Text[document.Tokens[i].Span], null, -1));
        }

        return new ScoredText(places[^1], tokens, [.. document.Sentences.Select(sentence => Place(places, sentence.Span))], words);
    }

    private static Span Place(int[] places, Span span) => new(places[span.Start], places[span.End]);

    private static int[] Places(string text)
    {
        var places = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++) places[i + 1] = places[i] + (char.IsWhiteSpace(text[i]) ? 0 : 1);
        return places;
    }
}
