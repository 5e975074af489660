using System.Security.Cryptography;
using System.Text;
using Chancery.Record;
using Chancery.Record.Conflicts;
using Chancery.Record.Findings;
using Chancery.Record.Origins;
using Chancery.Record.Stories;
using Chancery.Text;
using NodaTime;

namespace Chancery.Tests.Record;

/// <summary>One invented report and one line of each kind, every property filled.</summary>
internal static class EveryKind
{
    public const string Text = """
        The envoy of Norland said on Monday that the embassy in Sundale "will not close". About 1,200 refugees crossed
        into Eastmark, he added, and the Harbour Council promised them shelter until 31 August.

        Recognition is not on the table, a Norland spokesman told reporters; troops hold the Sundale bridge. Ünïcode ✓ 🚢.
        """;

    private static readonly LocalDate Monday = new(2021, 8, 16);
    private static readonly Party Norland = new("Norland", null, "NOR", "GOV", "state");
    private static readonly Place Sundale = new("Sundale", "SDL", "Eastmark", 12.5, -7.25, "city");

    public static Report Report { get; } = new()
    {
        Id = Chancery.Record.Report.IdOf(Sha256Of(Text)),
        Source = "envoy.txt",
        Title = "Embassy stays, envoy says",
        Bylines = ["A. Writer"],
        Outlet = "The Sundale Courier",
        Agencies = ["Harbour News Agency"],
        Published = new Publication(Monday, Monday, "dateline", "Monday, 16 August 2021"),
        Language = "en",
        Text = Text,
        Sha256 = Sha256Of(Text),
        Cut = [new Cut("navigation", 2, "Home News")],
        Blocks = [new Block("paragraph", new Span(0, Text.IndexOf("\n\n", StringComparison.Ordinal)), 0), new Block("paragraph", new Span(Text.IndexOf("Recognition", StringComparison.Ordinal), Text.Length), -1)],
    };

    public static Statement Statement { get; } = Stamp(new Statement
    {
        Speaker = new Party("Envoy of Norland", null, "NOR", "GOV", "envoy"),
        Addressee = new Party("reporters"),
        Cue = "said",
        Content = "the embassy in Sundale \"will not close\"",
        Quotes = ["will not close"],
        Directness = "mixed",
        Occasion = "press conference",
        Evidence = Words("The envoy of Norland said on Monday that the embassy in Sundale \"will not close\""),
    });

    public static Figure Figure { get; } = Stamp(new Figure
    {
        What = "refugees",
        Value = 1200,
        Low = 1100,
        High = 1300.5,
        Approx = true,
        Unit = "people",
        Scope = "into Eastmark",
        Place = Sundale,
        Evidence = Words("About 1,200 refugees"),
    });

    public static IReadOnlyList<Finding> Findings { get; } =
    [
        Stamp(new Control { Place = Sundale, Controller = Norland, Change = "holds", Evidence = Words("troops hold the Sundale bridge") }),
        Stamp(new Entity
        {
            Name = "Harbour Council", Names = ["Harbour Council", "the Council"], Type = "organisation", Country = "SDL",
            Roles = [new RoleHeld("host", "SDL", Monday, null)], Judgements = ["ju-1"], Evidence = Words("Harbour Council"),
        }),
        Stamp(new Event
        {
            Type = "AID", Mode = "humanitarian", Quad = 2, Contexts = ["refugees"], Status = "planned", Actors = [Norland],
            Recipients = [new Party("refugees")], Place = Sundale, Background = true, Evidence = Words("promised them shelter"),
        }),
        Figure,
        Stamp(new Mission
        {
            State = Norland, Type = "embassy", City = "Sundale", Country = "SDL", Status = "open", Staff = Figure,
            Evidence = Words("the embassy in Sundale"),
        }),
        Stamp(new Pledge
        {
            Promisor = new Party("Harbour Council"), Beneficiary = new Party("refugees"), Content = "shelter", Condition = "until 31 August",
            Deadline = When.Day(new LocalDate(2021, 8, 31), "31 August"), Outcome = "open", OutcomeEvidence = Words("promised them shelter"),
            Evidence = Words("the Harbour Council promised them shelter until 31 August"),
        }),
        Stamp(new Position
        {
            Holder = Norland, Topic = "recognition", About = "Recognition", Stance = "deferred", Condition = "none",
            Evidence = Words("Recognition is not on the table"),
        }),
        Statement,
    ];

    public static IReadOnlyList<Line> Derived { get; } =
    [
        new Conflict
        {
            Id = LineId.Of("conflict", "a"), About = "the embassy", Relation = "changed", Records = [Statement.Id, Figure.Id],
            Reason = "It was to stay on Monday.", Evidence = Statement.Evidence,
        },
        new Origin { Id = LineId.Of("origin", "a"), Reports = [Report.Id], Relation = "copy", Agency = "Harbour News Agency", Of = Report.Id },
        new Story { Id = LineId.Of("story", "a"), Title = "Embassy stays", Reports = [Report.Id], When = When.Day(Monday), Entities = [Findings[1].Id] },
    ];

    public static IReadOnlyList<Line> Lines { get; } = [Report, .. Findings, .. Derived];

    public static Reading Reading { get; } =
        new(Report, "fingerprint-1", Findings.ToEquatableArray(), [new Problem("EX01", "A number was too long.")]);

    public static string Sha256Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static EquatableArray<Evidence> Words(string quote)
    {
        var start = Text.IndexOf(quote, StringComparison.Ordinal);
        return [new Evidence(Report.Id, start, start + quote.Length, quote)];
    }

    private static T Stamp<T>(T finding) where T : Finding
    {
        var stamped = finding with
        {
            Report = Report.Id,
            By = "by-hand/1:rule",
            Confidence = 0.75,
            Voice = [new Voice("The Sundale Courier", null, "reports")],
            When = new When(Monday, null, "on Monday"),
        };
        return stamped with { Id = LineId.Of(stamped) };
    }
}
