using Chancery.Extraction.Intake.Lines;

namespace Chancery.Extraction.Intake.Html;

/// <summary>
/// What the words of each block make it, read once for all who ask: they are asked for by the scores, the features and the verdicts alike.
/// Not to be shared between threads.
/// </summary>
/// <param name="blocks">The page's blocks.</param>
internal sealed class PageLines(List<PageBlock> blocks)
{
    private readonly string?[] _kinds = new string?[blocks.Count];
    private readonly Reading?[] _readings = new Reading?[blocks.Count];

    /// <summary>What the line is known as; <see langword="null"/> if its words do not tell.</summary>
    public string? KindOf(int number)
    {
        if (_kinds[number] is { } known) return known.Length > 0 ? known : null;
        var kind = LineKind.Of(blocks[number].Text);
        _kinds[number] = kind ?? "";
        return kind;
    }

    /// <summary>The credit that it gives, if it does.</summary>
    public Credit? CreditOf(int number) => At(number).Credit;

    /// <summary>True if its business is to give a day.</summary>
    public bool IsDayLine(int number) => At(number).IsDayLine;

    /// <summary>True if it begins as bylines do and goes on with a name.</summary>
    public bool IsByline(int number) => At(number).IsByline;

    private Reading At(int number)
    {
        if (_readings[number] is { } known) return known;
        var text = blocks[number].Text;
        var reading = new Reading(Credit.Read(text), DayLine.Read(text) is not null, Byline.Cued(text).Count > 0 || Byline.CuedShort(text).Count > 0 || Byline.IsCue(text));
        _readings[number] = reading;
        return reading;
    }

    private sealed record Reading(Credit? Credit, bool IsDayLine, bool IsByline);
}
