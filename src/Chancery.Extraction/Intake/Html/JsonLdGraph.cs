using System.Text.Json;

namespace Chancery.Extraction.Intake.Html;

/// <summary>
/// The blocks of JSON-LD of one page, parsed. Raw control characters, comments and trailing commas are borne; a block that is
/// broken beyond that costs only itself.
/// </summary>
internal sealed class JsonLdGraph
{
    private const int Deepest = 64;
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Deepest };

    /// <summary>The blocks in the page's order.</summary>
    public List<JsonElement> Roots { get; } = [];

    public void Add(string block)
    {
        try
        {
            using var document = JsonDocument.Parse(Clean(block), Options);
            Roots.Add(document.RootElement.Clone());
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The page is read without it.
        }
    }

    private static string Clean(string block)
    {
        var letters = block.AsSpan().Trim().ToArray();
        for (var i = 0; i < letters.Length; i++)
            if (char.IsControl(letters[i])) letters[i] = ' ';
        var text = new string(letters).Trim();
        if (text.StartsWith("<!--", StringComparison.Ordinal)) text = text[4..];
        if (text.EndsWith("-->", StringComparison.Ordinal)) text = text[..^3];
        return text.Trim().TrimEnd(';');
    }
}
