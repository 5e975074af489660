using Chancery.Record;

namespace Chancery.Extraction.Intake.Archives;

/// <summary>
/// A shape that holds documents: each is read as if it had come alone. A fault in one member costs that member only.
/// </summary>
internal interface IArchiveFormat
{
    /// <summary>A short lower-case name: <c>zip</c>.</summary>
    string Name { get; }

    /// <summary>True if the unpacked bytes begin as this archive does.</summary>
    /// <param name="head">At most the first 1,024 bytes, gzip taken off.</param>
    bool Recognises(ReadOnlySpan<byte> head);

    /// <summary>
    /// The members in the archive's order, one at a time so that no more than one is unpacked. Gzip around the archive is
    /// its own business.
    /// </summary>
    IEnumerable<ArchiveMember> Open(RawDocument archive);
}

/// <summary>A member: a document, or why it is none.</summary>
/// <param name="Document">The member's bytes; <see langword="null"/> if they could not be had.</param>
/// <param name="Refusal">Why not.</param>
/// <param name="IsCutShort">True if the archive says that not all of it was kept.</param>
internal readonly record struct ArchiveMember(RawDocument? Document, Refusal? Refusal = null, bool IsCutShort = false)
{
    public static ArchiveMember Refuse(string source, string code) => new(null, new Refusal(source, code, RefusalCodes.Sentence(code)));
}
