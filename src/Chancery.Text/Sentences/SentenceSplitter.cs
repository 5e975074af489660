using System.Buffers;
using System.Collections.Immutable;
using Chancery.Text.Learning;
using Chancery.Text.Lexicons;
using Chancery.Text.Tokens;

namespace Chancery.Text.Sentences;

/// <summary>
/// Cuts a text into sentences. A paragraph always ends a sentence, so that a heading without a full stop is one. Elsewhere a
/// linear model weighs the words around each place, what is written large, and what the rules of end marks and
/// abbreviations say; without a model the rules decide alone. Linear in the text, nothing allocated for a token.
/// </summary>
public sealed class SentenceSplitter : Annotator<Sentence>
{
    private readonly SentenceRules _rules;
    // About the mean score of the breaks that the model finds in the development files.
    private const int Unmarked = 10_000;

    private readonly LinearModel? _model;

    /// <summary>A splitter over these tables.</summary>
    /// <param name="abbreviations">
    /// Words written with a full stop; the column <c>ends</c> says <c>never</c> where a name must follow ("Dr.").
    /// </param>
    /// <param name="starters">Words that open sentences and are not names ("The", "He", "Meanwhile").</param>
    /// <param name="model">What <see cref="SentenceTrainer"/> made, or <see langword="null"/> for the rules alone.</param>
    /// <exception cref="ArgumentException">The model was made for other features.</exception>
    public SentenceSplitter(Lexicon abbreviations, Lexicon starters, LinearModel? model = null)
        : base("sentences", 2, typeof(Token))
    {
        ArgumentNullException.ThrowIfNull(abbreviations);
        ArgumentNullException.ThrowIfNull(starters);
        if (model is not null && model.Templates != SentenceFeatures.Templates)
            throw new ArgumentException("The model was made for other features; train it again.", nameof(model));
        _rules = new SentenceRules(abbreviations, starters);
        _model = model;
        DataFingerprint = abbreviations.Hash + starters.Hash + model?.Hash;
    }

    /// <inheritdoc/>
    public override string DataFingerprint { get; }

    /// <inheritdoc/>
    protected override IEnumerable<Sentence> Annotate(Document document)
    {
        var tokens = document.Tokens;
        var shapes = ArrayPool<ulong>.Shared.Rent(tokens.Length + SentenceFeatures.Padding);
        var sentences = Cut(document, tokens, shapes);
        ArrayPool<ulong>.Shared.Return(shapes);
        return sentences;
    }

    /// <summary>How clear a break must be: between two words in running text, where no mark helps, clearer than elsewhere, and none comes before a small letter.</summary>
    private static int Least(Token last, Token next) =>
        next.Is(TokenShape.LineBefore) || last.Kind != TokenKind.Word || next.Kind != TokenKind.Word ? 0 : next.Is(TokenShape.Capital) ? Unmarked : int.MaxValue;

    private ImmutableArray<Sentence> Cut(Document document, ImmutableArray<Token> tokens, ulong[] shapes)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>(tokens.Length / 18 + 1);
        var features = new SentenceFeatures(document, tokens, _model is null ? [] : shapes);
        Span<ulong> keys = stackalloc ulong[SentenceFeatures.Count];
        // The mark is the sentence's last token that is no closing quotation mark or bracket, carried along so that a
        // long run of closers is looked at once.
        var (first, mark) = (0, 0);
        for (var i = 1; i <= tokens.Length; i++)
        {
            if (!SentenceRules.IsCloser(document, tokens, i - 1)) mark = i - 1;
            if (i < tokens.Length && !SentenceRules.MustBegin(document, tokens[i]))
            {
                var begins = _rules.Suggests(document, tokens, mark, i);
                // After an end mark an opening quotation mark leaves no doubt.
                if (_model is not null && !(begins && document.TextOf(tokens[i])[0] == '\u201C'))
                {
                    features.Fill(keys, i, first, mark, begins);
                    begins = _model.Score(keys) > (begins ? 0 : Least(tokens[mark], tokens[i])) && !SentenceRules.EndsDateline(document, tokens, first, i);
                }

                if (!begins) continue;
            }

            sentences.Add(new Sentence(tokens[first].Span.Cover(tokens[i - 1].Span), first, i));
            (first, mark) = (i, i);
        }

        return sentences.ToImmutable();
    }
}
