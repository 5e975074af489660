using Chancery.Extraction.Intake.Markup;

namespace Chancery.Extraction.Intake.Feeds;

/// <summary>A list of feeds: it is recognised and gives no reports; <see cref="Opml"/> reads the addresses.</summary>
internal sealed class OpmlFormat : IReportFormat
{
    public string Name => "opml";

    public bool Recognises(OpenedDocument document) => document.Head.StartsWith("<") && MarkupTree.RootName(document.Text) == "opml";

    public IntakeResult Read(OpenedDocument document) => IntakeResult.Refuse(document, RefusalCodes.FeedList);
}
