using Chancery.Record;
using Chancery.Record.Briefs;
using Chancery.Record.Findings;
using Chancery.Text;

namespace Chancery.Tests.Record.Briefs;

/// <summary>Three invented reports of an invented crisis, with what they say.</summary>
internal static class Crisis
{
    public static readonly Party Envoy = new("Ilan Marek", null, "RUS", "GOV", "special envoy");

    public static readonly Report First = Sample.Report(
        "a.txt",
        "The special envoy Ilan Marek told Radio Ost on Monday that the embassy would keep working. \"We are staying in the capital for now,\" he said. There are around 100 people in the embassy.\n\nAn agency spoke of thousands of refugees at the border.",
        "2021-08-16", "The Harbour Post", "Envoy says the embassy stays");

    public static readonly Report Second = Sample.Report(
        "b.txt",
        "TASS reports that Ilan Marek said \"We are staying in the capital for now\". The aid is worth $ 3 billion. A third of the province is cut off.",
        "2021-08-17", "Evening Line", "A word from the envoy");

    public static readonly Report Undated = Sample.Report("c.txt", "Nobody knows when this was written, a clerk said.");

    public static Finding[] Findings =>
    [
        First.Says(Envoy, "told", "the embassy would keep working", day: "2021-08-16", occasion: "interview (Radio Ost)", addressee: new Party("Radio Ost")),
        First.Says(Envoy, "said", "We are staying in the capital for now", ["We are staying in the capital for now"], day: "2021-08-16"),
        Second.Says(Envoy, "said", "We are staying in the capital for now", ["We are staying in the capital for now"], voice: new Voice("TASS", null, "reports")),
        First.Counts("around 100 people in the embassy", "people", 100, approx: true, unit: "people", scope: "in the embassy"),
        First.Counts("thousands of refugees at the border", "refugees", low: 1000, high: 9999, scope: "at the border"),
        Second.Counts("$ 3 billion", "aid", 3e9, unit: "USD"),
        Second.Counts("A third of the province", "the province", 0.33, unit: "share"),
        Undated.Says(new Party("a clerk"), "said", "Nobody knows when this was written"),
        First.Names("Ilan Marek", country: "RUS"),
    ];

    public static Report[] Reports => [First, Second, Undated];

    public static BriefOptions Options => new() { Countries = new Dictionary<string, string>(StringComparer.Ordinal) { ["RUS"] = "Russia" } };

    public static Brief Compose() => BriefComposer.Compose(Reports, Findings, Options);
}
