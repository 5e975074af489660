using System.Collections.Immutable;
using Chancery.Text.Lemmas;
using Chancery.Text.Lexicons;
using Chancery.Text.Names;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Text.Learning;

/// <summary>
/// Lays a treebank's own columns on its text, so that one step can be learnt or measured with all steps before it right. Every word of the
/// treebank is a token, in its order: the two share their index within a document.
/// </summary>
public static class TreebankLayers
{
    private const string EntityMark = "Entity=";

    extension(TreebankDocument treebank)
    {
        /// <summary>The raw text with the treebank's tokens and sentences laid on it, and no other layer.</summary>
        public Document Cut()
        {
            ArgumentNullException.ThrowIfNull(treebank);
            var text = new SourceText(treebank.Raw().Text);
            var cut = new Cutter(text.Value);
            foreach (var sentence in treebank.Sentences) cut.Add(sentence);
            return new Document(text).With(cut.Tokens.ToImmutable()).With(cut.Sentences.ToImmutable());
        }

        /// <summary>The treebank's tags, one for each token of <see cref="Cut"/>. What our lists do not have is <see cref="Upos.X"/> or says nothing.</summary>
        public ImmutableArray<Tag> TagsOf(Document cut) => Zip(treebank, cut, (token, word) =>
            new Tag(token.Span, Enum.TryParse<Upos>(word.Upos, out var upos) ? upos : Upos.X, PennTag.Of(word.Xpos), Features.Parse(word.Features)));

        /// <summary>The treebank's lemmas, one for each token of <see cref="Cut"/>.</summary>
        public ImmutableArray<Lemma> LemmasOf(Document cut) => Zip(treebank, cut, (token, word) =>
            new Lemma(token.Span, TokenKey.Of(word.Lemma), LemmaRule.Between(cut.TextOf(token), word.Lemma)));

        /// <summary>The treebank's trees, one dependency for each token of <see cref="Cut"/>. A word without a head is a root.</summary>
        public ImmutableArray<Dependency> DependenciesOf(Document cut)
        {
            ArgumentNullException.ThrowIfNull(cut);
            var layer = ImmutableArray.CreateBuilder<Dependency>(cut.Tokens.Length);
            foreach (var sentence in treebank.Sentences)
            {
                var first = layer.Count;
                foreach (var word in sentence.Words)
                    layer.Add(new Dependency(cut.Tokens[layer.Count].Span, word.Head > 0 ? first + word.Head - 1 : -1, RelationLabels.Parse(word.Relation)));
            }

            return layer.MoveToImmutable();
        }

        /// <summary>The names marked in the last column as <c>Entity=B-Person</c>, <c>Entity=I-Person</c>; types are those of <see cref="NameType"/>.</summary>
        public ImmutableArray<NameSpan> NamesOf(Document cut)
        {
            ArgumentNullException.ThrowIfNull(cut);
            var names = ImmutableArray.CreateBuilder<NameSpan>();
            var marks = treebank.Sentences.SelectMany(sentence => sentence.Words).Select(Entity).ToArray();
            for (var i = 0; i < marks.Length; i++)
            {
                if (!marks[i].StartsWith("B-", StringComparison.Ordinal) || !Enum.TryParse<NameType>(marks[i][2..], out var type)) continue;
                var end = i + 1;
                while (end < marks.Length && marks[end] == $"I-{type}") end++;
                names.Add(new NameSpan(cut.Tokens[i].Span.Cover(cut.Tokens[end - 1].Span), i, end, type));
            }

            return names.ToImmutable();
        }
    }

    private static string Entity(TreebankWord word) =>
        word.Misc.Split('|').FirstOrDefault(part => part.StartsWith(EntityMark, StringComparison.Ordinal)) is { } part ? part[EntityMark.Length..] : "";

    private static ImmutableArray<T> Zip<T>(TreebankDocument treebank, Document cut, Func<Token, TreebankWord, T> make)
    {
        ArgumentNullException.ThrowIfNull(cut);
        return [.. cut.Tokens.Zip(treebank.Sentences.SelectMany(sentence => sentence.Words), make)];
    }

    /// <summary>Finds the treebank's words in its text, left to right.</summary>
    private sealed class Cutter(string text)
    {
        private int _position;

        public ImmutableArray<Token>.Builder Tokens { get; } = ImmutableArray.CreateBuilder<Token>();

        public ImmutableArray<Sentence>.Builder Sentences { get; } = ImmutableArray.CreateBuilder<Sentence>();

        public void Add(TreebankSentence sentence)
        {
            var first = Tokens.Count;
            foreach (var token in sentence.Tokens)
            {
                var before = Gap();
                var end = _position + token.Form.Length;
                for (var i = 0; i < token.Count; i++)
                {
                    var stop = i + 1 == token.Count ? end : Math.Min(_position + sentence.Words[token.First + i].Form.Length, end - (token.Count - i - 1));
                    Add(new Span(_position, Math.Max(_position, stop)), i == 0 ? before : TokenShape.Joined);
                }
            }

            Sentences.Add(new Sentence(Tokens[first].Span.Cover(Tokens[^1].Span), first, Tokens.Count));
        }

        private void Add(Span span, TokenShape before)
        {
            var form = text.AsSpan(span.Start, span.Length);
            TokenEnd.Find(text, span.Start, Lexicon.Empty, out var kind);
            Tokens.Add(new Token(span, kind, TokenKey.Of(form), before | TokenScanner.ShapeOf(form)));
            _position = span.End;
        }

        private TokenShape Gap()
        {
            var (start, lines) = (_position, 0);
            for (; _position < text.Length && TokenScanner.IsSpace(text[_position]); _position++)
                if (text[_position] == '\n') lines++;
            return start == 0 ? TokenScanner.Before(2) : start == _position ? TokenShape.None : TokenScanner.Before(lines);
        }
    }
}
