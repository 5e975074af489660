using System.Text.Json;
using Chancery.App.Commands;
using Chancery.Record;
using Chancery.Record.Findings;

namespace Chancery.App.Web;

/// <summary>A record of a report, as a card beside the text.</summary>
/// <param name="Id">The record's id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Sentence">The record in one sentence.</param>
/// <param name="Chain">Who says so, from the report inwards; empty where the report speaks itself.</param>
/// <param name="When">The days in which it lies, in words.</param>
/// <param name="Quotes">The exact words it rests on.</param>
/// <param name="By">Annotator, version and rule.</param>
/// <param name="Record">The whole line of the record.</param>
public sealed record CardShown(
    string Id, string Kind, string Sentence, IReadOnlyList<LinkShown> Chain, string? When, IReadOnlyList<QuoteShown> Quotes, string By, JsonElement Record)
{
    // What a reader looks for first; kinds that are not named stand between the two.
    private static readonly string[] First = ["statement", "position", "pledge", "event", "mission", "control", "figure"];

    internal static int Rank(string kind) => kind == "entity" ? 100 : Array.IndexOf(First, kind) is var place and >= 0 ? place : 50;

    internal static CardShown Of(Finding finding, Report report, ShownDesk desk) => new(
        finding.Id, LineKinds.Of(finding), LineText.Of(finding, report, desk.Names, withDay: false), ChainOf(finding, report),
        finding.When is { From: { } from, To: { } to } ? Shown.Days(from, to) : null,
        [.. finding.Evidence.Select(piece => new QuoteShown(Shown.Anchor(piece.Start, piece.End), piece.Start, piece.End, piece.Quote))],
        finding.By, JsonElement.Parse(RecordJson.Write(finding)));

    private static List<LinkShown> ChainOf(Finding finding, Report report)
    {
        if (finding.Voice.IsEmpty) return [];
        List<LinkShown> chain = [new(report.Outlet ?? "This report", null), .. finding.Voice.Select(voice => new LinkShown(voice.Name, voice.Cue))];
        if (finding is Statement { Speaker: { } speaker } statement) chain.Add(new LinkShown(speaker.Name, statement.Cue));
        return chain;
    }
}

/// <summary>One link of the chain by which a report knows something.</summary>
/// <param name="Name">Who.</param>
/// <param name="Cue">In which words the report attributes it.</param>
public sealed record LinkShown(string Name, string? Cue);

/// <summary>Words a record rests on.</summary>
/// <param name="Anchor">Under which name they stand in the page.</param>
/// <param name="Start">First UTF-16 code unit in the text.</param>
/// <param name="End">The code unit after the last.</param>
/// <param name="Quote">The words.</param>
public sealed record QuoteShown(string Anchor, int Start, int End, string Quote);
