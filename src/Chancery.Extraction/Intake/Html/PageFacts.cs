namespace Chancery.Extraction.Intake.Html;

/// <summary>A heading of the page.</summary>
/// <param name="Level">1 for <c>h1</c>.</param>
/// <param name="Text">One line.</param>
/// <param name="Core">The same without what is marked as a kicker in it.</param>
/// <param name="IsHome">True if it is a link to the site's front page and nothing else: there stands the name of the site.</param>
internal readonly record struct PageHeading(int Level, string Text, string Core, bool IsHome = false);

/// <summary>What a page says of itself, as it says it: the raw type of the format. Nothing is judged here.</summary>
internal sealed class PageFacts
{
    public string? DocumentTitle { get; set; }

    public string? OpenGraphTitle { get; set; }

    /// <summary>The title as other metadata have it.</summary>
    public string? MetaTitle { get; set; }

    public string? SiteName { get; set; }

    public string? Publisher { get; set; }

    public string? Address { get; set; }

    public string? Language { get; set; }

    public string? Headline { get; set; }

    /// <summary>What the page says in a sentence or two of its content; often the standfirst.</summary>
    public string? Description { get; set; }

    public string? ArticleBody { get; set; }

    /// <summary>The headings of levels 1 to 3 in the page's order, the first few dozen of each level.</summary>
    public List<PageHeading> Headings { get; } = [];

    public List<string> LinkedAuthors { get; } = [];

    /// <summary>What stands in elements whose names say that they hold an author.</summary>
    public List<string> MarkedAuthors { get; } = [];

    public List<string> MicrodataAuthors { get; } = [];

    public List<string> StructuredAuthors { get; } = [];

    public List<string> Organisations { get; } = [];

    public List<string> MetaAuthors { get; } = [];

    public List<DayWitness> Days { get; } = [];
}
