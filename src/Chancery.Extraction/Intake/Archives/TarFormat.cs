using System.Formats.Tar;

namespace Chancery.Extraction.Intake.Archives;

/// <summary>A tar of reports, packed with gzip or not, read as a stream. Links and devices are nothing to read and are passed over.</summary>
internal sealed class TarFormat : IArchiveFormat
{
    private const int MagicAt = 257;

    public string Name => "tar";

    public bool Recognises(ReadOnlySpan<byte> head) => head.Length > MagicAt + 5 && head[MagicAt..].StartsWith("ustar"u8);

    public IEnumerable<ArchiveMember> Open(RawDocument archive)
    {
        var budget = new UnpackingBudget(archive.Bytes.Length);
        using var stream = new CountedStream(Unpacking.Inflating(archive.Bytes), budget);
        using var tar = new TarReader(stream);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile)) continue;
            var name = NameOf(entry);
            if (name.Length > 0 && !MemberNames.IsNoReport(name)) yield return Read(archive, entry, name);
        }
    }

    /// <summary>Below the archive: a leading <c>./</c> or <c>/</c> is no part of it.</summary>
    private static string NameOf(TarEntry entry)
    {
        var name = entry.Name.Replace('\\', '/');
        return (name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name).TrimStart('/');
    }

    private static ArchiveMember Read(RawDocument archive, TarEntry entry, string name)
    {
        var source = $"{archive.Source}/{name}";
        if (entry.Length > Limits.UnpackedBytes) return ArchiveMember.Refuse(source, RefusalCodes.TooLarge);
        using var bytes = new MemoryStream();
        entry.DataStream?.CopyTo(bytes);
        return new ArchiveMember(new RawDocument(source, bytes.ToArray(), Retrieved: archive.Retrieved));
    }
}
