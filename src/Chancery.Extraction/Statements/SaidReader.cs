using Chancery.Text.Attributions;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>
/// Finds what is said with a verb: as the model of attributions has it, with what syntax says of its beginning; else the clause, infinitive or quotation that syntax gives.
/// </summary>
internal sealed class SaidReader(SpokenText text)
{
    private readonly SyntaxTree _tree = text.Tree;
    private readonly QuotedWords _quotes = new(text);
    private readonly TurnedOrder _turned = new(text);

    /// <summary>The source where the order is turned: see <see cref="TurnedOrder.InvertedSubject"/>.</summary>
    public int InvertedSubject(int verb, TokenRange cue) => _turned.InvertedSubject(verb, cue);

    /// <summary>The pieces in the order of the text, trimmed, and the way in which they were found; none if nothing is said.</summary>
    /// <param name="verb">The verb of saying.</param>
    /// <param name="cue">Its group.</param>
    /// <param name="frames">What may stand with it.</param>
    /// <param name="beside">Runs of tokens that belong to the saying.</param>
    public (List<TokenRange> Pieces, string Rule) Read(int verb, TokenRange cue, SpeechFrames frames, IReadOnlyList<TokenRange> beside)
    {
        if (_quotes.Read(verb, cue, beside) is { Count: > 0 } quoted) return (quoted, "quotation");
        if (Unmarked(cue, beside) is { Count: > 0 } unmarked) return (unmarked, "unmarked");
        if (_turned.Between(verb, cue, beside) is { Count: > 0 } parted) return (parted, "parenthetical");
        if (frames.HasFlag(SpeechFrames.Figure) && AtNumber(verb) is { } counted) return ([text.Trimmed(counted)], "figure");
        if (frames.HasFlag(SpeechFrames.Figure) && text.Is(_tree.MarkOf(verb), "as") && AsClause(verb) is { Count: > 0 } around) return Trimmed((around, "as-clause"), cue);
        if (frames.HasFlag(SpeechFrames.Named) && Named(verb) is { } named) return ([text.Trimmed(named)], "named");
        if (frames.HasFlag(SpeechFrames.Unsaid) && Unsaid(verb) is { } unsaid) return ([text.Trimmed(unsaid)], "unsaid");
        if (text.IsPassive(verb) && !frames.HasFlag(SpeechFrames.QuoteOnly) && Trimmed(FromSyntax(verb, frames), cue) is { Pieces.Count: > 0 } passive) return passive;
        if (text.RelationAt(verb) is { } relation && FromModel(relation, verb, beside) is { Count: > 0 } pieces && (!frames.HasFlag(SpeechFrames.QuoteOnly) || pieces.Exists(IsQuoted)))
            return (Longer(pieces, frames, verb), "model");
        if (frames.HasFlag(SpeechFrames.QuoteOnly)) return (_turned.Before(verb, cue), "before");
        return Trimmed(FromSyntax(verb, frames), cue) is { Pieces.Count: > 0 } found && (found.Rule == "about" || found.Pieces.Exists(IsClause)) ? found : (_turned.Before(verb, cue), "before");
    }

    private (List<TokenRange> Pieces, string Rule) Trimmed((IEnumerable<TokenRange> Pieces, string Rule) found, TokenRange cue) =>
        ([.. found.Pieces.SelectMany(piece => SpokenText.Without(piece, cue)).Select(text.Trimmed).Where(piece => piece.Count > 0)], found.Rule);

    /// <summary>"The spokesman said: We have noted it.": words without marks behind a colon, or in the first person behind a comma, as translations leave them.</summary>
    private List<TokenRange> Unmarked(TokenRange cue, IReadOnlyList<TokenRange> beside)
    {
        var sentence = text.Document.Sentences[text.SentenceOf(cue.First)];
        var at = cue.End;
        while (beside.FirstOrDefault(range => range.First == at) is { Count: > 0 } passed) at = passed.End;
        if (at >= sentence.End || !(text.Is(at, ":") || (text.Is(at, ",") && at + 1 < sentence.End && text.Lexicons.Words.FirstPerson.Contains(text.Tokens[at + 1].Key)))) return [];
        if (at + 1 < sentence.End) return [text.Trimmed(new TokenRange(at + 1, sentence.End))];
        var next = text.SentenceOf(cue.First) + 1;
        if (next >= text.Document.Sentences.Length || text.Tokens[text.Document.Sentences[next].First].Is(TokenShape.ParagraphBefore)) return [];
        return [text.Trimmed(new TokenRange(text.Document.Sentences[next].First, text.Document.Sentences[next].End))];
    }

    private bool IsQuoted(TokenRange piece) => LayerSearch.Holding(text.Quotations, text.Tokens[piece.First].Span.Start) is not null;

    private List<TokenRange> FromModel(AttributionRelation relation, int verb, IReadOnlyList<TokenRange> beside)
    {
        var pieces = new List<TokenRange>();
        foreach (var piece in relation.Content)
        {
            if (piece.Contains(verb) || IsAnothers(piece, verb)) continue;
            var said = _quotes.Snapped(text.Trimmed(BeforeSource(Begun(piece, verb, beside), verb)));
            if (said.Count > 0 && (IsQuoted(said) || IsSameParagraph(said.First, verb))) pieces.Add(said);
        }

        return pieces.Exists(IsClause) ? pieces : [];
    }

    /// <summary>What is said ends where the nominal of its source begins, if that stands right before the cue.</summary>
    private TokenRange BeforeSource(TokenRange piece, int verb)
    {
        if (piece.Count == 0 || IsQuoted(piece)) return piece;
        var source = piece.First < verb ? text.SourceBefore(new TokenRange(verb, verb + 1)) : SyntaxTree.None;
        if (source < 0) source = piece.First < verb && _tree.SubjectOf(verb) is >= 0 and var subject && subject < verb ? subject : SyntaxTree.None;
        return source > piece.First + 1 && source < piece.End && _turned.Start(source) > piece.First ? new TokenRange(piece.First, _turned.Start(source)) : piece;
    }

    private bool IsSameParagraph(int one, int other)
    {
        for (var token = Math.Min(one, other) + 1; token <= Math.Max(one, other); token++)
            if (text.Tokens[token].Is(TokenShape.ParagraphBefore)) return false;
        return true;
    }

    /// <summary>A thing is not said: "recalled its ambassador". What is said holds a verb, or stands in quotation marks.</summary>
    private bool IsClause(TokenRange piece) => IsQuoted(piece) || text.HoldsVerb(piece);

    /// <summary>What syntax gives to another verb of saying beside this one is that one's: "X estimates that …, but Y maintains that …".</summary>
    private bool IsAnothers(TokenRange piece, int verb)
    {
        var head = _tree.HeadOf(piece);
        return head >= 0 && _tree.KindOf(head) == DependentKind.Complement && _tree.HeadOf(head) is >= 0 and var other && other != verb && !piece.Contains(other) &&
            text.Lexicons.SpeechVerbs[text.LemmaOf(other)] is not null && !_tree.IsUnder(verb, head);
    }

    /// <summary>Without what stands before the clause and belongs to the saying: "her that …", "on its website that …".</summary>
    private TokenRange Begun(TokenRange piece, int verb, IReadOnlyList<TokenRange> beside)
    {
        var first = piece.First;
        for (var isMoved = true; isMoved;)
        {
            isMoved = false;
            foreach (var range in beside)
            {
                if (first < range.First || first >= range.End) continue;
                first = range.End;
                isMoved = true;
            }
        }

        if (text.ClauseOf(verb) is >= 0 and var clause && _tree.MarkOf(clause) is >= 0 and var mark && mark > first && mark < piece.End && mark - first <= 8 && first > verb) first = mark;
        return new TokenRange(Math.Min(first, piece.End), piece.End);
    }

    private (IEnumerable<TokenRange> Pieces, string Rule) FromSyntax(int verb, SpeechFrames frames)
    {
        if (text.ClauseOf(verb) is >= 0 and var clause) return ([_tree.Yield(clause)], "clause");
        if (text.Is(_tree.MarkOf(verb), "as") && !frames.HasFlag(SpeechFrames.QuoteOnly) && AsClause(verb) is { Count: > 0 } around) return (around, "as-clause");
        if (_tree.IsParenthetical(verb) && _tree.HeadOf(verb) is >= 0 and var host) return (SpokenText.Without(_tree.Yield(host), _tree.Yield(verb)), "parenthetical");
        if (frames.HasFlag(SpeechFrames.Infinitive) && _tree.OpenComplementOf(verb) is >= 0 and var open && text.Is(_tree.MarkOf(open), "to")) return ([_tree.Yield(open)], "infinitive");
        if (frames.HasFlag(SpeechFrames.Raised) && text.IsPassive(verb) && Raised(verb) is { } raised) return (raised, "raised");
        if (frames.HasFlag(SpeechFrames.About) && About(verb) is { } about) return ([about], "about");
        return ([], "");
    }

    /// <summary>"as the ministry says", "as one diplomat put it": the clause around it.</summary>
    private List<TokenRange> AsClause(int verb) =>
        _tree.KindOf(verb) == DependentKind.AdverbialClause && MainOf(verb) is >= 0 and var main ? [.. SpokenText.Without(_tree.Yield(main), _tree.Yield(verb))] : [];

    /// <summary>The predicate above a clause; of a copula the nominal that it stands with.</summary>
    private int MainOf(int verb) => _tree.HeadOf(verb) is >= 0 and var above && text.UposOf(above) == Upos.AUX ? _tree.HeadOf(above) : _tree.HeadOf(verb);

    /// <summary>"The president is said to have left": who left, and the infinitive.</summary>
    private TokenRange[]? Raised(int verb) =>
        _tree.SubjectOf(verb) is >= 0 and var subject && _tree.OpenComplementOf(verb) is >= 0 and var open && text.Is(_tree.MarkOf(open), "to") ? [_tree.NominalOf(subject), _tree.Yield(open)] : null;

    /// <summary>"retracted its report that …", "took back what he had said", "denied having said so".</summary>
    private TokenRange? Unsaid(int verb)
    {
        if (_tree.OpenComplementOf(verb) is >= 0 and var open) return _tree.Yield(open);
        var said = _tree.ObjectOf(verb);
        if (said < 0) return null;
        var isSaying = text.Lexicons.SpeechNouns[text.LemmaOf(said)] is not null || text.Is(said, "what") || text.UposOf(said) == Upos.VERB;
        return isSaying ? _tree.NominalOf(said) : null;
    }

    /// <summary>"puts the dead at 40": what is counted, and the number.</summary>
    private TokenRange? AtNumber(int verb)
    {
        if (_tree.ObjectOf(verb) is not (>= 0 and var counted)) return null;
        foreach (var oblique in _tree.ObliquesOf(verb))
            if (oblique > counted && text.Is(_tree.CaseOf(oblique), "at") && HoldsNumber(_tree.Yield(oblique)))
                return new TokenRange(_tree.NominalOf(counted).First, _tree.Yield(oblique).End);
        return null;
    }

    private bool HoldsNumber(TokenRange range)
    {
        for (var token = range.First; token < range.End; token++)
            if (text.UposOf(token) == Upos.NUM) return true;
        return false;
    }

    /// <summary>"called the raid 'an insult'": what it is called stands in marks behind it.</summary>
    private TokenRange? Named(int verb)
    {
        if (text.IsPassive(verb) || _tree.ObjectOf(verb) is not (>= 0 and var thing)) return null;
        var (first, clause) = (_tree.NominalOf(thing).First, _tree.Yield(verb));
        for (var token = Math.Max(first, verb + 1); token < clause.End; token++)
            if (LayerSearch.StartingAt(text.Quotations, text.Tokens[token].Span.Start) is { Complete: true } quotation && text.RangeOf(quotation) is { Count: > 2 } words && first > verb)
                return first < words.First ? new TokenRange(first, words.End) : null;
        return null;
    }

    /// <summary>What follows "of" or "about".</summary>
    private TokenRange? About(int verb)
    {
        foreach (var oblique in _tree.ObliquesOf(verb))
            if (_tree.CaseOf(oblique) is >= 0 and var link && (text.Is(link, "of") || text.Is(link, "about")) && oblique > verb)
                return new TokenRange(link + 1, BehindInfinitive(verb, _tree.Yield(oblique).End));
        return null;
    }

    /// <summary>"about the meeting to be held on Tuesday": an infinitive right behind the nominal tells of it, wherever the parser hung it.</summary>
    private int BehindInfinitive(int verb, int end)
    {
        foreach (var child in _tree.Children(verb))
            if (text.Is(_tree.MarkOf(child), "to") && _tree.Yield(child) is var clause && clause.First == end) return clause.End;
        return end;
    }

    /// <summary>What is told "about" something ends where syntax says, if that is later than where the model ends it.</summary>
    private List<TokenRange> Longer(List<TokenRange> pieces, SpeechFrames frames, int verb)
    {
        if (!frames.HasFlag(SpeechFrames.About) || pieces.Count != 1 || About(verb) is not { } about) return pieces;
        return pieces[0].First == about.First && about.End > pieces[0].End ? [text.Trimmed(about)] : pieces;
    }
}
