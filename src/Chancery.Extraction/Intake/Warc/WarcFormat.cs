namespace Chancery.Extraction.Intake.Warc;

/// <summary>A web archive: recognised, so that nobody reads its headers as an article, and refused until it is read.</summary>
internal sealed class WarcFormat : IReportFormat
{
    public string Name => "warc";

    public bool Recognises(OpenedDocument document) => document.Head.StartsWith("WARC/");

    public IntakeResult Read(OpenedDocument document) => IntakeResult.Refuse(document, RefusalCodes.NotReadYet);
}
