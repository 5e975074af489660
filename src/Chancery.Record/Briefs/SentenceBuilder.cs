using Chancery.Text;
using NodaTime;

namespace Chancery.Record.Briefs;

/// <summary>Collects the parts of one sentence; neighbouring words become one part.</summary>
internal sealed class SentenceBuilder
{
    private readonly List<BriefPart> _parts = [];

    public SentenceBuilder Words(string text)
    {
        if (text.Length == 0) return this;
        if (_parts is [.., { Kind: BriefPartKind.Words } last]) _parts[^1] = last with { Text = last.Text + text };
        else _parts.Add(new BriefPart(BriefPartKind.Words, text));
        return this;
    }

    public SentenceBuilder Quoted(string text) => Add(BriefPartKind.Quoted, text);

    public SentenceBuilder Reported(string? text) => text is null ? this : Add(BriefPartKind.Reported, text);

    public SentenceBuilder Number(string text) => Add(BriefPartKind.Number, text);

    /// <summary>The days with their preposition, and the words they were read from.</summary>
    public SentenceBuilder Day(LocalDate? from, LocalDate? to, string? readFrom)
    {
        var (preposition, text) = Days.InSentence(from, to);
        Words(preposition);
        _parts.Add(new BriefPart(BriefPartKind.Day, text, readFrom));
        return this;
    }

    /// <summary>The day of a report, without a preposition.</summary>
    public SentenceBuilder Day(Publication published)
    {
        _parts.Add(new BriefPart(BriefPartKind.Day, Days.Text(published.From, published.To), published.Text));
        return published.Basis == "inferred" ? Words(" (inferred)") : this;
    }

    /// <summary>The sentence: its first letter large, a full stop at its end if the report's words do not bring one.</summary>
    public EquatableArray<BriefPart> Close()
    {
        if (_parts[^1].Text[^1] is not ('.' or '!' or '?')) Words(".");
        if (_parts[0] is { Kind: BriefPartKind.Words or BriefPartKind.Number } first && char.IsLower(first.Text[0]))
            _parts[0] = first with { Text = char.ToUpperInvariant(first.Text[0]) + first.Text[1..] };
        return _parts.ToEquatableArray();
    }

    private SentenceBuilder Add(BriefPartKind kind, string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length > 0) _parts.Add(new BriefPart(kind, trimmed));
        return this;
    }
}
