using System.Text.Json;
using Chancery.Extraction.Intake.Json;

namespace Chancery.Extraction.Intake.News;

/// <summary>
/// ninjs 1.x, 2.x and 3.x of the IPTC: an item, an array of items or an item on each line. The versions differ in how they
/// write their names (<c>body_html</c>, <c>bodies</c>, <c>versionCreated</c>); case and underscores do not count here.
/// </summary>
internal sealed class NinjsFormat : IReportFormat
{
    private static readonly string[] Cues = ["\"pubstatus\"", "\"versioncreated\"", "\"body_text\"", "\"body_html\"", "\"body_xhtml\"", "\"headlines\"", "\"bodies\""];

    public string Name => "ninjs";

    public bool Recognises(OpenedDocument document)
    {
        var head = document.Head;
        if (head.IsEmpty || head[0] is not ('{' or '[') || !head.Contains("\"uri\"", StringComparison.Ordinal)) return false;
        foreach (var cue in Cues)
            if (head.Contains(cue, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    public IntakeResult Read(OpenedDocument document)
    {
        var items = new List<NewsItem>();
        var isBroken = false;
        foreach (var (value, _) in JsonItems.Of(document))
        {
            if (value is { ValueKind: JsonValueKind.Object } json) items.Add(NinjsReader.Read(json));
            else isBroken = true;
        }

        if (items.Count == 0) return IntakeResult.Refuse(document, RefusalCodes.BadJson);
        var result = NewsDesk.Read(document, items);
        return isBroken ? result with { Refusals = [.. result.Refusals, .. IntakeResult.Refuse(document, RefusalCodes.BadJson).Refusals] } : result;
    }
}
