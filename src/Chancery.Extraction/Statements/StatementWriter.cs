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
        var quotes = QuotesIn(pieces);
        return new Statement
        {
            Speaker = SourceOf(attribution),
            Addressee = AddresseeOf(attribution),
            Cue = document.Text[attribution.Cue.In(document)],
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

    private Party? SourceOf(Attribution attribution)
    {
        if (attribution.Source is { Form: MentionForm.Pronoun, Chain: < 0 } && attribution.Outer is { } outer) return SourceOf(outer);
        if (attribution.Source is { Form: MentionForm.Pronoun, Chain: < 0 }) return null;
        return attribution.Source is { } mention ? parties.Of(mention)
            : attribution.SourceWords is { } words ? new Party(document.Text[words]) : null;
    }

    /// <summary>To whom; "him" inside somebody's words is that somebody, if it is not the one who speaks there.</summary>
    private Party? AddresseeOf(Attribution attribution)
    {
        if (attribution.Addressee is { Form: MentionForm.Pronoun, Type: "person" } && attribution.Outer is { HasSource: true } outer) return SourceOf(outer);
        if (attribution.Addressee is { Form: MentionForm.Pronoun, Chain: < 0 }) return null;
        return attribution.Addressee is { } mention ? parties.Of(mention)
            : attribution.AddresseeWords is { } words ? new Party(document.Text[words]) : null;
    }

    private EquatableArray<Voice> VoicesOf(Attribution attribution)
    {
        var voices = new Stack<Voice>();
        for (var outer = attribution.Outer; outer is not null; outer = outer.Outer)
            if (SourceOf(outer) is { } party)
                voices.Push(new Voice(party.Name, party.Entity, document.Text[outer.Cue.In(document)]));
        return voices.ToEquatableArray();
    }

    /// <summary>Pieces with nothing but space, marks or punctuation between them become one.</summary>
    private List<Span> Joined(List<Span> pieces)
    {
        var joined = new List<Span>();
        foreach (var piece in pieces)
        {
            if (joined.Count > 0 && (piece.Start <= joined[^1].End || !HoldsWord(new Span(joined[^1].End, piece.Start)))) joined[^1] = joined[^1].Cover(piece);
            else joined.Add(piece);
        }

        return joined;
    }

    private bool HoldsWord(Span span)
    {
        foreach (var character in document.Text.Slice(span))
            if (char.IsLetterOrDigit(character))
                return true;
        return false;
    }

    private List<Span> QuotesIn(List<Span> pieces)
    {
        var quotes = new List<Span>();
        foreach (var piece in pieces)
            for (var i = Math.Max(0, LayerSearch.FirstFrom(_quotations, piece.Start) - 1); i < _quotations.Length && _quotations[i].Span.Start < piece.End; i++)
                if (piece.Overlap(_quotations[i].Inner) is { Length: > 1 } quote)
                    quotes.Add(WithoutComma(quote));
        return quotes;
    }

    /// <summary>Without the marks if the piece is one quotation from end to end.</summary>
    private Span Unquoted(Span piece)
    {
        var quotation = LayerSearch.StartingAt(_quotations, piece.Start);
        return WithoutComma(quotation is not null && quotation.Span.End >= piece.End && piece.Overlap(quotation.Inner) is { } inner ? inner : piece);
    }

    /// <summary>A comma before a closing mark belongs to the report's sentence and not to what is said.</summary>
    private Span WithoutComma(Span span) => span.Length > 1 && document.Text.Slice(span)[^1] == ',' ? new Span(span.Start, span.End - 1) : span;

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
        var cue = attribution.Cue.In(document);
        if (attribution.Source is { } source) cue = cue.Cover(source.Span);
        else if (attribution.SourceWords is { } words) cue = cue.Cover(words);
        var evidence = pieces.Select(piece => piece.Length > 0 ? piece : cue).ToList();
        var near = evidence.FindIndex(piece => document.SentenceAt(piece.End - 1) == attribution.Sentence ||
            document.SentenceAt(piece.Start) == attribution.Sentence);
        if (near >= 0) evidence[near] = evidence[near].Cover(cue);
        else evidence.Add(cue);
        return Joined([.. evidence.Order()]);
    }
}
