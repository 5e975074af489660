using System.Security.Cryptography;
using Chancery.Record;

namespace Chancery.Extraction.Intake;

/// <summary>From bytes to an <see cref="OpenedDocument"/>: unpack within the limits, decode, and say no to what is not text.</summary>
internal static class Opening
{
    public static (OpenedDocument? Document, Refusal? Refusal) Open(RawDocument raw)
    {
        if (raw.Bytes.IsEmpty) return Refuse(raw, RefusalCodes.Empty);
        if (raw.Bytes.Length > Limits.UnpackedBytes) return Refuse(raw, RefusalCodes.TooLarge);
        var (bytes, fault) = Unpacking.Unpack(raw.Bytes);
        if (fault is not null) return Refuse(raw, fault);
        if (bytes.IsEmpty) return Refuse(raw, RefusalCodes.Empty);
        if (Encodings.LooksBinary(bytes.Span)) return Refuse(raw, RefusalCodes.Binary);
        var (text, encoding) = Encodings.Decode(bytes.Span, raw.MediaType);
        if (string.IsNullOrWhiteSpace(text)) return Refuse(raw, RefusalCodes.Empty);
        if (!Encodings.IsText(text)) return Refuse(raw, RefusalCodes.NotText);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(raw.Bytes.Span));
        return (new OpenedDocument(raw, NameOf(raw), sha256, text, encoding) { Bytes = bytes }, null);
    }

    private static string NameOf(RawDocument raw) =>
        raw.Source.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? raw.Source[..^3] : raw.Source;

    private static (OpenedDocument?, Refusal?) Refuse(RawDocument raw, string code) =>
        (null, new Refusal(raw.Source, code, RefusalCodes.Sentence(code)));
}
