using System.Collections.Immutable;
using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;

namespace Chancery.Extraction.Times;

/// <summary>
/// Tells time expressions from the day of who speaks: inside words said on Sunday "yesterday" is that Saturday, whatever the
/// report's day. The layer of time expressions stays as it is; these are other readings of the same words.
/// </summary>
internal static class SpeechTime
{
    /// <summary>The same words told from another day; from a week or a month, what holds on each of its days.</summary>
    public static Timex Retold(Timex timex, When? day) => timex.Told is { } told && day is not null
        ? Timex.Of(timex.Span, timex.When?.Text ?? "", timex.By, told.From(new TimeAnchor(day.From, day.To)))
        : timex;

    /// <summary>The time expressions in order, those inside words of another day told from that day; of nested words the innermost that have a day count.</summary>
    /// <param name="timexes">Told from the report's day, in the order of the text.</param>
    /// <param name="said">What is said, piece by piece, each with the day on which.</param>
    public static ImmutableArray<Timex> Retold(ImmutableArray<Timex> timexes, IEnumerable<(Span Words, When Day)> said)
    {
        var retold = timexes.ToBuilder();
        foreach (var (words, day) in said.OrderByDescending(piece => piece.Words.Length))
            for (var i = LayerSearch.FirstFrom(timexes, words.Start); i < timexes.Length && timexes[i].Span.End <= words.End; i++)
                retold[i] = Retold(timexes[i], day);
        return retold.ToImmutable();
    }

    /// <summary>The words of those statements that have a day of their own, found again where their evidence stands.</summary>
    public static IEnumerable<(Span Words, When Day)> SaidIn(SourceText text, IEnumerable<Statement> statements) =>
        from statement in statements
        where statement.When is not null
        from words in statement.Content.Split(" … ")
        let place = PlaceOf(text, words, statement)
        where place is not null
        select (place.Value, statement.When);

    private static Span? PlaceOf(SourceText text, string words, Statement statement)
    {
        if (words.Length == 0) return null;
        foreach (var piece in statement.Evidence)
            if (text.Slice(new Span(piece.Start, piece.End)).IndexOf(words, StringComparison.Ordinal) is var at and >= 0)
                return new Span(piece.Start + at, piece.Start + at + words.Length);
        return null;
    }
}
