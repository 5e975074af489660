using System.Collections.Immutable;
using Chancery.App.Desk;
using Chancery.Record;

namespace Chancery.App.Feeds;

/// <summary>What a visit to a feed or to an item's page brought.</summary>
/// <param name="Address">Where.</param>
/// <param name="What"><c>news</c>, <c>unchanged</c>, <c>failed</c>, <c>gone</c> or <c>page</c>.</param>
internal sealed record Visit(string Address, string What)
{
    /// <summary>Reports that were not there before.</summary>
    public int New { get; init; }

    /// <summary>Of these, new versions of others.</summary>
    public int Revised { get; init; }

    /// <summary>Findings that were not there before.</summary>
    public int Findings { get; init; }

    /// <summary>Items that only sum up their pages, which are wanted now.</summary>
    public int Wanted { get; init; }

    /// <summary>The address to which it has moved for good.</summary>
    public string? MovedTo { get; init; }

    public ImmutableArray<Refusal> Refusals { get; init; } = [];

    public Visit With(IReadOnlyCollection<Arrived> arrived) => this with
    {
        New = arrived.Count(one => one.IsNew),
        Revised = arrived.Count(one => one is { IsNew: true, Revises: not null }),
        Findings = arrived.Sum(one => one.Findings),
    };
}
