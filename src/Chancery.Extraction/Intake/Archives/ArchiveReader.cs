using Chancery.Record;
using Chancery.Text;

namespace Chancery.Extraction.Intake.Archives;

/// <summary>
/// Reads the members of an archive through all formats and joins the results. The same bytes twice in an archive are one
/// report. An archive in an archive is read, one in that is not.
/// </summary>
internal sealed class ArchiveReader(RawDocument archive, int depth)
{
    private readonly List<Report> _reports = [];
    private readonly List<Refusal> _refusals = [];
    private readonly List<SourceItem> _items = [];
    private readonly List<RawDocument> _members = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>The reports of all members.</summary>
    /// <param name="format">The archive's format.</param>
    /// <param name="archive">The archive.</param>
    /// <param name="depth">How many archives it lies in.</param>
    public static IntakeResult Read(IArchiveFormat format, RawDocument archive, int depth)
    {
        if (depth >= Limits.Packings) return IntakeResult.Refuse(archive, RefusalCodes.Unsafe);
        var reader = new ArchiveReader(archive, depth);
        reader.ReadMembers(format);
        return reader.Close();
    }

    private void ReadMembers(IArchiveFormat format)
    {
        var count = 0;
        using var members = format.Open(archive).GetEnumerator();
        while (TryMove(members))
        {
            var member = members.Current;
            if (++count > Limits.Items) Refuse(archive.Source, RefusalCodes.TooLarge);
            if (count > Limits.Items) return;
            if (member.Refusal is { } refusal) _refusals.Add(refusal);
            if (member.Document is { } document) Take(document, Formats.Read(document, depth + 1), member.IsCutShort);
        }
    }

    /// <summary>What is wrong with the archive itself ends it; what was read before stays.</summary>
    private bool TryMove(IEnumerator<ArchiveMember> members)
    {
        try
        {
            return members.MoveNext();
        }
        catch (UnpackingException fault)
        {
            Refuse(archive.Source, fault.Code);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or FormatException or NotSupportedException or OverflowException or ArgumentException)
        {
            // What the readers of the platform say of damaged archives.
            Refuse(archive.Source, RefusalCodes.Truncated);
        }

        return false;
    }

    private void Take(RawDocument document, IntakeResult result, bool isCutShort)
    {
        _refusals.AddRange(result.Refusals);
        _items.AddRange(result.Items);
        var fresh = result.Reports.Where(report => _ids.Add(report.Id)).ToList();
        _reports.AddRange(fresh);
        if (isCutShort && result.Items.IsEmpty) _items.AddRange(fresh.Select(report => new SourceItem(report.Id, null, document.Address, report.Title, report.Sha256, TextExtent.CutShort)));
        if (fresh.Count == 0) return;
        if (result.Members.IsEmpty) _members.Add(document);
        else _members.AddRange(result.Members);
    }

    private void Refuse(string source, string code) => _refusals.Add(new Refusal(source, code, RefusalCodes.Sentence(code)));

    private IntakeResult Close()
    {
        if (_reports.Count == 0 && _refusals.Count == 0) Refuse(archive.Source, RefusalCodes.EmptyArchive);
        return new IntakeResult(_reports.ToEquatableArray(), _refusals.ToEquatableArray())
        {
            Items = _items.ToEquatableArray(),
            Policy = SourceItem.PolicyOf(_items),
            Members = _members.ToEquatableArray(),
        };
    }
}
