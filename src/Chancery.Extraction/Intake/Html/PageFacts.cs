namespace Chancery.Extraction.Intake.Html;

/// <summary>A day that something in the page gives.</summary>
/// <param name="Place">Where it stands: <c>json-ld</c>, <c>meta</c>, <c>microdata</c>, <c>visible</c>, <c>address</c>, <c>class</c>.</param>
/// <param name="Value">As written.</param>
internal readonly record struct DayWitness(string Place, string Value);

/// <summary>What a page says of itself, as it says it: the raw type of the format. Nothing is judged here.</summary>
internal sealed class PageFacts
{
    public string? DocumentTitle { get; set; }

    public string? OpenGraphTitle { get; set; }

    public string? SiteName { get; set; }

    public string? Publisher { get; set; }

    public string? Address { get; set; }

    public string? Language { get; set; }

    public string? Headline { get; set; }

    public string? ArticleBody { get; set; }

    public List<string> Headings { get; } = [];

    public List<string> LinkedAuthors { get; } = [];

    public List<string> MicrodataAuthors { get; } = [];

    public List<string> StructuredAuthors { get; } = [];

    public List<string> Organisations { get; } = [];

    public List<string> MetaAuthors { get; } = [];

    public List<DayWitness> Days { get; } = [];
}
