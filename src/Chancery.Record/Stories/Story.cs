using Chancery.Text;

namespace Chancery.Record.Stories;

/// <summary>Reports of one thread of happenings.</summary>
public sealed record Story : Line
{
    /// <summary>A headline taken from one of its reports.</summary>
    public required string Title { get; init; }

    /// <summary>Ids of the reports, oldest first.</summary>
    public EquatableArray<string> Reports { get; init; }

    /// <summary>From its first report's day to its last.</summary>
    public When? When { get; init; }

    /// <summary>Ids of the entities that carry it.</summary>
    public EquatableArray<string> Entities { get; init; }
}
