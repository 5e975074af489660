using Chancery.Extraction.Intake.Markup;

namespace Chancery.Extraction.Intake.News;

/// <summary>NewsML-G2 of the IPTC, one item or a message of several, with NITF, XHTML or plain text in it; and NITF alone.</summary>
internal sealed class NewsMlFormat : IReportFormat
{
    private static readonly string[] Roots = ["newsmessage", "newsitem", "packageitem", "nitf"];

    public string Name => "newsml";

    public bool Recognises(OpenedDocument document) =>
        document.Head.StartsWith("<") && MarkupTree.RootName(document.Text) is { } root && Array.IndexOf(Roots, root) >= 0;

    public IntakeResult Read(OpenedDocument document)
    {
        var tree = MarkupTree.Read(document.Text);
        if (tree.Nodes.Count == 0) return IntakeResult.Refuse(document, RefusalCodes.NoNewsText);
        if (tree.Nodes[0].Name == "nitf") return NewsDesk.Read(document, [NitfReader.Read(tree, tree.Nodes[0])]);
        return NewsDesk.Read(document, tree.Below(null, "newsitem").Select(item => NewsMlReader.Read(tree, item)));
    }
}
