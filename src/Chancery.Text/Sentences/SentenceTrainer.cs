using System.Runtime.InteropServices;
using Chancery.Text.Learning;
using Chancery.Text.Lexicons;
using Chancery.Text.Tokens;

namespace Chancery.Text.Sentences;

/// <summary>How a model of sentence breaks is learnt.</summary>
/// <param name="Rounds">How many models are learnt and added up, so that chance counts less.</param>
/// <param name="Epochs">How many times the examples are looked at in a round.</param>
/// <param name="Seed">Of their order.</param>
/// <param name="Bits">Base-2 logarithm of the table's length, 8 to 22.</param>
/// <param name="MarginYes">How clearly a break must be seen to be let alone; more than the other gives more breaks.</param>
/// <param name="MarginNo">How clearly a place without a break must be seen to be let alone.</param>
public sealed record SentenceTraining(int Rounds, int Epochs, ulong Seed, int Bits, int MarginYes, int MarginNo);

/// <summary>
/// Learns where sentences break from treebanks, with the tokenizer that will be used. Knows no paths. The same treebanks,
/// tables and settings give the same model, byte for byte.
/// </summary>
/// <param name="abbreviations">As for <see cref="SentenceSplitter"/>.</param>
/// <param name="starters">As for <see cref="SentenceSplitter"/>.</param>
public sealed class SentenceTrainer(Lexicon abbreviations, Lexicon starters)
{
    private readonly SentenceRules _rules = new(abbreviations, starters);
    private readonly Pipeline _language = new(new Tokenizer(abbreviations));
    private readonly SentenceSplitter _byRules = new(abbreviations, starters);
    private readonly List<ulong> _rows = [];
    private readonly List<bool> _answers = [];

    /// <summary>How many places were added.</summary>
    public int Count => _answers.Count;

    /// <summary>Adds every place between two tokens of a text, save those where a paragraph begins.</summary>
    public void Add(RawTreebankText raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var document = _language.Run(new Document(new SourceText(raw.Text)));
        var tokens = document.Tokens;
        var starts = raw.SentenceStarts.ToHashSet();
        var features = new SentenceFeatures(document, tokens, new ulong[tokens.Length + SentenceFeatures.Padding]);
        Span<ulong> keys = stackalloc ulong[SentenceFeatures.Count];
        var (first, mark) = (0, 0);
        for (var i = 1; i < tokens.Length; i++)
        {
            if (!SentenceRules.IsCloser(document, tokens, i - 1)) mark = i - 1;
            var begins = starts.Contains(tokens[i].Span.Start);
            if (!SentenceRules.MustBegin(document, tokens[i]))
            {
                features.Fill(keys, i, first, mark, _rules.Suggests(document, tokens, mark, i));
                _rows.AddRange(keys);
                _answers.Add(begins);
            }

            if (begins) (first, mark) = (i, i);
        }
    }

    /// <summary>
    /// Adds every place of a text that nobody cut, as the rules cut it. Meant for edited news, where they are right nearly always, so that a model does
    /// not carry the habits of letters and web pages into it.
    /// </summary>
    public void AddByRules(string text)
    {
        var document = _language.Run(new Document(new SourceText(text)));
        Add(new RawTreebankText(text, [.. _byRules.Apply(document).Sentences.Select(sentence => sentence.Span.Start)]));
    }

    /// <summary>The model.</summary>
    public LinearModel Learn(SentenceTraining training)
    {
        ArgumentNullException.ThrowIfNull(training);
        return new AveragedPerceptron(SentenceFeatures.Templates, training.Bits, (training.MarginYes, training.MarginNo)).Learn(
            CollectionsMarshal.AsSpan(_rows), SentenceFeatures.Count, CollectionsMarshal.AsSpan(_answers), (training.Rounds, training.Epochs, training.Seed));
    }
}
