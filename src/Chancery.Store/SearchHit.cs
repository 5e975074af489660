using Chancery.Record;
using Chancery.Text;
using NodaTime;

namespace Chancery.Store;

/// <summary>A line that was found.</summary>
/// <param name="Id">The line's id.</param>
/// <param name="Kind">Its kind, as <see cref="LineKinds"/> names it.</param>
/// <param name="Report">Id of the report it stands in; of a report its own.</param>
/// <param name="Title">The report's headline.</param>
/// <param name="Outlet">The report's outlet.</param>
/// <param name="Source">The report's name or address.</param>
/// <param name="Day">First day on which the report can have been published.</param>
/// <param name="Snippet">Some of the line's words around what was searched for; plain text, untrusted, never markup.</param>
/// <param name="Marks">The found words, as places in <paramref name="Snippet"/>.</param>
public sealed record SearchHit(
    string Id, string Kind, string Report, string? Title, string? Outlet, string Source, LocalDate? Day, string Snippet, EquatableArray<Span> Marks);

/// <summary>A page of what was found.</summary>
/// <param name="Total">How many lines were found in all.</param>
/// <param name="Hits">Those of this page, the best first; without words, the newest report first.</param>
public sealed record SearchPage(int Total, EquatableArray<SearchHit> Hits);
