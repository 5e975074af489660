namespace Chancery.Extraction.Intake;

/// <summary>A document unpacked and decoded once, before a format looks at it.</summary>
/// <param name="Raw">The bytes as they came.</param>
/// <param name="Name">The source's name without <c>.gz</c>.</param>
/// <param name="Sha256">SHA-256 of the bytes as they came, lower-case hexadecimal.</param>
/// <param name="Text">The decoded text; offsets of blocks count in it.</param>
/// <param name="Encoding">The name of the encoding that was used.</param>
public sealed record OpenedDocument(RawDocument Raw, string Name, string Sha256, string Text, string Encoding)
{
    /// <summary>The unpacked bytes, for formats whose parts have encodings of their own.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; } = Raw.Bytes;

    /// <summary>The media type without parameters, lower case; empty if the sender named none.</summary>
    public string MediaType => (Raw.MediaType ?? "").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>True if the name ends so, in any case.</summary>
    public bool IsNamed(string extension) => Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first 4,096 characters without leading white space: what formats are recognised by.</summary>
    public ReadOnlySpan<char> Head
    {
        get
        {
            var text = Text.AsSpan().TrimStart();
            return text[..Math.Min(text.Length, 4096)];
        }
    }
}
