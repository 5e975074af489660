using NodaTime;

namespace Chancery.Extraction.Intake;

/// <summary>Bytes as they came, before anybody knows what they are.</summary>
/// <param name="Source">The file's name or the address, for people and for <c>report.source</c>.</param>
/// <param name="Bytes">All bytes, as stored or received.</param>
/// <param name="MediaType">As the sender named it, with its charset if it had one; <see langword="null"/> for files.</param>
/// <param name="Address">Where it was fetched; <see langword="null"/> for files.</param>
/// <param name="Retrieved">When it was fetched; no report is dated after it. <see langword="null"/> if unknown.</param>
public sealed record RawDocument(
    string Source,
    ReadOnlyMemory<byte> Bytes,
    string? MediaType = null,
    string? Address = null,
    Instant? Retrieved = null);
