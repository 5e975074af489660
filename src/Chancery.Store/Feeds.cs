using Dapper;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Store;

/// <summary>A feed that is fetched again and again, and how it stands with it. Nothing of it is part of the record.</summary>
/// <param name="Address">Where it is fetched; its identity.</param>
/// <param name="Title">What it or somebody calls it.</param>
/// <param name="Added">Since when it is fetched.</param>
/// <param name="NextVisit">Not before this instant.</param>
public sealed record Feed(string Address, string? Title, Instant Added, Instant NextVisit)
{
    /// <summary>The <c>ETag</c> of the newest copy that was read to its end, byte for byte.</summary>
    public string? ETag { get; init; }

    /// <summary>Its <c>Last-Modified</c>, byte for byte.</summary>
    public string? LastModified { get; init; }

    /// <summary>SHA-256 of its bytes.</summary>
    public string? Sha256 { get; init; }

    /// <summary>True if it was ever caught giving two items one id; its ids are not trusted again.</summary>
    public bool HasBadIds { get; init; }

    /// <summary>True if its server said that it was removed for good; it is not fetched again.</summary>
    public bool IsGone { get; init; }

    /// <summary>Visits that failed since the last that did not.</summary>
    public int Failures { get; init; }

    /// <summary>Code and sentence of the last failure; <see langword="null"/> after a visit that did not fail.</summary>
    public string? Said { get; init; }

    /// <summary>The last visit, failed or not.</summary>
    public Instant? Visited { get; init; }
}

public sealed partial class RecordStore
{
    private const string FeedColumns =
        """
        address, title, added, next_visit AS nextvisit, etag, last_modified AS lastmodified, sha256, has_bad_ids AS hasbadids,
        is_gone AS isgone, failures, said, visited
        """;

    /// <summary>Feeds by address.</summary>
    public IReadOnlyList<Feed> Feeds() => [.. Read(connection => connection.Query<FeedRow>($"SELECT {FeedColumns} FROM feed ORDER BY address")).Select(row => row.ToFeed())];

    /// <summary>The feed at this address, or <see langword="null"/>.</summary>
    public Feed? Feed(string address) =>
        Read(connection => connection.QuerySingleOrDefault<FeedRow>($"SELECT {FeedColumns} FROM feed WHERE address = @address", new { address }))?.ToFeed();

    /// <summary>Adds a feed, or writes how it stands now.</summary>
    public void Save(Feed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        Write(connection => connection.Execute(
            """
            INSERT INTO feed (address, title, added, next_visit, etag, last_modified, sha256, has_bad_ids, is_gone, failures, said, visited)
            VALUES (@Address, @Title, @added, @next, @ETag, @LastModified, @Sha256, @HasBadIds, @IsGone, @Failures, @Said, @visited)
            ON CONFLICT (address) DO UPDATE SET title = excluded.title, next_visit = excluded.next_visit, etag = excluded.etag,
              last_modified = excluded.last_modified, sha256 = excluded.sha256, has_bad_ids = excluded.has_bad_ids,
              is_gone = excluded.is_gone, failures = excluded.failures, said = excluded.said, visited = excluded.visited
            """,
            new
            {
                feed.Address,
                feed.Title,
                added = Iso(feed.Added),
                next = Iso(feed.NextVisit),
                feed.ETag,
                feed.LastModified,
                feed.Sha256,
                feed.HasBadIds,
                feed.IsGone,
                feed.Failures,
                feed.Said,
                visited = feed.Visited is { } at ? Iso(at) : null,
            }));
    }

    /// <summary>The feed has moved for good: it and its items go to the new address, or into the feed that is there already.</summary>
    public void MoveFeed(string from, string to) => Write(connection =>
    {
        if (connection.ExecuteScalar<long>("SELECT count(*) FROM feed WHERE address = @to", new { to }) == 0)
            return connection.Execute("UPDATE feed SET address = @to WHERE address = @from", new { from, to });
        connection.Execute("UPDATE OR IGNORE feed_item SET feed = @to WHERE feed = @from", new { from, to });
        return connection.Execute("DELETE FROM feed WHERE address = @from", new { from });
    });

    /// <summary>Forgets the feed, its items and the pages wanted for them. Reports made of them stay.</summary>
    /// <returns>False if there was none.</returns>
    public bool RemoveFeed(string address) =>
        Write(connection => connection.Execute("DELETE FROM feed WHERE address = @address", new { address })) > 0;

    private static Instant ReadInstant(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    private sealed record FeedRow(
        string Address, string? Title, string Added, string NextVisit, string? ETag, string? LastModified, string? Sha256,
        long HasBadIds, long IsGone, long Failures, string? Said, string? Visited)
    {
        public Feed ToFeed() => new(Address, Title, ReadInstant(Added), ReadInstant(NextVisit))
        {
            ETag = ETag,
            LastModified = LastModified,
            Sha256 = Sha256,
            HasBadIds = HasBadIds == 1,
            IsGone = IsGone == 1,
            Failures = (int)Failures,
            Said = Said,
            Visited = Visited is null ? null : ReadInstant(Visited),
        };
    }
}
