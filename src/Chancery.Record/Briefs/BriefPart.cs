namespace Chancery.Record.Briefs;

/// <summary>What a piece of a brief's sentence is, so that every writer marks it and the checker knows what to hold it against.</summary>
public enum BriefPartKind
{
    /// <summary>The brief's own words and the names of parties.</summary>
    Words,

    /// <summary>Words which the report itself puts in quotation marks.</summary>
    Quoted,

    /// <summary>The report's wording of what somebody said or of what is the case.</summary>
    Reported,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day or days.</summary>
    Day,
}

/// <summary>A piece of a brief's sentence.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The words, without the marks that show the kind.</param>
/// <param name="ReadFrom">For a day: the words of the report from which it was read, if there are any.</param>
public sealed record BriefPart(BriefPartKind Kind, string Text, string? ReadFrom = null)
{
    /// <summary>The words in the marks of their kind: “quoted”, «the report's wording».</summary>
    public string Marked => Kind switch
    {
        BriefPartKind.Quoted => $"“{Text}”",
        BriefPartKind.Reported => $"«{Text}»",
        _ => Text,
    };
}
