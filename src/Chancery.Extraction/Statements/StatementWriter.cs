using System.Collections.Immutable;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Parties;
using Chancery.Extraction.Quotations;
using Chancery.Extraction.Times;
using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;
using Chancery.Text.Rules;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>Makes a statement of an attribution: parties, words, quotations, directness, day, voices and evidence.</summary>
internal sealed class StatementWriter(Document document, PartyFinder parties)
{
    private readonly ImmutableArray<Quotation> _quotations = document.Quotations;

    public Statement Write(Attribution attribution)
    {
        var pieces = Joined(attribution.Content.Select(piece => piece.In(document)).OrderBy(span => span).ToList());
        var quotes = QuotesIn(attribution, pieces);
        var speaker = SourceOf(attribution);
        return new Statement
        {
            Speaker = speaker,
            Addressee = AddresseeOf(attribution) is { } addressee && addressee != speaker ? addressee : null,
            Cue = attribution.Cue.Count > 0 ? CueOf(attribution) : null,
            Content = string.Join(" … ", pieces.Select(piece => document.Text[Unquoted(piece)])),
            Quotes = quotes.Select(quote => document.Text[quote]).ToEquatableArray(),
            Directness = DirectnessOf(attribution, pieces, quotes),
            Occasion = attribution.Occasion is { } occasion ? document.Text[occasion] : null,
            Voice = VoicesOf(attribution),
            When = attribution.Time is { } time ? SpeechTime.Retold(time, attribution.Outer?.Time?.When).When : null,
            Evidence = EvidenceOf(attribution, pieces).Select(span => Evidence.Of(document.Text, span)).ToEquatableArray(),
            Confidence = attribution.Source is { Chain: >= 0 } ? 0.9 : attribution.Source is not null ? 0.7 : 0.5,
            By = attribution.Rule,
        };
    }

    private string CueOf(Attribution attribution) => document.Text[attribution.Cue.In(document)] +
        (attribution.CueRest.Count > 0 ? $" … {document.Text[attribution.CueRest.In(document)]}" : "");

    private Party? SourceOf(Attribution attribution)
    {
        if (attribution.Source is { Form: MentionForm.Pronoun, Chain: < 0 } && attribution.Outer is { } outer) return SourceOf(outer);
        if (attribution.Source is { Form: MentionForm.Pronoun, Chain: < 0 }) return null;
        return attribution.Source is { } mention ? parties.Of(mention)
            : attribution.SourceWords is { } words ? parties.Of(words) : null;
    }

    /// <summary>To whom; "him" inside somebody's words is that somebody, if it is not the one who speaks there.</summary>
    private Party? AddresseeOf(Attribution attribution)
    {
        if (attribution.Addressee is { Form: MentionForm.Pronoun } pronoun)
        {
            if (attribution.Outer is { HasSource: true } outer) return SourceOf(outer);
            var meant = pronoun.Chain >= 0 ? parties.Of(pronoun) : null;
            return meant == SourceOf(attribution) ? null : meant;
        }

        return attribution.Addressee is { } mention ? parties.Of(mention)
            : attribution.AddresseeWords is { } words ? parties.Of(words) : null;
    }

    private EquatableArray<Voice> VoicesOf(Attribution attribution)
    {
        var voices = new Stack<Voice>();
        for (var outer = attribution.Outer; outer is not null; outer = outer.Outer)
            if (SourceOf(outer) is { } party)
                voices.Push(new Voice(party.Name, party.Entity, CueOf(outer)));
        return voices.ToEquatableArray();
    }

    /// <summary>Pieces of one paragraph with nothing but space, marks or punctuation between them become one.</summary>
    private List<Span> Joined(List<Span> pieces)
    {
        var joined = new List<Span>();
        foreach (var piece in pieces)
        {
            if (joined.Count > 0 && (piece.Start <= joined[^1].End || !HoldsWordOrBreak(new Span(joined[^1].End, piece.Start)))) joined[^1] = joined[^1].Cover(piece);
            else joined.Add(piece);
        }

        return joined;
    }

    private bool HoldsWordOrBreak(Span span)
    {
        foreach (var character in document.Text.Slice(span))
            if (char.IsLetterOrDigit(character) || character == '\n')
                return true;
        return false;
    }

    private List<Span> QuotesIn(Attribution attribution, List<Span> pieces)
    {
        var quotes = new List<Span>();
        foreach (var piece in pieces)
            for (var i = Math.Max(0, LayerSearch.FirstFrom(_quotations, piece.Start) - 1); i < _quotations.Length && _quotations[i].Span.Start < piece.End; i++)
                if (!HoldsCue(attribution, _quotations[i]) && piece.Overlap(_quotations[i].Inner) is { Length: > 1 } quote)
                    quotes.Add(WithoutComma(quote));
        return quotes;
    }

    /// <summary>A quotation in which the cue stands itself is somebody else's.</summary>
    private bool HoldsCue(Attribution attribution, Quotation quotation) =>
        attribution.Cue.Count > 0 && quotation.Complete && quotation.Inner.Contains(document.Tokens[attribution.Cue.First].Span.Start);

    /// <summary>Without the marks if the piece is one quotation from end to end.</summary>
    private Span Unquoted(Span piece)
    {
        var quotation = LayerSearch.StartingAt(_quotations, piece.Start);
        return WithoutComma(quotation is not null && quotation.Span.End >= piece.End && piece.Overlap(quotation.Inner) is { } inner ? inner : piece);
    }

    /// <summary>A comma or full stop before a closing mark belongs to the sentence and not to what is said; one within an abbreviation does not stand alone.</summary>
    private Span WithoutComma(Span span) => span.Length > 1 && (document.Text.Slice(span)[^1] == ',' || IsStop(span.End - 1)) ? new Span(span.Start, span.End - 1) : span;

    private bool IsStop(int position) => document.Text.Slice(document.Tokens[document.TokenAt(position)].Span) is ".";

    private string DirectnessOf(Attribution attribution, List<Span> pieces, List<Span> quotes)
    {
        if (attribution.IsUnmarkedDirect) return "direct";
        if (quotes.Count == 0) return "indirect";
        var (quoted, all) = (quotes.Sum(quote => quote.Length), pieces.Sum(piece => Unquoted(piece).Length));
        return quoted * 10 >= all * 9 ? "direct" : "mixed";
    }

    /// <summary>Source, cue and the content beside them in one piece; content in other sentences in pieces of its own.</summary>
    private List<Span> EvidenceOf(Attribution attribution, List<Span> pieces)
    {
        if (attribution.Cue.Count == 0) return Joined([.. pieces.Order()]);
        var cue = attribution.Cue.In(document);
        if (attribution.CueRest.Count > 0) cue = cue.Cover(attribution.CueRest.In(document));
        if (attribution.Source is { } source && document.SentenceAt(source.Span.Start) == attribution.Sentence) cue = cue.Cover(source.Span);
        else if (attribution.SourceWords is { } words) cue = cue.Cover(words);
        var evidence = pieces.Select(piece => piece.Length > 0 ? piece : cue).ToList();
        var near = evidence.FindIndex(piece => document.SentenceAt(piece.End - 1) == attribution.Sentence ||
            document.SentenceAt(piece.Start) == attribution.Sentence);
        if (near >= 0) evidence[near] = evidence[near].Cover(cue);
        else evidence.Add(cue);
        return Joined([.. evidence.Order()]);
    }
}
