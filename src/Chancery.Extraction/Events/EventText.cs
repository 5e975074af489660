using Chancery.Extraction.Mentions;
using Chancery.Extraction.Parties;
using Chancery.Extraction.Places;
using Chancery.Record;
using Chancery.Text;
using Chancery.Text.Lemmas;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Events;

/// <summary>A document with what the finders of events ask of it, gathered once.</summary>
internal sealed class EventText
{
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    public EventText(Document document, EventLexicons lexicons, PartyTables parties)
    {
        (Document, Lexicons, Tree) = (document, lexicons, new SyntaxTree(document));
        Parties = parties.Of(document, Tree);
        foreach (var mention in document.Layer<PlaceMention>())
            if (mention.Use == PlaceUse.Place) _places.TryAdd(mention.Name, mention.Place ?? new Place(mention.Name));
        foreach (var mention in document.Mentions)
            if (mention is { Type: "place", Form: MentionForm.Name }) _places.TryAdd(mention.Name, new Place(mention.Name, mention.Country));
    }

    public Document Document { get; }

    public EventLexicons Lexicons { get; }

    public SyntaxTree Tree { get; }

    public PartyFinder Parties { get; }

    /// <summary>The place that this name has elsewhere in the report, where it stands for one plainly.</summary>
    public Place? PlaceNamed(string name) => _places.GetValueOrDefault(name);

    public Upos UposOf(int token) => Document.Tags[token].Upos;

    public bool IsTagged(int token, string penn) => Document.Tags[token].Penn.Is(penn);

    public ulong LemmaOf(int token) => Document.Lemmas[token].Key;

    /// <summary>True if the token is this word, whatever its case.</summary>
    public bool Is(int token, ReadOnlySpan<char> word) =>
        token >= 0 && token < Document.Tokens.Length && Document.Text.Slice(Document.Tokens[token].Span).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>True if the token or its lemma is this word.</summary>
    public bool IsWord(int token, string word) => Is(token, word) || LemmaOf(token) == TokenKey.Of(word);

    /// <summary>True if a nominal, or the first of its conjuncts, stands with this preposition.</summary>
    public bool HasCase(int nominal, string preposition)
    {
        foreach (var child in Tree.Children(nominal))
            if (Tree.KindOf(child) == DependentKind.Case && Is(child, preposition) && !Is(child - 1, "up"))
                return true;
        return false;
    }

    /// <summary>The mention that holds a token.</summary>
    public Mention? MentionAt(int token) => LayerSearch.Holding(Document.Mentions, Document.Tokens[token].Span.Start);

    /// <summary>A nominal for a relative pronoun is the noun that it stands for.</summary>
    public int Resolved(int nominal) => nominal >= 0 && Tree.AntecedentOf(nominal) is >= 0 and var antecedent ? antecedent : nominal;

    /// <summary>True if a verb is passive; a participle with a subject before it and no auxiliary is a past tense that the tagger took for one.</summary>
    public bool IsPassive(int verb)
    {
        if (!Tree.IsPassive(verb)) return false;
        foreach (var _ in Tree.AuxiliariesOf(verb)) return true;
        return Tree.SubjectOf(verb) is not (>= 0 and var subject) || subject > verb;
    }

    /// <summary>
    /// True if a past tense hangs before a noun as if it were an adjective: the parser took "they shelled positions" for a nominal. A finite form cannot stand there; a participle is
    /// one only where its sentence has no other verb.
    /// </summary>
    public bool IsMisplaced(int verb)
    {
        if (verb == 0 || Tree.KindOf(verb) != DependentKind.NominalPart || Tree.HeadOf(verb) <= verb || UposOf(verb - 1) is not (Upos.NOUN or Upos.PROPN or Upos.PRON)) return false;
        return IsTagged(verb, "VBD") || (IsTagged(verb, "VBN") && IsOnlyVerb(verb));
    }

    private bool IsOnlyVerb(int verb)
    {
        var sentence = Document.Sentences[SentenceOf(verb)];
        for (var token = sentence.First; token < sentence.End; token++)
            if (token != verb && UposOf(token) is Upos.VERB or Upos.AUX)
                return false;
        return true;
    }

    /// <summary>True if a participle is a noun here: a preposition stands with it.</summary>
    public bool IsGerund(int verb)
    {
        if (!IsTagged(verb, "VBG")) return false;
        foreach (var child in Tree.Children(verb))
            if (Tree.KindOf(child) == DependentKind.Case)
                return true;
        return false;
    }

    /// <summary>True if a predicate is an infinitive with "to".</summary>
    public bool IsInfinitive(int predicate) => Is(Tree.MarkOf(predicate), "to");

    /// <summary>True if a noun says in what somebody is: "is on a visit", "has been in contact", "is under attack".</summary>
    public bool IsStateOf(int noun) => Tree.CopulaOf(noun) >= 0 && (HasCase(noun, "in") || HasCase(noun, "on") || HasCase(noun, "at") || HasCase(noun, "under"));

    /// <summary>The sentence of a token, by its index.</summary>
    public int SentenceOf(int token) => Document.SentenceAt(Document.Tokens[token].Span.Start);

    public bool IsNominal(int token) => UposOf(token) is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM or Upos.ADJ;

    /// <summary>True if a noun stands with a word that denies it: "no plans".</summary>
    public bool IsNone(int noun)
    {
        foreach (var child in Tree.Children(noun))
            if (Tree.KindOf(child) == DependentKind.NominalPart && (Is(child, "no") || Is(child, "neither")))
                return true;
        return false;
    }
}
