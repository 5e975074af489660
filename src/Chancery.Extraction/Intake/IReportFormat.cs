using Chancery.Record;
using Chancery.Text;

namespace Chancery.Extraction.Intake;

/// <summary>What was made of one document: the reports in it, and what had to be refused. At least one of the two.</summary>
/// <param name="Reports">The reports, in the document's order.</param>
/// <param name="Refusals">The document or parts of it from which no report could be made.</param>
public sealed record IntakeResult(EquatableArray<Report> Reports, EquatableArray<Refusal> Refusals)
{
    /// <summary>The items of a feed or another list, as their source knows them; empty for a document that is one report.</summary>
    public EquatableArray<SourceItem> Items { get; init; } = [];

    /// <summary>By what the items are told apart in this document.</summary>
    public IdentityPolicy Policy { get; init; }

    /// <summary>
    /// The documents inside an archive from which reports were made, as they lay in it: a report's hash is that of its
    /// member. Empty where the document itself was read.
    /// </summary>
    public EquatableArray<RawDocument> Members { get; init; } = [];

    /// <summary>A document from which nothing could be made.</summary>
    public static IntakeResult Refuse(RawDocument raw, string code, string detail)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return new IntakeResult([], [new Refusal(raw.Source, code, detail)]);
    }

    internal static IntakeResult Refuse(OpenedDocument document, string code) => Refuse(document.Raw, code);

    internal static IntakeResult Refuse(RawDocument raw, string code) => Refuse(raw, code, RefusalCodes.Sentence(code));
}

/// <summary>A shape in which reports arrive. Its <see cref="Read"/> is a function of the document and never throws on content.</summary>
public interface IReportFormat
{
    /// <summary>A short lower-case name: <c>html</c>.</summary>
    string Name { get; }

    /// <summary>True if the document looks like this format; the first format in <see cref="Formats"/> to say so reads it.</summary>
    bool Recognises(OpenedDocument document);

    /// <summary>The reports in the document.</summary>
    IntakeResult Read(OpenedDocument document);
}
