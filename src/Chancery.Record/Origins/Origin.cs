using Chancery.Text;

namespace Chancery.Record.Origins;

/// <summary>Reports that go back to one text. Corroboration counts origins, not reports.</summary>
public sealed record Origin : Line
{
    /// <summary>Ids of the reports, oldest first.</summary>
    public EquatableArray<string> Reports { get; init; }

    /// <summary><c>copy</c>, <c>shares</c> or <c>independent</c>.</summary>
    public required string Relation { get; init; }

    /// <summary>The agency whose text it is, if one is credited.</summary>
    public string? Agency { get; init; }

    /// <summary>Id of the report that the others repeat, if one came first.</summary>
    public string? Of { get; init; }
}
