using Chancery.Extraction.Intake.Archives;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Extraction.Intake.Warc;

/// <summary>
/// A web archive (WARC 1.0 and 1.1), packed record by record or not. The pages of its <c>response</c> and <c>resource</c>
/// records are its members; the record's date is the time of retrieval. Answers that are no success and parts of pages are
/// passed over, as in a folder. A record of a page that had not changed adds nothing where the page is in the archive.
/// </summary>
internal sealed class WarcFormat : IArchiveFormat
{
    private static readonly string[] PageTypes = ["html", "xml", "json"];

    public string Name => "warc";

    public bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith("WARC/"u8);

    public IEnumerable<ArchiveMember> Open(RawDocument archive)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var revisits = new List<WarcRecord>();
        foreach (var record in GzipMembers.Of(archive.Bytes).SelectMany(WarcReader.Read))
        {
            seen.UnionWith(record.Marks);
            if (record.Type == "revisit") revisits.Add(record);
            else if (record.Type is "continuation") yield return ArchiveMember.Refuse(SourceOf(record, archive), RefusalCodes.NotReadYet);
            else if (record.Fault is { } fault) yield return ArchiveMember.Refuse(SourceOf(record, archive), fault);
            else if (Page(record, archive) is { } page) yield return page;
        }

        foreach (var record in revisits)
            if (!record.RefersTo.Any(seen.Contains))
                yield return ArchiveMember.Refuse(SourceOf(record, archive), RefusalCodes.Unchanged);
    }

    private static ArchiveMember? Page(WarcRecord record, RawDocument archive)
    {
        if (record.Type is not ("response" or "resource")) return null;
        var answer = HttpAnswer.Read(record);
        if (answer is null || !answer.IsSuccess || !IsPage(record, answer)) return null;
        if (answer.Fault is { } fault) return ArchiveMember.Refuse(SourceOf(record, archive), fault);
        var document = new RawDocument(SourceOf(record, archive), answer.Body, answer.MediaType, record.Address, TimeOf(record) ?? archive.Retrieved);
        return new ArchiveMember(document, IsCutShort: record.IsCutShort);
    }

    private static bool IsPage(WarcRecord record, HttpAnswer answer)
    {
        var type = (answer.MediaType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        if (type.Length == 0) return answer.Body.Span.TrimStart(" \t\r\n"u8) is [(byte)'<' or (byte)'{' or (byte)'[', ..];
        return Array.Exists(PageTypes, type.Contains) || (record.Type == "resource" && type is "text/plain" or "message/rfc822");
    }

    private static string SourceOf(WarcRecord record, RawDocument archive) => record.Address ?? $"{archive.Source}#{record.Header("WARC-Record-ID")}";

    private static Instant? TimeOf(WarcRecord record) =>
        OffsetDateTimePattern.ExtendedIso.Parse(record.Header("WARC-Date") ?? "") is { Success: true, Value: var when } ? when.ToInstant() : null;
}
