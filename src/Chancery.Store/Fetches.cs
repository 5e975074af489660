using System.Text.Json;
using Chancery.Text;
using Dapper;
using NodaTime;

namespace Chancery.Store;

/// <summary>One step on the way to a copy, or one line of its head.</summary>
/// <param name="Name">The status of a redirect, the name of a header.</param>
/// <param name="Value">The address that redirected, the header's value as sent.</param>
public sealed record FetchLine(string Name, string Value);

/// <summary>How stored bytes came from the web.</summary>
/// <param name="Sha256">Of the bytes, after unpacking.</param>
/// <param name="Address">What was asked for.</param>
/// <param name="Final">What answered.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Redirects">The way from the one to the other.</param>
/// <param name="Headers">The answer's head, without cookies.</param>
/// <param name="Retrieved">When it had come whole.</param>
public sealed record StoredFetch(
    string Sha256, string Address, string Final, int Status, EquatableArray<FetchLine> Redirects, EquatableArray<FetchLine> Headers, Instant Retrieved);

public sealed partial class RecordStore
{
    /// <summary>Keeps how bytes came; the same again changes nothing.</summary>
    public void Append(StoredFetch fetch)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        Write(connection => connection.Execute(
            """
            INSERT INTO fetch (sha256, address, final, status, redirects, headers, retrieved)
            VALUES (@Sha256, @Address, @Final, @Status, @redirects, @headers, @retrieved) ON CONFLICT DO NOTHING
            """,
            new
            {
                fetch.Sha256,
                fetch.Address,
                fetch.Final,
                fetch.Status,
                redirects = JsonSerializer.Serialize(fetch.Redirects.ToArray()),
                headers = JsonSerializer.Serialize(fetch.Headers.ToArray()),
                retrieved = Iso(fetch.Retrieved),
            }));
    }

    /// <summary>How these bytes came, oldest first; none for files.</summary>
    public IReadOnlyList<StoredFetch> Fetches(string sha256) => [.. Read(connection => connection.Query<FetchRow>(
        "SELECT sha256, address, final, status, redirects, headers, retrieved FROM fetch WHERE sha256 = @sha256 ORDER BY retrieved, key", new { sha256 }))
        .Select(row => new StoredFetch(row.Sha256, row.Address, row.Final, (int)row.Status, Lines(row.Redirects), Lines(row.Headers), ReadInstant(row.Retrieved)))];

    private static EquatableArray<FetchLine> Lines(string json) => JsonSerializer.Deserialize<FetchLine[]>(json)!.ToEquatableArray();

    private sealed record FetchRow(string Sha256, string Address, string Final, long Status, string Redirects, string Headers, string Retrieved);
}
