using System.Collections.Immutable;
using Chancery.Record.Exporting.GeoJson;
using Chancery.Record.Exporting.JsonLines;
using Chancery.Record.Exporting.Plover;

namespace Chancery.Record.Exporting;

/// <summary>Writes the record in a form that others read. Stateless; safe to share.</summary>
public interface IRecordExporter
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>Writes the lines in the order given; reports stand among them.</summary>
    /// <returns>How many lines of the kinds that the form holds were left out, because it has no place for what they say.</returns>
    /// <exception cref="IOException">The stream does not take them.</exception>
    int Write(Stream stream, IReadOnlyList<Line> lines);
}

/// <summary>The forms in which the record can be exported: the one list.</summary>
public static class RecordExporters
{
    /// <summary>All of them, the record's own form first.</summary>
    public static ImmutableArray<IRecordExporter> All { get; } = [new JsonLinesExporter(), new PolecatExporter(), new PloverExporter(), new GeoJsonExporter()];

    /// <summary>The form of that name.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static IRecordExporter Named(string name) => All.Single(exporter => exporter.Name == name);
}
