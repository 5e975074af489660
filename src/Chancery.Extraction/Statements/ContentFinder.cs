using System.Collections.Immutable;
using Chancery.Extraction.Quotations;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Rules;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>
/// Finds what is said: the clause after the cue, the words before a trailing "X said", or both around one that stands
/// between commas. A quotation that begins or ends in other sentences is taken whole.
/// </summary>
internal sealed class ContentFinder(Document document, StatementLexicons lexicons, CueTail tails, List<RuleMatch> occasions)
{
    private readonly FunctionWords _words = lexicons.Words;
    private readonly ImmutableArray<Token> _tokens = document.Tokens;
    private readonly ImmutableArray<Quotation> _quotations = document.Quotations;

    /// <summary>Writes the content into the attribution; false if there is none.</summary>
    /// <param name="attribution">With cue and source.</param>
    /// <param name="frames">What may follow the verb, see the table of speech cues.</param>
    /// <param name="sourceFirst">First token of source and cue, whichever comes first.</param>
    /// <param name="tail">The token after everything that belongs to the saying.</param>
    /// <param name="sentence">The cue's sentence.</param>
    public bool Find(Attribution attribution, string frames, int sourceFirst, int tail, Sentence sentence)
    {
        if (Clause(frames, tail, sentence, out var rule) is { } clause)
        {
            attribution.Content.Add(rule == "about" ? BeforeOccasion(attribution, clause) : Whole(clause, sentence));
            attribution.Rule = rule;
            return true;
        }

        return (Has(frames, "quote") || Has(frames, "that")) && Before(attribution, sourceFirst, tail, sentence);
    }

    /// <summary>The clause, quotation or phrase that the verb takes after it.</summary>
    private TokenRange? Clause(string frames, int tail, Sentence sentence, out string rule)
    {
        rule = "";
        var at = tail;
        var marked = at < sentence.End && _tokens[at].Key == Marks.Colon;
        while (at < sentence.End && (_tokens[at].Key == Marks.Comma || _tokens[at].Key == Marks.Colon)) at++;
        if (at >= sentence.End) return null;
        var begin = _tokens[at].Key == Marks.That ? at + 1 : at;
        if (begin < sentence.End && _tokens[begin].Key == Marks.Comma) begin++;
        rule = begin > at ? "that-clause"
            : OpensQuotation(at) ? "quotation-after"
            : _tokens[at].Key == Marks.About && Has(frames, "about") ? "about"
            : _tokens[at].Key == Marks.To && Has(frames, "inf") ? "infinitive"
            : marked ? "colon"
            : Has(frames, "np") && at == tail ? "noun-phrase"
            : Has(frames, "that") && !_words.NoClause.Contains(_tokens[at].Key) && (at == tail || StartsClause(at, sentence)) ? "bare-clause"
            : "";
        if (rule.Length == 0 || (rule == "bare-clause" && sentence.End - at < 3)) return null;
        var start = rule == "about" ? at + 1 : begin;
        return Trimmed(new TokenRange(start, QuotationEnd(start, sentence)));
    }

    /// <summary>A quotation whose last mark inside is a comma or full stop is all that is said; what follows is the report's.</summary>
    private int QuotationEnd(int start, Sentence sentence)
    {
        if (start >= sentence.End || LayerSearch.StartingAt(_quotations, _tokens[start].Span.Start) is not { Complete: true } quotation) return sentence.End;
        var close = document.TokenAt(quotation.Span.End - 1);
        if (close + 1 >= sentence.End || close < 1) return sentence.End;
        return document.TextOf(_tokens[close - 1]) is "," or "." or "?" or "!" || _tokens[close + 1].Key == Marks.Comma ? close + 1 : sentence.End;
    }

    /// <summary>A noun phrase ends where the occasion begins: "informed about the meeting in an interview with …".</summary>
    private TokenRange BeforeOccasion(Attribution attribution, TokenRange clause)
    {
        var occasion = occasions.Find(match => match.Range.First > clause.First && match.Range.First < clause.End);
        if (occasion is null) return clause;
        tails.Read(attribution, occasion.Range.First, clause.End);
        return Trimmed(new TokenRange(clause.First, occasion.Range.First));
    }

    /// <summary>After a comma only a capital says that a clause of its own begins ("in a statement said, India is …").</summary>
    private bool StartsClause(int at, Sentence sentence) => _tokens[at].Is(TokenShape.Capital) && sentence.End - at > 3;

    private bool OpensQuotation(int at) => LayerSearch.StartingAt(_quotations, _tokens[at].Span.Start) is { } quotation && !IsTitle(quotation);

    /// <summary>Up to five words, all in capitals at their beginning, are the name of a programme or book and nobody's words.</summary>
    private bool IsTitle(Quotation quotation)
    {
        var words = 0;
        for (var i = document.TokenAt(quotation.Inner.Start); i < _tokens.Length && _tokens[i].Span.Start < quotation.Inner.End; i++)
        {
            if (_tokens[i].Kind != TokenKind.Word) continue;
            if (!_tokens[i].Is(TokenShape.Capital) || ++words > 5) return false;
        }

        return words > 1;
    }

    private static bool Has(string frames, string frame) => Array.IndexOf(frames.Split(' '), frame) >= 0;

    /// <summary>The words before a trailing attribution, and those after one between commas.</summary>
    private bool Before(Attribution attribution, int sourceFirst, int tail, Sentence sentence)
    {
        var end = sourceFirst;
        while (end > sentence.First && _words.Determiners.Contains(_tokens[end - 1].Key)) end--;
        if (end - sentence.First < 2 || !ClosesClause(end - 1) || !EndsSaying(tail, sentence)) return false;
        var content = Trimmed(new TokenRange(sentence.First, end));
        var parenthetical = tail < sentence.End - 2 && tail == attribution.Cue.End && _tokens[tail].Key == Marks.Comma &&
            _tokens[end - 1].Key == Marks.Comma && !_words.NoSubject.Contains(_tokens[tail + 1].Key);
        if (content.Count == 0 || (!parenthetical && !OpensQuotation(content.First) && (content.Count < 3 || IsAdverbial(content)))) return false;
        attribution.Content.Add(Whole(content, sentence));
        attribution.Rule = "clause-before";
        if (!parenthetical) return true;
        attribution.Content.Add(Whole(Trimmed(new TokenRange(tail + 1, sentence.End)), sentence));
        attribution.Rule = "parenthetical";
        return true;
    }

    /// <summary>After a trailing "X said" stands an end, a mark, or a word that goes on with the saying; never an object.</summary>
    private bool EndsSaying(int tail, Sentence sentence) =>
        tail >= sentence.End || _tokens[tail].Kind is TokenKind.Punctuation or TokenKind.Quote ||
            _words.NoClause.Contains(_tokens[tail].Key) || _words.Relatives.Contains(_tokens[tail].Key);

    /// <summary>"For the year 2009": a preposition and no word that could be a verb say nothing.</summary>
    private bool IsAdverbial(TokenRange content)
    {
        if (!_words.Prepositions.Contains(_tokens[content.First].Key) && !_words.TimeLinks.Contains(_tokens[content.First].Key)) return false;
        for (var i = content.First + 1; i < content.End; i++)
            if (_words.Verbal.Contains(_tokens[i].Key) || (_tokens[i].Kind == TokenKind.Word && document.TextOf(_tokens[i]) is [.., 'e', 'd']))
                return false;
        return true;
    }

    private bool ClosesClause(int at) => _tokens[at].Key == Marks.Comma || _tokens[at].Kind == TokenKind.Quote ||
        document.TextOf(_tokens[at]) is "\u2014" or "\u2013" or "--" or "?" or "!";

    /// <summary>Without the punctuation and lone quotation marks at both ends.</summary>
    private TokenRange Trimmed(TokenRange range)
    {
        var (first, end) = (range.First, range.End);
        while (end > first && IsTrailing(end - 1, first)) end--;
        while (first < end && (_tokens[first].Key == Marks.Comma || _tokens[first].Key == Marks.Colon)) first++;
        return new TokenRange(first, end);
    }

    private bool IsTrailing(int at, int first)
    {
        if (document.TextOf(_tokens[at]) is "." or "," or ";" or ":" or "?" or "!" && at > first) return document.TextOf(_tokens[at]) is not ("?" or "!");
        return _tokens[at].Kind == TokenKind.Quote && LayerSearch.Holding(_quotations, _tokens[at].Span.Start) is null;
    }

    /// <summary>The range, longer by the sentences over which a quotation at its edge runs.</summary>
    private TokenRange Whole(TokenRange range, Sentence sentence)
    {
        if (range.Count == 0) return range;
        var (first, end) = (range.First, range.End);
        if (first == sentence.First && LayerSearch.Holding(_quotations, _tokens[first].Span.Start) is { Complete: true } opened)
            first = Math.Min(first, document.TokenAt(opened.Span.Start));
        if (LayerSearch.Holding(_quotations, _tokens[end - 1].Span.Start) is { Complete: true } closed && closed.Span.End > sentence.Span.End)
            end = Math.Max(end, document.TokenAt(closed.Span.End - 1) + 1);
        return new TokenRange(first, end);
    }
}
