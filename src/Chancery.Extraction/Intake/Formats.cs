using System.Collections.Immutable;
using Chancery.Extraction.Intake.Archives;
using Chancery.Extraction.Intake.Feeds;
using Chancery.Extraction.Intake.Html;
using Chancery.Extraction.Intake.JsonLines;
using Chancery.Extraction.Intake.Mail;
using Chancery.Extraction.Intake.News;
using Chancery.Extraction.Intake.PlainText;
using Chancery.Extraction.Intake.Warc;

namespace Chancery.Extraction.Intake;

/// <summary>The formats in order of precedence, and the one door through which bytes become reports.</summary>
public static class Formats
{
    /// <summary>All formats; the first that recognises a document reads it. Plain text takes what is left.</summary>
    public static ImmutableArray<IReportFormat> All { get; } =
    [
        new FeedFormat(),
        new OpmlFormat(),
        new NewsMlFormat(),
        new HtmlFormat(),
        new NinjsFormat(),
        new JsonLinesFormat(),
        new MailFormat(),
        new PlainTextFormat(),
    ];

    /// <summary>The shapes that hold documents; asked before <see cref="All"/>, by the first bytes alone.</summary>
    internal static ImmutableArray<IArchiveFormat> Archives { get; } = [new WarcFormat(), new ZipFormat(), new TarFormat()];

    private const int HeadLength = 1024;

    /// <summary>The reports in the document, or a refusal that says why there are none. Never throws on content.</summary>
    public static IntakeResult Read(RawDocument raw) => Read(raw, 0);

    /// <summary>As the other, for a document that lies in archives.</summary>
    internal static IntakeResult Read(RawDocument raw, int depth)
    {
        ArgumentNullException.ThrowIfNull(raw);
        try
        {
            if (ArchiveOf(raw) is { } archive) return ArchiveReader.Read(archive, raw, depth);
            var (document, refusal) = Opening.Open(raw);
            if (document is null) return new IntakeResult([], [refusal!]);
            var format = All.FirstOrDefault(format => format.Recognises(document));
            return format?.Read(document) ?? IntakeResult.Refuse(document, RefusalCodes.Unrecognised);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A defect of ours or of the HTML parser must not stop a batch; the fuzz tests allow none.
            return IntakeResult.Refuse(raw, RefusalCodes.Defect, $"{RefusalCodes.Sentence(RefusalCodes.Defect)} ({fault.GetType().Name})");
        }
    }

    private static IArchiveFormat? ArchiveOf(RawDocument raw)
    {
        if (raw.Bytes.IsEmpty || raw.Bytes.Length > Limits.ArchiveBytes) return null;
        var head = Unpacking.IsGzip(raw.Bytes.Span) ? Unpacking.Head(raw.Bytes, HeadLength) : raw.Bytes.Span[..Math.Min(HeadLength, raw.Bytes.Length)];
        foreach (var archive in Archives)
            if (archive.Recognises(head))
                return archive;
        return null;
    }
}
