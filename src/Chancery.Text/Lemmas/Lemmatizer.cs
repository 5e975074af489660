using System.Collections.Immutable;
using Chancery.Text.Lexicons;
using Chancery.Text.Sentences;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Text.Lemmas;

/// <summary>
/// Gives every token its dictionary form, by its tag: irregular forms, short spellings and usual mistakes from a table, all others from a model. Names keep their
/// capitals, numbers lose their commas, drawn-out words are shortened, other misspelt words stay as they are unless the model has seen the mistake. Linear in the text, nothing allocated for a token.
/// </summary>
public sealed class Lemmatizer : Annotator<Lemma>
{
    private static readonly PennTag Past = PennTag.Of("VBD");
    private static readonly PennTag Participle = PennTag.Of("VBN");

    private readonly LemmaExceptions _exceptions;
    private readonly LemmaModel _model;

    /// <summary>A lemmatizer over this table and model.</summary>
    /// <param name="exceptions">Irregular forms; the column <c>readings</c> says <c>VBD,VBN:leave</c>, <c>VBZ&gt;been:have</c> before one word, or <c>_:because</c> for any tag; several parted by spaces.</param>
    /// <param name="model">What <see cref="LemmaTrainer"/> made.</param>
    /// <exception cref="FormatException">A reading of the table cannot be read.</exception>
    public Lemmatizer(Lexicon exceptions, LemmaModel model) : base("lemmas", 2, typeof(Token), typeof(Sentence), typeof(Tag))
    {
        ArgumentNullException.ThrowIfNull(exceptions);
        ArgumentNullException.ThrowIfNull(model);
        _exceptions = new LemmaExceptions(exceptions);
        _model = model;
        DataFingerprint = exceptions.Hash + model.Hash;
    }

    /// <inheritdoc/>
    public override string DataFingerprint { get; }

    /// <inheritdoc/>
    protected override IEnumerable<Lemma> Annotate(Document document)
    {
        var (tokens, tags) = (document.Tokens, document.Tags);
        if (tokens.Length != tags.Length) throw new InvalidOperationException("There is not one tag for each token.");
        var lemmas = ImmutableArray.CreateBuilder<Lemma>(tokens.Length);
        foreach (var sentence in document.Sentences)
            for (var i = sentence.First; i < sentence.End; i++)
                lemmas.Add(Lemmatize(document, i, sentence));
        return lemmas.MoveToImmutable();
    }

    private Lemma Lemmatize(Document document, int index, Sentence sentence)
    {
        var (token, tag) = (document.Tokens[index], document.Tags[index]);
        var characters = document.TextOf(token);
        var form = new TaggedForm(characters, token.Key, tag.Upos, tag.Penn, LemmaKeys.ShapeOf(characters, token.Shape, index == sentence.First));
        var next = _exceptions.DependsOnNext(token.Key) ? NextKey(document, index + 1, sentence.End) : 0;
        var rule = _exceptions.TryFind(form, next, out var irregular) || TryMistagged(form, out irregular) ? irregular : _model.RuleOf(form);
        return new Lemma(token.Span, rule.KeyOf(form.Form), rule);
    }

    /// <summary>The key of the next word that is no adverb, 0 for none: "'s already been".</summary>
    private static ulong NextKey(Document document, int index, int end)
    {
        while (index < end && document.Tags[index].Penn.Is("RB")) index++;
        return index < end ? document.Tokens[index].Key : 0;
    }

    /// <summary>The reading of a past form whose tag is that of the other past form, or of a base form that no verb has ("knelt").</summary>
    private bool TryMistagged(in TaggedForm form, out LemmaRule rule)
    {
        var isBase = form.Has("VB") || form.Has("VBP");
        if (isBase ? _model.Knows(form) : !form.Has("VBD") && !form.Has("VBN"))
        {
            rule = default;
            return false;
        }

        return _exceptions.TryFind(form, Participle, out rule) || _exceptions.TryFind(form, Past, out rule);
    }
}
