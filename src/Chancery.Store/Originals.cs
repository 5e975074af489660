using System.Security.Cryptography;
using Dapper;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Store;

/// <summary>The bytes of a report or feed as they came.</summary>
/// <param name="Sha256">Their SHA-256, in lower-case hexadecimal.</param>
/// <param name="Bytes">All of them.</param>
/// <param name="MediaType">As the sender named it when they first came.</param>
/// <param name="Address">Where they were first fetched; <see langword="null"/> for files.</param>
/// <param name="Retrieved">When they were first fetched; <see langword="null"/> if unknown.</param>
public sealed record Original(string Sha256, ReadOnlyMemory<byte> Bytes, string? MediaType, string? Address, Instant? Retrieved);

public sealed partial class RecordStore
{
    /// <summary>Keeps the bytes behind a report, so that one can walk back to them; what came first stays.</summary>
    /// <returns>True if they were not there yet.</returns>
    /// <exception cref="ArgumentException">The bytes do not have that hash.</exception>
    public bool AppendBytes(string sha256, ReadOnlyMemory<byte> bytes, string? mediaType = null, string? address = null, Instant? retrieved = null)
    {
        if (!string.Equals(sha256, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), StringComparison.Ordinal))
            throw new ArgumentException("The bytes do not have this SHA-256.", nameof(sha256));
        if (HasBytes(sha256)) return false;
        var (coding, packed) = Packing.Pack(bytes.Span);
        return Write(connection => connection.Execute(
            """
            INSERT INTO raw (sha256, length, coding, bytes, media_type, address, retrieved)
            VALUES (@sha256, @length, @coding, @packed, @mediaType, @address, @retrieved)
            ON CONFLICT (sha256) DO NOTHING
            """,
            new { sha256, length = bytes.Length, coding, packed, mediaType, address, retrieved = retrieved is { } at ? Iso(at) : null })) > 0;
    }

    /// <summary>The bytes with this hash, or <see langword="null"/> if they were never appended.</summary>
    /// <exception cref="StoreException"><c>ST06</c>: they can no longer be unpacked.</exception>
    public Original? Original(string sha256)
    {
        var row = Read(connection => connection.QuerySingleOrDefault<RawRow>(
            "SELECT length, coding, bytes, media_type, address, retrieved FROM raw WHERE sha256 = @sha256", new { sha256 }));
        if (row is null) return null;
        var retrieved = row.Retrieved is null ? (Instant?)null : InstantPattern.ExtendedIso.Parse(row.Retrieved).Value;
        var bytes = Packing.Unpack(row.Coding, row.Length, row.Bytes)
            ?? throw new StoreException("ST06", $"The bytes {sha256} in {Place} are damaged; restore it from a backup.");
        return new Original(sha256, bytes, row.Media_Type, row.Address, retrieved);
    }

    private bool HasBytes(string sha256) =>
        Read(connection => connection.ExecuteScalar<long>("SELECT count(*) FROM raw WHERE sha256 = @sha256", new { sha256 })) > 0;

    private static string Iso(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    private sealed record RawRow(long Length, string Coding, byte[] Bytes, string? Media_Type, string? Address, string? Retrieved);
}
