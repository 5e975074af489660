using Chancery.Text;
using Chancery.Text.Learning;
using Chancery.Text.Lemmas;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
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

    /// <summary>Chancery's cut, with the columns of the layers that were laid.</summary>
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
            for (; i < end; i++) words.Add(Word(document, i, span, isJoined));
        }

        return new ScoredText(places[^1], tokens, [.. document.Sentences.Select(sentence => Place(places, sentence.Span))], words);
    }

    private static ScoredWord Word(Document document, int index, Span span, bool isJoined)
    {
        var form = document.Text[document.Tokens[index].Span];
        if (document.Tags.IsEmpty && document.Lemmas.IsEmpty && document.Dependencies.IsEmpty) return new ScoredWord(span, isJoined, form, null, -1);
        var tag = document.Tags.IsEmpty ? (Tag?)null : document.Tags[index];
        var dependency = document.Dependencies.IsEmpty ? (Dependency?)null : document.Dependencies[index];
        var head = dependency?.Head ?? -1;
        // Heads are of the document, as those of the treebank's words are here; in the column only root or not matters.
        return new ScoredWord(span, isJoined, form, new TreebankWord(
            form, document.Lemmas.IsEmpty ? "_" : document.TextOf(document.Lemmas[index]), tag?.Upos.ToString() ?? "_", tag?.Penn.ToString() ?? "_", tag?.Features.ToString() ?? "_",
            dependency is null ? -1 : head + 1, dependency?.Relation.Label ?? "_"), head);
    }

    private static Span Place(int[] places, Span span) => new(places[span.Start], places[span.End]);

    private static int[] Places(string text)
    {
        var places = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++) places[i + 1] = places[i] + (char.IsWhiteSpace(text[i]) ? 0 : 1);
        return places;
    }
}
