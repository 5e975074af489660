using System.Collections.Immutable;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Quotations;
using Chancery.Extraction.Times;
using Chancery.Text;
using Chancery.Text.Attributions;
using Chancery.Text.Lemmas;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>A document with everything that the finders of attributions ask of it, gathered once.</summary>
internal sealed class SpokenText
{
    private readonly Dictionary<int, AttributionRelation> _relations = [];

    public SpokenText(Document document, StatementLexicons lexicons)
    {
        (Document, Lexicons, Tree) = (document, lexicons, new SyntaxTree(document));
        Sources = new SourceReader(document, Tree, lexicons);
        foreach (var relation in document.Layer<AttributionRelation>().OrderBy(relation => relation.Depth))
            for (var token = relation.Cue.First; token < relation.Cue.End; token++) _relations.TryAdd(token, relation);
    }

    public Document Document { get; }

    public StatementLexicons Lexicons { get; }

    public SyntaxTree Tree { get; }

    public SourceReader Sources { get; }

    public ImmutableArray<Token> Tokens => Document.Tokens;

    public ImmutableArray<Mention> Mentions => Document.Mentions;

    public ImmutableArray<Quotation> Quotations => Document.Quotations;

    public ImmutableArray<Timex> Times => Document.Layer<Timex>();

    /// <summary>What the model of attributions says of a cue that holds this token.</summary>
    public AttributionRelation? RelationAt(int token) => _relations.GetValueOrDefault(token);

    public Upos UposOf(int token) => Document.Tags[token].Upos;

    public ulong LemmaOf(int token) => Document.Lemmas[token].Key;

    /// <summary>True if a verb is passive; a participle with a subject before it and no auxiliary is a past tense that the tagger took for one ("the airline announced").</summary>
    public bool IsPassive(int verb)
    {
        if (!Tree.IsPassive(verb)) return false;
        foreach (var _ in Tree.AuxiliariesOf(verb)) return true;
        return Tree.SubjectOf(verb) is not (>= 0 and var subject) || subject > verb;
    }

    /// <summary>True if a run of tokens holds a verb or an auxiliary.</summary>
    public bool HoldsVerb(TokenRange range)
    {
        for (var token = range.First; token < range.End; token++)
            if (UposOf(token) is Upos.VERB or Upos.AUX) return true;
        return false;
    }

    /// <summary>True if a verb names another as the one who says it: "cite", "quote".</summary>
    public bool Cites(int verb) => Lexicons.SpeechVerbs[LemmaOf(verb)] is { } frames && frames.HasFlag(SpeechFrames.Cites);

    /// <summary>The tokens of a quotation with its marks.</summary>
    public TokenRange RangeOf(Quotation quotation) => new(Document.TokenAt(quotation.Span.Start), Document.TokenAt(quotation.Span.End - 1) + 1);

    /// <summary>The sentence of a token, by its index.</summary>
    public int SentenceOf(int token) => Document.SentenceAt(Tokens[token].Span.Start);

    /// <summary>True if the token is this word, whatever its case.</summary>
    public bool Is(int token, string word) => token >= 0 && token < Tokens.Length && Document.TextOf(Tokens[token]).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The clause that a verb of saying governs: its complement, or one with "that" which the parser hung on the one told or on the occasion ("told senators that …", "in a letter
    /// that …").
    /// </summary>
    public int ClauseOf(int verb)
    {
        if (Tree.ComplementOf(verb) is >= 0 and var clause) return clause;
        foreach (var child in Tree.Children(verb))
            if (child > verb && Tree.KindOf(child) == DependentKind.Subject && Is(Tree.MarkOf(child), "that")) return child;
            else if (child > verb && Tree.KindOf(child) is DependentKind.DirectObject or DependentKind.IndirectObject or DependentKind.Oblique && ThatClauseUnder(child) is >= 0 and var hung)
                return hung;
        return SyntaxTree.None;
    }

    /// <summary>A nominal and all under it, up to a clause with "that" which the verb above it governs.</summary>
    public TokenRange PhraseOf(int head)
    {
        var all = Tree.Yield(head);
        return ThatClauseUnder(head) is >= 0 and var clause ? new TokenRange(all.First, Math.Max(head + 1, Tree.Yield(clause).First)) : all;
    }

    /// <summary>A clause with "that" and a subject of its own which the parser hung on a nominal or on what hangs there.</summary>
    public int ThatClauseUnder(int nominal)
    {
        foreach (var child in Tree.Children(nominal))
        {
            if (Tree.KindOf(child) is DependentKind.NounModifier or DependentKind.Conjunct or DependentKind.Apposition && ThatClauseUnder(child) is >= 0 and var deeper) return deeper;
            if (Tree.KindOf(child) is not (DependentKind.NounClause or DependentKind.RelativeClause or DependentKind.Complement)) continue;
            var first = Tree.Yield(child).First;
            // "told reporters the count was lawful": a clause that begins with its own subject tells of nobody.
            if (first > nominal && Tree.KindOf(nominal) == DependentKind.IndirectObject && Tree.SubjectOf(child) is >= 0 and var own && Tree.NominalOf(own).First == first && UposOf(first) is Upos.DET or Upos.NOUN or Upos.PROPN or Upos.NUM) return child;
            if (first > nominal && Is(first, "that") && HasSubjectBeside(child, first)) return child;
        }

        return SyntaxTree.None;
    }

    /// <summary>In a relative clause "that" may be the subject; where there is another one it opens a clause that is said.</summary>
    private bool HasSubjectBeside(int predicate, int that)
    {
        foreach (var child in Tree.Children(predicate))
            if (child != that && Tree.KindOf(child) is DependentKind.Subject or DependentKind.Expletive)
                return true;
        return false;
    }

    /// <summary>The head of a run of words that a model gave; its last noun where the parser made something else of it.</summary>
    public int HeadOf(TokenRange range)
    {
        var head = Tree.HeadOf(range);
        if (head >= 0 && UposOf(head) is Upos.NOUN or Upos.PROPN or Upos.PRON) return head;
        for (var token = range.End - 1; token >= range.First; token--)
            if (UposOf(token) is Upos.NOUN or Upos.PROPN) return token;
        return head;
    }

    /// <summary>The head of the nominal that begins at a token; the token itself if it begins none.</summary>
    public int NominalAt(int token)
    {
        var end = Document.Sentences[SentenceOf(token)].End;
        for (var head = token; ;)
        {
            var above = Tree.HeadOf(head);
            if (above < token || above >= end || !Tree.IsWithinNominal(head)) return head;
            head = above;
        }
    }

    /// <summary>The head of the nominal that ends right before a cue, or before the comma before it; none if no nominal does.</summary>
    public int SourceBefore(TokenRange cue)
    {
        var sentence = Document.Sentences[SentenceOf(cue.First)];
        var at = cue.First - 1;
        if (at > sentence.First && Is(at, ",")) at--;
        if (at < sentence.First || UposOf(at) is not (Upos.NOUN or Upos.PROPN or Upos.PRON)) return SyntaxTree.None;
        var head = NominalEndingAt(at);
        while (head >= 0 && Tree.CaseOf(head) is >= 0 and var link && link < head) head = Tree.KindOf(head) == DependentKind.NounModifier ? Tree.HeadOf(head) : SyntaxTree.None;
        if (head < sentence.First) return SyntaxTree.None;
        while (Tree.KindOf(head) == DependentKind.Conjunct && Tree.HeadOf(head) is var first && first >= sentence.First && head - first < 8 && UposOf(first) is Upos.NOUN or Upos.PROPN) head = first;
        return at == cue.First - 1 || Tree.KindOf(at) is DependentKind.Apposition or DependentKind.NominalPart || head != at ? head : SyntaxTree.None;
    }

    /// <summary>The head of the nominal that ends at a token.</summary>
    public int NominalEndingAt(int token)
    {
        var head = token;
        while (Tree.HeadOf(head) is >= 0 and var above && above < token && token - above < 8 && (Tree.IsWithinNominal(head) || Tree.KindOf(head) is DependentKind.Apposition or DependentKind.NounModifier)) head = above;
        return head;
    }

    /// <summary>A run of tokens without the commas, colons, dashes and full stops at its edges, and without "that" before it.</summary>
    public TokenRange Trimmed(TokenRange range)
    {
        var (first, end) = (range.First, range.End);
        while (first < end && (IsEdge(first) || (Is(first, "that") && IsLink(first, end)))) first++;
        while (end > first && IsTrailing(end - 1, first)) end--;
        if (end > first && end < Tokens.Length && LayerSearch.EndingAt(Quotations, Tokens[end].Span.End) is { } closed && closed.Span.Start >= Tokens[first].Span.Start) end++;
        return new TokenRange(first, end);
    }

    /// <summary>What is left of a run when a part within it is taken out: one piece, two, or none.</summary>
    public static IEnumerable<TokenRange> Without(TokenRange range, TokenRange part)
    {
        if (part.End <= range.First || part.First >= range.End || part.Count == 0)
        {
            yield return range;
            yield break;
        }

        if (part.First > range.First) yield return new TokenRange(range.First, part.First);
        if (part.End < range.End) yield return new TokenRange(part.End, range.End);
    }

    private bool IsEdge(int token) => Document.TextOf(Tokens[token]) is "," or ":" or ";" or "\u2014" or "\u2013" or "--" or "-" or ".";

    /// <summary>"that" that opens a clause, whatever the tagger says: a nominal and not a verb follows.</summary>
    private bool IsLink(int token, int end) => UposOf(token) == Upos.SCONJ || (token + 2 < end && (UposOf(token + 1) is Upos.DET or Upos.PRON or Upos.PROPN or Upos.ADJ or Upos.NUM || Document.Tags[token + 1].Penn.Is("NNS")));

    private bool IsTrailing(int token, int first) => Document.TextOf(Tokens[token]) is "," or "." or ";" or ":" or "\u2014" or "\u2013" or "--" or "-" ||
        (Tokens[token].Kind == TokenKind.Quote && (LayerSearch.Holding(Quotations, Tokens[token].Span.Start) is not { } quotation || quotation.Span.Start < Tokens[first].Span.Start));
}
