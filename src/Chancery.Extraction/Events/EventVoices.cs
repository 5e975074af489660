using System.Collections.Immutable;
using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;

namespace Chancery.Extraction.Events;

/// <summary>In whose words a place of the text stands: the chain of the innermost statement whose content holds it, not its cue.</summary>
internal sealed class EventVoices
{
    // Statements nested or beside each other around one place; more is a list of quotations.
    private const int Nearby = 32;
    private readonly List<(Span Words, Statement Statement)> _contents = [];

    public EventVoices(Document document)
    {
        foreach (var statement in document.Layer<Statement>())
            foreach (var words in statement.Content.Split(" … "))
                if (words.Length > 0 && PlaceOf(document.Text, words, statement) is { } place)
                    _contents.Add((place, statement));
        _contents.Sort((left, right) => left.Words.CompareTo(right.Words));
    }

    /// <summary>The voices at a place, outermost first; none if the report says it itself.</summary>
    public EquatableArray<Voice> At(int position)
    {
        Statement? says = null;
        for (var i = FirstAfter(position) - 1; i >= 0 && i >= FirstAfter(position) - Nearby; i--)
            if (_contents[i].Words.Contains(position) && (says is null || _contents[i].Statement.Voice.Count > says.Voice.Count))
                says = _contents[i].Statement;
        if (says is null) return [];
        return says.Speaker is { } speaker ? [.. says.Voice, new Voice(speaker.Name, speaker.Entity, says.Cue)] : says.Voice;
    }

    private int FirstAfter(int position)
    {
        var (low, high) = (0, _contents.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_contents[middle].Words.Start <= position) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static Span? PlaceOf(SourceText text, string words, Statement statement)
    {
        foreach (var piece in statement.Evidence)
            if (text.Slice(new Span(piece.Start, piece.End)).IndexOf(words, StringComparison.Ordinal) is var at and >= 0)
                return new Span(piece.Start + at, piece.Start + at + words.Length);
        return null;
    }
}
