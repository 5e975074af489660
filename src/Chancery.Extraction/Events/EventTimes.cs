using System.Collections.Immutable;
using Chancery.Extraction.Times;
using Chancery.Record;
using Chancery.Text;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Events;

/// <summary>The days of an event: those that hang on its noun, or on the clause of its verb. Those of a clause around it are not its own.</summary>
internal sealed class EventTimes(EventText text)
{
    private const int MostTimes = 32;
    private readonly SyntaxTree _tree = text.Tree;
    private readonly ImmutableArray<DayInterval> _intervals = text.Document.Layer<DayInterval>();

    /// <summary>The interval that hangs on one of these tokens, the earlier token first; <see langword="null"/> if none does or two do.</summary>
    public DayInterval? At(params ReadOnlySpan<int> holders)
    {
        if (_intervals.IsEmpty) return null;
        foreach (var holder in holders)
            if (holder >= 0 && Only(holder) is { } interval)
                return interval;
        return null;
    }

    /// <summary>The interval that begins at a token: right behind a nominal, whatever the parser hung it on.</summary>
    public DayInterval? Behind(int token) => token < text.Document.Tokens.Length ? LayerSearch.StartingAt(_intervals, text.Document.Tokens[token].Span.Start) : null;

    private DayInterval? Only(int holder)
    {
        var sentence = text.Document.Sentences[text.SentenceOf(holder)];
        var (first, end) = (LayerSearch.FirstFrom(_intervals, text.Document.Tokens[sentence.First].Span.Start), text.Document.Tokens[sentence.End - 1].Span.End);
        DayInterval? found = null;
        for (var i = first; i < _intervals.Length && _intervals[i].Span.Start < end && i - first < MostTimes; i++)
        {
            if (HolderOf(_intervals[i]) != holder) continue;
            if (found is not null && found.When != _intervals[i].When) return null;
            found ??= _intervals[i];
        }

        return found;
    }

    private int HolderOf(DayInterval interval)
    {
        var head = _tree.HeadOf(new TokenRange(text.Document.TokenAt(interval.Span.Start), text.Document.TokenAt(interval.Span.End - 1) + 1));
        var above = _tree.HeadOf(head);
        if (above >= 0 && _tree.KindOf(head) is DependentKind.Case) above = _tree.HeadOf(above);
        // "the minister on Tuesday met": the parser hangs the day on a noun that tells nothing.
        while (above >= 0 && above < head && IsStranded(above)) above = _tree.HeadOf(above);
        return above;
    }

    private bool IsStranded(int noun) => _tree.KindOf(noun) is DependentKind.Subject or DependentKind.DirectObject or DependentKind.Oblique or DependentKind.NounModifier or DependentKind.Apposition &&
        text.IsNominal(noun) && text.Lexicons.Predicates.Nouns(text.LemmaOf(noun)).IsEmpty && text.Lexicons.EmbedderOf(text.LemmaOf(noun), isVerb: false) is null;
}
