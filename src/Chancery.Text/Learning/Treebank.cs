using System.Collections.Immutable;

namespace Chancery.Text.Learning;

/// <summary>A syntactic word of a treebank with its columns, each as written there; a column that says nothing is <c>_</c>.</summary>
/// <param name="Form">The word; of a contraction its part ("do", "n't").</param>
/// <param name="Lemma">The dictionary form.</param>
/// <param name="Upos">The universal part of speech.</param>
/// <param name="Xpos">The treebank's own tag; for English that of the Penn Treebank.</param>
/// <param name="Features">Morphological features, <c>Name=Value</c> joined by <c>|</c>.</param>
/// <param name="Head">The word it depends on, counted from 1; 0 for the root, -1 where nothing is said.</param>
/// <param name="Relation">The relation to that word, subtype included.</param>
/// <param name="Misc">What else is said of it, <c>Name=Value</c> joined by <c>|</c>.</param>
public sealed record TreebankWord(string Form, string Lemma, string Upos, string Xpos, string Features, int Head, string Relation, string Misc = "_");

/// <summary>A token as it stands in the text: one word, or several written as one ("don't").</summary>
/// <param name="Form">As it stands in the text; may hold spaces.</param>
/// <param name="First">Index of its first word, from 0.</param>
/// <param name="Count">How many words it is, 1 or more.</param>
/// <param name="IsSpaceAfter">True if white space follows it.</param>
public sealed record TreebankToken(string Form, int First, int Count, bool IsSpaceAfter);

/// <summary>A sentence of a treebank. Empty nodes of enhanced graphs are not part of it.</summary>
/// <param name="Text">The comment <c># text</c>; empty if there is none.</param>
/// <param name="BeginsParagraph">True after <c># newpar</c> or <c># newdoc</c>, and for a file's first sentence.</param>
/// <param name="Tokens">The tokens in order.</param>
/// <param name="Words">The words in order.</param>
public sealed record TreebankSentence(
    string Text, bool BeginsParagraph, ImmutableArray<TreebankToken> Tokens, ImmutableArray<TreebankWord> Words);

/// <summary>A document of a treebank: what stands between two <c># newdoc</c>, or the whole file where there are none.</summary>
/// <param name="Id">The id after <c># newdoc id =</c>; empty if there is none.</param>
/// <param name="Sentences">Its sentences, 1 or more.</param>
public sealed record TreebankDocument(string Id, ImmutableArray<TreebankSentence> Sentences)
{
    /// <summary>
    /// The text from which the sentences came, as far as the treebank tells: a space where one follows a token, a blank line
    /// before a paragraph. Line breaks within paragraphs are not on file.
    /// </summary>
    public RawTreebankText Raw(TreebankVariant variant = TreebankVariant.AsWritten) => new RawTextBuilder(variant).Build(Sentences);
}

/// <summary>A raw text with the places at which the treebank begins sentences.</summary>
/// <param name="Text">The text.</param>
/// <param name="SentenceStarts">Code units at which sentences begin, rising.</param>
public sealed record RawTreebankText(string Text, ImmutableArray<int> SentenceStarts);

/// <summary>How a raw text is changed, so that what is learnt from it holds for texts written otherwise.</summary>
public enum TreebankVariant
{
    /// <summary>Not at all.</summary>
    AsWritten,

    /// <summary>Straight quotation marks and apostrophes for curly ones, and the other way round.</summary>
    QuotesSwapped,

    /// <summary>Sentences lose their last full stop where a paragraph ends, and one in ten elsewhere.</summary>
    StopsDropped,

    /// <summary>No paragraph breaks: headings run into what follows.</summary>
    ParagraphsJoined,
}
