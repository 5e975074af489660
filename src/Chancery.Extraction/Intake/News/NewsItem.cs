namespace Chancery.Extraction.Intake.News;

/// <summary>A news item as an agency sends it, whichever of its formats it came in. Nothing is judged here.</summary>
internal sealed record NewsItem
{
    /// <summary>The identity that the agency gives; the same over all versions.</summary>
    public string? Id { get; init; }

    public int? Version { get; init; }

    /// <summary><c>usable</c>, <c>withheld</c>, <c>canceled</c> …, in lower case and without the scheme; <see langword="null"/> means usable.</summary>
    public string? Status { get; init; }

    /// <summary><c>text</c>, <c>picture</c> …, in lower case and without the scheme.</summary>
    public string? Kind { get; init; }

    public string? Headline { get; init; }

    public IReadOnlyList<string> Bylines { get; init; } = [];

    /// <summary>Who is credited for the content.</summary>
    public IReadOnlyList<string> Credits { get; init; } = [];

    /// <summary>Who sends it.</summary>
    public string? Provider { get; init; }

    public string? Created { get; init; }

    public string? Changed { get; init; }

    /// <summary>The time before which it must not be published.</summary>
    public string? Embargo { get; init; }

    public string? Address { get; init; }

    /// <summary>The body as markup of a page.</summary>
    public string? Markup { get; init; }

    /// <summary>The body as plain text, where there is no markup.</summary>
    public string? Text { get; init; }

    /// <summary>What the agency tells the desks that take it: no part of the report.</summary>
    public string? Note { get; init; }
}
