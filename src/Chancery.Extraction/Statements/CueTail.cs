using System.Collections.Immutable;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Times;
using Chancery.Text;
using Chancery.Text.Rules;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>Reads what stands after a cue and still belongs to the saying: to whom, when, where, on what occasion.</summary>
internal sealed class CueTail(Document document, StatementLexicons lexicons, List<RuleMatch> occasions)
{
    private readonly FunctionWords _words = lexicons.Words;
    private readonly ImmutableArray<Token> _tokens = document.Tokens;
    private readonly ImmutableArray<Mention> _mentions = document.Mentions;
    private readonly ImmutableArray<Timex> _times = document.Layer<Timex>();

    /// <summary>Index of the token after the tail; what it says is written into the attribution.</summary>
    public int Read(Attribution attribution, int at, int end)
    {
        while (at < end && Step(attribution, at, end) is var next && next > at) at = next;
        return at;
    }

    /// <summary>Index of the token after whom it is said to, who is written into the attribution.</summary>
    public int Addressee(Attribution attribution, int at, int end)
    {
        var start = at < end && _words.Determiners.Contains(_tokens[at].Key) && LayerSearch.StartingAt(_mentions, _tokens[at].Span.Start) is null ? at + 1 : at;
        if (at < end && lexicons.Audiences.Match(document.Text, _tokens, at, end) is { } audience)
        {
            var range = new TokenRange(at, at + audience.Length);
            attribution.AddresseeWords = range.In(document);
            return range.End;
        }

        var mention = start < end ? LayerSearch.StartingAt(_mentions, _tokens[start].Span.Start) : null;
        if (mention is null or { Form: MentionForm.Demonym }) return InWords(attribution, at, end);
        var owned = mention.Range.End + 1 < end && document.TextOf(_tokens[mention.Range.End]) is "'s" or "\u2019s"
            ? LayerSearch.StartingAt(_mentions, _tokens[mention.Range.End + 1].Span.Start)
            : null;
        if (owned is { Form: MentionForm.Name }) mention = owned;
        attribution.Addressee = mention;
        return AfterNouns(AfterPossessed(mention.Range.End, end), end);
    }

    /// <summary>"told CNN affiliate WXYZ in Ohio that": plain words between a name and "that" belong to the name.</summary>
    private int AfterNouns(int at, int end)
    {
        if (at < end && (_words.TimeLinks.Contains(_tokens[at].Key) || LayerSearch.StartingAt(_times, _tokens[at].Span.Start) is not null)) return at;
        for (var i = at; i < Math.Min(end, at + 7) && _tokens[i].Kind is TokenKind.Word || (i > at && i < end && document.TextOf(_tokens[i]) is "-"); i++)
            if (_tokens[i].Key == Marks.That)
                return i;
        return at;
    }

    /// <summary>"told a broadcaster that": a few plain words before "that" name the one addressed.</summary>
    private int InWords(Attribution attribution, int at, int end)
    {
        var that = at;
        while (that < end && that - at < 6 && _tokens[that].Kind == TokenKind.Word && _tokens[that].Key != Marks.That &&
            !_words.TimeLinks.Contains(_tokens[that].Key)) that++;
        if (that == at || that >= end || _tokens[that].Key != Marks.That) return at;
        var first = _words.Determiners.Contains(_tokens[at].Key) && that > at + 1 ? at + 1 : at;
        attribution.AddresseeWords = new TokenRange(first, that).In(document);
        return that;
    }

    /// <summary>"told the president 's office that": what the one addressed owns belongs to the addressee.</summary>
    private int AfterPossessed(int at, int end)
    {
        if (at >= end || document.TextOf(_tokens[at]) is not ("'s" or "\u2019s")) return at;
        for (at++; at < end && _tokens[at].Kind == TokenKind.Word && _tokens[at].Key != Marks.That && !_words.TimeLinks.Contains(_tokens[at].Key);) at++;
        return at;
    }

    private int Step(Attribution attribution, int at, int end)
    {
        var link = at < end && _words.TimeLinks.Contains(_tokens[at].Key) ? at + 1 : at;
        if (link < end && LayerSearch.StartingAt(_times, _tokens[link].Span.Start) is { } time)
        {
            attribution.Time ??= time;
            return document.TokenAt(time.Span.End - 1) + 1;
        }

        if (occasions.Find(match => match.Range.First == at) is { } occasion)
        {
            attribution.Occasion ??= occasion.Range.In(document);
            return occasion.Range.End;
        }

        if (IsPlace(at, end) is var place and > 0) return place;
        if (BeforeThat(at, end) is var that and > 0) return that;
        var comma = _tokens[at].Key == Marks.Comma && at + 1 < end;
        return comma && Step(attribution, at + 1, end) is var after && after > at + 1 ? after : at;
    }

    /// <summary>"by telephone that", "after the talks that": a short phrase between cue and "that" belongs to the saying.</summary>
    private int BeforeThat(int at, int end)
    {
        if (!_words.Prepositions.Contains(_tokens[at].Key) && !_words.TimeLinks.Contains(_tokens[at].Key) &&
            document.TextOf(_tokens[at]) is not ("after" or "before")) return 0;
        for (var i = at + 1; i < Math.Min(end, at + 7) && _tokens[i].Kind == TokenKind.Word; i++)
            if (_tokens[i].Key == Marks.That)
                return i;
        return 0;
    }

    /// <summary>The token after "in Moscow" or "in the capital Kabul"; 0 if no place follows.</summary>
    private int IsPlace(int at, int end)
    {
        if (at + 1 >= end || document.TextOf(_tokens[at]) is not ("in" or "from")) return 0;
        var place = LayerSearch.StartingAt(_mentions, _tokens[at + 1].Span.Start);
        return place is { Type: "place" or "state", Form: MentionForm.Name } ? place.Range.End : 0;
    }
}
