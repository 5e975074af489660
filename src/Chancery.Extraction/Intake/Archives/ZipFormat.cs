using System.IO.Compression;

namespace Chancery.Extraction.Intake.Archives;

/// <summary>A zip of reports. Sizes are counted while unpacking, whatever the directory says; office files are zips too and are no reports.</summary>
internal sealed class ZipFormat : IArchiveFormat
{
    private static readonly string[] OfficeMarks = ["[Content_Types].xml", "mimetype", "META-INF/container.xml", "META-INF/MANIFEST.MF"];

    public string Name => "zip";

    public bool Recognises(ReadOnlySpan<byte> head) => head is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    public IEnumerable<ArchiveMember> Open(RawDocument archive)
    {
        var (bytes, fault) = Unpacking.Unpack(archive.Bytes);
        if (fault is not null)
        {
            yield return ArchiveMember.Refuse(archive.Source, fault);
            yield break;
        }

        using var zip = new ZipArchive(Unpacking.StreamOf(bytes), ZipArchiveMode.Read);
        if (zip.Entries.Any(entry => Array.IndexOf(OfficeMarks, entry.FullName) >= 0))
        {
            yield return ArchiveMember.Refuse(archive.Source, RefusalCodes.Binary);
            yield break;
        }

        var budget = new UnpackingBudget(bytes.Length);
        foreach (var entry in zip.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            var name = entry.FullName.Replace('\\', '/');
            if (!name.EndsWith('/') && !MemberNames.IsNoReport(name)) yield return Read(archive, entry, name, budget);
        }
    }

    private static ArchiveMember Read(RawDocument archive, ZipArchiveEntry entry, string name, UnpackingBudget budget)
    {
        var source = $"{archive.Source}/{name}";
        if (entry.IsEncrypted) return ArchiveMember.Refuse(source, RefusalCodes.Locked);
        try
        {
            using var stream = entry.Open();
            return new ArchiveMember(new RawDocument(source, CountedStream.ReadAll(stream, entry.CompressedLength, budget), Retrieved: archive.Retrieved));
        }
        catch (UnpackingException fault) when (!budget.IsSpent)
        {
            return ArchiveMember.Refuse(source, fault.Code);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return ArchiveMember.Refuse(source, RefusalCodes.Truncated);
        }
    }
}
