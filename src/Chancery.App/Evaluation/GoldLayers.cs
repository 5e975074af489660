using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Learning;
using Chancery.Text.Lemmas;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.App.Evaluation;

/// <summary>
/// Lays a treebank's own words, sentences, tags, lemmas and dependencies on its text, as if the pipeline had found them: for training and
/// measuring what comes after the parser.
/// </summary>
internal static class GoldLayers
{
    /// <summary>The document with the layers of tokens, sentences, tags, lemmas and dependencies; a word is a token.</summary>
    public static Document Lay(TreebankDocument treebank) => Lay(treebank, withSyntax: true);

    /// <summary>The document with the treebank's tokens and sentences alone.</summary>
    public static Document LayTokens(TreebankDocument treebank) => Lay(treebank, withSyntax: false);

    private static Document Lay(TreebankDocument treebank, bool withSyntax)
    {
        ArgumentNullException.ThrowIfNull(treebank);
        var text = treebank.Raw().Text;
        var spans = WordSpans(treebank, text);
        var document = new Document(new SourceText(text)).With(Tokens(text, spans, treebank)).With(Sentences(treebank, spans));
        if (!withSyntax) return document;
        var words = treebank.Sentences.SelectMany(sentence => sentence.Words).ToList();
        return document
            .With(words.Select((word, i) => new Tag(spans[i], Enum.TryParse<Upos>(word.Upos, out var upos) ? upos : Upos.X, PennTag.Of(word.Xpos), Features.Parse(word.Features))).ToImmutableArray())
            .With(words.Select((word, i) => new Lemma(spans[i], TokenKey.Of(word.Lemma), new LemmaRule(byte.MaxValue, word.Lemma, false))).ToImmutableArray())
            .With(Dependencies(treebank, spans));
    }

    /// <summary>Where each word stands: its token's place, which several words share out by the lengths of their forms.</summary>
    private static ImmutableArray<Span> WordSpans(TreebankDocument treebank, string text)
    {
        var spans = ImmutableArray.CreateBuilder<Span>();
        var at = 0;
        foreach (var sentence in treebank.Sentences)
            foreach (var token in sentence.Tokens)
            {
                while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
                var end = Math.Min(text.Length, at + token.Form.Length);
                for (var i = 0; i < token.Count; i++)
                {
                    var last = i == token.Count - 1 ? end : Math.Min(end, at + sentence.Words[token.First + i].Form.Length);
                    spans.Add(new Span(at, last));
                    at = last;
                }
            }

        return spans.ToImmutable();
    }

    private static ImmutableArray<Token> Tokens(string text, ImmutableArray<Span> spans, TreebankDocument treebank)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>(spans.Length);
        var index = 0;
        foreach (var sentence in treebank.Sentences)
            for (var word = 0; word < sentence.Words.Length; word++, index++)
            {
                var form = text.AsSpan(spans[index].Start, spans[index].Length);
                tokens.Add(new Token(spans[index], KindOf(form), TokenKey.Of(form), ShapeOf(text, spans[index], word == 0 && sentence.BeginsParagraph)));
            }

        return tokens.ToImmutable();
    }

    private static TokenKind KindOf(ReadOnlySpan<char> form)
    {
        if (form.Length > 0 && char.IsDigit(form[0])) return TokenKind.Number;
        foreach (var character in form)
            if (char.IsLetter(character))
                return TokenKind.Word;
        return form.Length == 1 && form[0] is '"' or '\u201C' or '\u201D' or '\u2018' or '\u2019' ? TokenKind.Quote : TokenKind.Punctuation;
    }

    private static TokenShape ShapeOf(string text, Span span, bool isParagraph)
    {
        var form = text.AsSpan(span.Start, span.Length);
        var (letters, capitals, digits) = (0, 0, 0);
        foreach (var character in form)
        {
            if (char.IsLetter(character)) letters++;
            if (char.IsUpper(character)) capitals++;
            if (char.IsDigit(character)) digits++;
        }

        var shape = form.Length > 0 && char.IsUpper(form[0]) ? TokenShape.Capital : TokenShape.None;
        if (letters > 1 && letters == capitals) shape |= TokenShape.AllCapitals;
        if (digits > 0) shape |= TokenShape.Digit;
        if (span.Start == 0 || char.IsWhiteSpace(text[span.Start - 1])) shape |= TokenShape.SpaceBefore;
        return isParagraph ? shape | TokenShape.LineBefore | TokenShape.ParagraphBefore : shape;
    }

    private static ImmutableArray<Sentence> Sentences(TreebankDocument treebank, ImmutableArray<Span> spans)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>(treebank.Sentences.Length);
        var first = 0;
        foreach (var sentence in treebank.Sentences)
        {
            var end = first + sentence.Words.Length;
            sentences.Add(new Sentence(new Span(spans[first].Start, spans[end - 1].End), first, end));
            first = end;
        }

        return sentences.ToImmutable();
    }

    private static ImmutableArray<Dependency> Dependencies(TreebankDocument treebank, ImmutableArray<Span> spans)
    {
        var dependencies = ImmutableArray.CreateBuilder<Dependency>(spans.Length);
        var first = 0;
        foreach (var sentence in treebank.Sentences)
        {
            foreach (var word in sentence.Words)
                dependencies.Add(new Dependency(spans[dependencies.Count], word.Head > 0 ? first + word.Head - 1 : -1, RelationLabels.Parse(word.Relation)));
            first += sentence.Words.Length;
        }

        return dependencies.ToImmutable();
    }
}
