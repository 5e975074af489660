using System.Collections.Immutable;
using Chancery.Record;
using Chancery.Text;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Times;

/// <summary>
/// The days that a clause tells of itself: those of the only day interval that stands in it. A clause with two of them, or
/// with none, says nothing here; times of the clauses around it, as of the saying, and of the nouns in it are not its own.
/// </summary>
internal sealed class ClauseTimes(Document document)
{
    // A sentence with more times is none: a table or a list, in which time would not stay linear either.
    private const int MostTimes = 32;
    private readonly SyntaxTree _tree = new(document);
    private readonly ImmutableArray<DayInterval> _intervals = document.Layer<DayInterval>();

    /// <summary>The days of the clause in which a token stands; <see langword="null"/> if it does not say.</summary>
    public When? At(int token)
    {
        if (_intervals.Length == 0 || document.Dependencies.IsEmpty) return null;
        var sentence = document.Sentences[document.SentenceAt(document.Tokens[token].Span.Start)];
        var (clause, found) = (_tree.ClauseOf(token), (When?)null);
        var end = document.Tokens[sentence.End - 1].Span.End;
        var first = LayerSearch.FirstFrom(_intervals, document.Tokens[sentence.First].Span.Start);
        for (var i = first; i < _intervals.Length && _intervals[i].Span.Start < end; i++)
        {
            if (i - first >= MostTimes) return null;
            if (PredicateOf(_intervals[i]) != clause) continue;
            if (found is not null) return null;
            found = _intervals[i].When;
        }

        return found;
    }

    /// <summary>What the interval depends on: a predicate, or a noun of which it says something ("the withdrawal by 9/11").</summary>
    private int PredicateOf(DayInterval interval) =>
        _tree.HeadOf(_tree.HeadOf(new TokenRange(document.TokenAt(interval.Span.Start), document.TokenAt(interval.Span.End - 1) + 1)));
}
