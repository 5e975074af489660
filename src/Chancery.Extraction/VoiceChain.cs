using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;

namespace Chancery.Extraction;

/// <summary>Finds in whose words something stands.</summary>
internal static class VoiceChain
{
    // How many statements that begin before the words are asked whether they hold them.
    private const int Nearby = 32;

    /// <summary>The speakers inside whose words a span stands, outermost first; empty for the report's own voice.</summary>
    public static EquatableArray<Voice> Of(Document document, Span span)
    {
        var statements = document.Layer<Statement>();
        var last = LayerSearch.FirstFrom(statements, span.Start + 1);
        var says = statements.AsSpan(Math.Max(0, last - Nearby)..last).ToArray()
            .Where(statement => statement.Evidence.Any(piece => new Span(piece.Start, piece.End).Contains(span)))
            .MaxBy(statement => statement.Voice.Count);
        if (says is null) return [];
        return says.Speaker is { } speaker ? [.. says.Voice, new Voice(speaker.Name, speaker.Entity, says.Cue)] : says.Voice;
    }
}
