using System.Collections.Immutable;
using Chancery.Text.Lexicons;
using Chancery.Text.Sentences;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Text.Lemmas;

/// <summary>
/// Gives every token its dictionary form, by its tag: irregular forms from a table, all others from a model. Names keep their capitals, numbers
/// lose their commas, misspelt words stay as they are unless the model has seen the mistake. Linear in the text, nothing allocated for a token.
/// </summary>
public sealed class Lemmatizer : Annotator<Lemma>
{
    private readonly LemmaExceptions _exceptions;
    private readonly LemmaModel _model;

    /// <summary>A lemmatizer over this table and model.</summary>
    /// <param name="exceptions">Irregular forms; the column <c>readings</c> says <c>VBD,VBN:leave</c>, several parted by spaces.</param>
    /// <param name="model">What <see cref="LemmaTrainer"/> made.</param>
    /// <exception cref="FormatException">A reading of the table cannot be read.</exception>
    public Lemmatizer(Lexicon exceptions, LemmaModel model) : base("lemmas", 1, typeof(Token), typeof(Sentence), typeof(Tag))
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
                lemmas.Add(Lemmatize(document, tokens[i], tags[i], i == sentence.First));
        return lemmas.MoveToImmutable();
    }

    private Lemma Lemmatize(Document document, Token token, Tag tag, bool isFirst)
    {
        var form = new TaggedForm(document.TextOf(token), token.Key, tag.Upos, tag.Penn, LemmaKeys.ShapeOf(token.Shape, isFirst));
        var rule = _exceptions.TryFind(form, out var irregular) ? irregular : _model.RuleOf(form);
        return new Lemma(token.Span, rule.KeyOf(form.Form), rule);
    }
}
