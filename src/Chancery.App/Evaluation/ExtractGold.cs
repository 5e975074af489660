namespace Chancery.App.Evaluation;

/// <summary>What is known of a page by its gold lines; what is <see langword="null"/> or empty is not measured on it.</summary>
/// <param name="Body">The article's text.</param>
/// <param name="With">Phrases that must be in it.</param>
/// <param name="Without">Phrases that must not.</param>
/// <param name="Title">The headline.</param>
/// <param name="Authors">Who signed it.</param>
/// <param name="Date">The day of publication, ISO.</param>
internal sealed record ExtractGold(string? Body, IReadOnlyList<string> With, IReadOnlyList<string> Without, string? Title, IReadOnlyList<string> Authors, string? Date)
{
    /// <summary>The article's paragraphs, where the gold keeps them apart; the standfirst is one of them.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    /// <summary>Numbers of the paragraphs that may be there or not.</summary>
    public IReadOnlySet<int> Optional { get; init; } = new HashSet<int>();
}

/// <summary>What was read of a page; an empty answer where no report could be made.</summary>
/// <param name="Text">The article's text.</param>
/// <param name="Title">The headline.</param>
/// <param name="Authors">Who signed it.</param>
/// <param name="Date">The day of publication, ISO; only if it is one day.</param>
internal sealed record ExtractAnswer(string Text, string? Title, IReadOnlyList<string> Authors, string? Date)
{
    /// <summary>Standfirst and highlights, which a report keeps beside its text; counted where the gold's paragraphs hold them.</summary>
    public string Standfirst { get; init; } = "";

    /// <summary>What was cut, to tell of a missed phrase where it went.</summary>
    public IReadOnlyList<Chancery.Record.Cut> Cuts { get; init; } = [];

    /// <summary>
    /// The text as a corpus counts it: those that mark paragraphs or phrases (fundus, trafilatura, WCXB) count the standfirst as
    /// article, those that give one body do not.
    /// </summary>
    public string TextFor(ExtractGold gold) =>
        Standfirst.Length > 0 && gold.Paragraphs.Count + gold.With.Count > 0 ? $"{Standfirst}\n\n{Text}" : Text;
}
