using System.Collections.Immutable;
using System.Text;

namespace Chancery.Text.Learning;

/// <summary>Builds the raw text of a treebank's document, as written or changed.</summary>
internal sealed class RawTextBuilder(TreebankVariant variant)
{
    private const int DroppedOneIn = 10;

    private readonly StringBuilder _text = new();
    private bool _isQuoteOpen;

    /// <summary>The text of these sentences.</summary>
    public RawTreebankText Build(ImmutableArray<TreebankSentence> sentences)
    {
        var starts = ImmutableArray.CreateBuilder<int>(sentences.Length);
        for (var i = 0; i < sentences.Length; i++)
        {
            if (sentences[i].BeginsParagraph && i > 0) Break();
            starts.Add(_text.Length);
            var isLast = i + 1 == sentences.Length || sentences[i + 1].BeginsParagraph;
            Append(sentences[i], variant == TreebankVariant.StopsDropped && (isLast || i % DroppedOneIn == 0));
        }

        return new RawTreebankText(_text.ToString().TrimEnd(' '), starts.ToImmutable());
    }

    private void Append(TreebankSentence sentence, bool dropsStop)
    {
        foreach (var token in sentence.Tokens)
        {
            if (dropsStop && token == sentence.Tokens[^1] && token.Form == "." && sentence.Tokens.Length > 1) _text.Append(' ');
            else _text.Append(variant == TreebankVariant.QuotesSwapped ? Swapped(token.Form) : token.Form).Append(token.IsSpaceAfter ? " " : "");
        }
    }

    private void Break()
    {
        _isQuoteOpen = false;
        while (_text.Length > 0 && _text[^1] == ' ') _text.Length--;
        _text.Append(variant == TreebankVariant.ParagraphsJoined ? " " : "\n\n");
    }

    private string Swapped(string form)
    {
        if (form == "\"") return (_isQuoteOpen = !_isQuoteOpen) ? "\u201C" : "\u201D";
        return string.Concat(form.Select(character => character switch
        {
            '\u201C' or '\u201D' => '"',
            '\u2018' or '\u2019' => '\'',
            '\'' => '\u2019',
            _ => character,
        }));
    }
}
