using System.Text.Json.Serialization;
using Chancery.Text;
using NodaTime;

namespace Chancery.Record;

/// <summary>
/// A report as it was read: the article's own text with furniture and markup gone, and what is known about it. The text
/// is the coordinate system of all evidence. The same bytes are the same report.
/// </summary>
public sealed record Report : Line
{
    /// <summary>The file's name or the address it came from.</summary>
    public required string Source { get; init; }

    /// <summary>The headline; <see langword="null"/> if the report has none. It is not part of <see cref="Text"/>.</summary>
    public string? Title { get; init; }

    /// <summary>Persons or desks who signed it.</summary>
    public EquatableArray<string> Bylines { get; init; }

    /// <summary>Who published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>Wire services and papers credited for content; an image credit is not one.</summary>
    public EquatableArray<string> Agencies { get; init; }

    /// <summary>The day of publication with the rule that gave it; <see langword="null"/> rather than a wrong one.</summary>
    public Publication? Published { get; init; }

    /// <summary>ISO 639-1 code.</summary>
    public string? Language { get; init; }

    /// <summary>Paragraphs separated by one blank line; the only text that evidence points into.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of the bytes it was read from, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What was left out of the text, so that a person can look.</summary>
    public EquatableArray<Cut> Cut { get; init; }

    /// <summary>Id of the earlier version of the same article.</summary>
    public string? Revises { get; init; }

    /// <summary>The text's blocks in order. Not part of the JSON line; the store keeps them beside it.</summary>
    [JsonIgnore]
    public EquatableArray<Block> Blocks { get; init; }

    /// <summary>The id of a report with these bytes; of an item of a feed, that of what the item says.</summary>
    /// <param name="sha256">SHA-256 of the bytes, or of what the item says, in lower-case hexadecimal.</param>
    /// <param name="item">What tells it from others that say the same in one document; empty otherwise.</param>
    public static string IdOf(string sha256, string item = "") => LineId.Of("report", sha256, item);
}

/// <summary>The day on which a report was published, as an interval wide enough to be true.</summary>
/// <param name="From">First day it can be.</param>
/// <param name="To">Last day it can be.</param>
/// <param name="Basis">The rule that gave it: <c>dateline</c>, <c>metadata</c>, <c>byline-line</c>, <c>address</c> or <c>inferred</c>.</param>
/// <param name="Text">The words it was read from.</param>
public sealed record Publication(LocalDate From, LocalDate To, string Basis, string? Text);

/// <summary>A part of the report that is not its article.</summary>
/// <param name="Kind">What it is: navigation, related, caption, credit, byline, date, title, summary, repeat …</param>
/// <param name="Words">How many words it has.</param>
/// <param name="Text">Its words.</param>
public sealed record Cut(string Kind, int Words, string Text);

/// <summary>A paragraph, subhead, list item, quotation or table cell of the text and where it stood in the source.</summary>
/// <param name="Kind"><c>paragraph</c>, <c>subhead</c>, <c>item</c>, <c>quote</c> or <c>cell</c> (of a table).</param>
/// <param name="Span">Its place in the report's text.</param>
/// <param name="Source">Where it began in the decoded source, counted in characters from 0; −1 if unknown.</param>
public sealed record Block(string Kind, Span Span, int Source);
