using System.Security.Cryptography;

namespace Chancery.Text;

/// <summary>
/// A text as it came, with its hash: the only thing a <see cref="Span"/> may index. It is never normalised, trimmed or
/// folded; unpaired surrogates and control characters stay where they are. Equal if the characters are equal.
/// </summary>
public sealed class SourceText : IEquatable<SourceText>
{
    private string? _hash;

    /// <summary>Keeps <paramref name="value"/> unchanged.</summary>
    public SourceText(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
    }

    /// <summary>The empty text.</summary>
    public static SourceText Empty { get; } = new("");

    /// <summary>The characters.</summary>
    public string Value { get; }

    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => Value.Length;

    /// <summary>The whole text as a span.</summary>
    public Span Whole => new(0, Value.Length);

    /// <summary>SHA-256 of the UTF-16 code units (little endian), in lower-case hexadecimal; computed when first asked.</summary>
    public string Hash => _hash ??= Convert.ToHexStringLower(
        SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Value.AsSpan())));

    /// <summary>The words at <paramref name="span"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span ends beyond the text.</exception>
    public string this[Span span] => Slice(span).ToString();

    /// <summary>The characters at <paramref name="span"/>, without copying them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span ends beyond the text.</exception>
    public ReadOnlySpan<char> Slice(Span span) => Value.AsSpan(span.Start, span.Length);

    /// <inheritdoc/>
    public bool Equals(SourceText? other) => other is not null && string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SourceText);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The characters themselves.</summary>
    public override string ToString() => Value;
}
