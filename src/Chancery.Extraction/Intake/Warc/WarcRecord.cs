namespace Chancery.Extraction.Intake.Warc;

/// <summary>A record as it came: its header and its block.</summary>
/// <param name="Headers">By name, in any case; of a repeated one the first.</param>
/// <param name="Block">What follows the header, up to the length it states or to the next record.</param>
/// <param name="IsCutShort">True if fewer bytes are there than the header says, or it says itself that the rest was not kept.</param>
/// <param name="Fault">The code of the refusal if the record could not be unpacked.</param>
internal sealed record WarcRecord(IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Block, bool IsCutShort, string? Fault = null)
{
    /// <summary>The record's type in lower case; empty if it names none.</summary>
    public string Type => (Header("WARC-Type") ?? "").ToLowerInvariant();

    /// <summary>The address that was visited; WARC 1.0 writes it in angle brackets at times.</summary>
    public string? Address => Header("WARC-Target-URI")?.Trim('<', '>', ' ') is { Length: > 0 } address ? address : null;

    /// <summary>What a later record may know this one by.</summary>
    public IEnumerable<string> Marks => Type is "response" or "resource"
        ? Known(Header("WARC-Record-ID"), Header("WARC-Payload-Digest"), Address is null ? null : $"{Address} {Header("WARC-Date")}")
        : [];

    /// <summary>What this record says it repeats.</summary>
    public IEnumerable<string> RefersTo => Known(
        Header("WARC-Refers-To"), Header("WARC-Payload-Digest"),
        Header("WARC-Refers-To-Target-URI") is { } address ? $"{address.Trim('<', '>', ' ')} {Header("WARC-Refers-To-Date")}" : null);

    /// <summary>A header's value, or <see langword="null"/>.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    private static IEnumerable<string> Known(params string?[] marks) => marks.OfType<string>();
}
