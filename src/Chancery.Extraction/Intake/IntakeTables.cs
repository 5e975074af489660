namespace Chancery.Extraction.Intake;

/// <summary>The tables that intake reads by; opened once from the resources beside the program.</summary>
internal static class IntakeTables
{
    /// <summary>Wire services and papers: form, the name to record, kind.</summary>
    public static PhraseTable Agencies { get; } = Open("agencies");

    /// <summary>Lines and beginnings of lines that are not the article's: form, kind, how much of the line.</summary>
    public static PhraseTable Lines { get; } = Open("intake-lines");

    /// <summary>Words in class names and ids of markup: form, kind.</summary>
    public static PhraseTable Markup { get; } = Open("intake-markup");

    /// <summary>Words that make or break a byline: form, kind.</summary>
    public static PhraseTable Bylines { get; } = Open("intake-bylines");

    /// <summary>Words around a date that are not the date: form, kind.</summary>
    public static PhraseTable DateWords { get; } = Open("intake-dates", "intake-dates-other");

    /// <summary>Languages and ends of hosts: form, which part of a day in figures comes first.</summary>
    public static PhraseTable Locales { get; } = Open("intake-locales");

    /// <summary>Names of metadata, and parts of addresses: form, kind.</summary>
    public static PhraseTable Meta { get; } = Open("intake-meta");

    /// <summary>Beginnings of bylines and words between names: form, kind.</summary>
    public static PhraseTable BylineCues { get; } = Open("intake-byline-cues");

    /// <summary>Given names of people.</summary>
    public static PhraseTable GivenNames { get; } = Open("given-names");

    /// <summary>Words that make the name they stand in a body's: University, Bank.</summary>
    public static PhraseTable OrganisationWords { get; } = Open("organisation-words");

    /// <summary>Words that say that credit is given: form, kind.</summary>
    public static PhraseTable Credits { get; } = Open("intake-credits");

    /// <summary>The commonest words of languages: form, language.</summary>
    public static PhraseTable Profiles { get; } = Open("intake-languages");

    /// <summary>Lines of agency copy, press releases and messages: form, kind, how much of the line.</summary>
    public static PhraseTable Copy { get; } = Open("intake-copy");

    private static PhraseTable Open(params string[] names) => new(names.Select(Resources.Default.Lexicon));
}
