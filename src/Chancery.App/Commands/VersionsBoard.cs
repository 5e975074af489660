using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chancery.App.Desk;
using Chancery.Extraction;
using Chancery.Record;
using Chancery.Record.Briefs;
using Chancery.Record.Exporting;
using Chancery.Record.Versions;
using Chancery.Store;

namespace Chancery.App.Commands;

/// <summary><c>chancery show versions</c>: what changed from each report to the one that revises it, and which records lost all their words.</summary>
internal static class VersionsBoard
{
    public const string Name = "versions";
    private const int Width = 96;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static int Show(RecordStore store, string? about, bool asJson, Terminal terminal)
    {
        var count = 0;
        foreach (var newer in store.Revisions().Where(newer => IsAbout(newer, about)))
        {
            if (store.Report(newer.Revises!) is not { } older) continue;
            count++;
            var difference = ReportDifference.Between(older, newer);
            var vanished = difference.Vanished(store.Findings(report: older.Id)).ToList();
            if (asJson) terminal.Out.WriteLine(JsonSerializer.Serialize(Line(difference, vanished, store), Json));
            else Write(difference, vanished, store, terminal.Out);
        }

        if (count == 0) terminal.Say("no versions on this desk that match");
        return Exit.Done;
    }

    private static bool IsAbout(Report report, string? about) => about is null
        || new[] { report.Source, report.Title, report.Outlet, report.Text }.Any(text => text?.Contains(about, StringComparison.OrdinalIgnoreCase) == true);

    private static object Line(ReportDifference difference, List<Finding> vanished, RecordStore store) => new
    {
        older = difference.Older.Id,
        newer = difference.Newer.Id,
        difference.Newer.Source,
        olderSeen = store.FirstSeen(difference.Older.Id)?.ToString(),
        newerSeen = store.FirstSeen(difference.Newer.Id)?.ToString(),
        difference.Title,
        difference.Paragraphs,
        vanished = vanished.Select(finding => finding.Id),
    };

    private static void Write(ReportDifference difference, List<Finding> vanished, RecordStore store, TextWriter output)
    {
        output.WriteLine(PlainText.OneLine(difference.Newer.Source));
        output.WriteLine($"  {difference.Newer.Id}, read {Seen(difference.Newer)}, revises {difference.Older.Id}, read {Seen(difference.Older)}");
        WriteChange(difference.Title, "title: ", output);
        foreach (var paragraph in difference.Paragraphs) WriteChange(paragraph, "", output);
        var options = new BriefOptions { Countries = CountryNames.Of(Resources.Default) };
        foreach (var finding in vanished)
            WriteWrapped("  vanished: ", $"{LineText.Of(finding, difference.Older, options)} [{finding.Id}]", output);
        output.WriteLine();

        string Seen(Report report) => store.FirstSeen(report.Id)?.ToString() ?? "from a file";
    }

    // Brackets as in a printed collation: [-gone-] {+new+}.
    private static void WriteChange(ParagraphChange change, string name, TextWriter output)
    {
        if (change.Kind == "gone") WriteWrapped("  - ", name + change.Older, output);
        else if (change.Kind == "new") WriteWrapped("  + ", name + change.Newer, output);
        else if (change.Kind == "changed") WriteWrapped("  ~ ", name + string.Concat(change.Words.Select(Marked)), output);
    }

    private static string Marked(WordChange words) => words.Kind switch
    {
        "gone" => $"[-{words.Text.TrimEnd()}-]{End(words.Text)}",
        "new" => $"{{+{words.Text.TrimEnd()}+}}{End(words.Text)}",
        _ => words.Text,
    };

    private static string End(string text) => text.Length > 0 && char.IsWhiteSpace(text[^1]) ? " " : "";

    private static void WriteWrapped(string indent, string text, TextWriter output)
    {
        foreach (var line in PlainText.Wrap(indent + PlainText.OneLine(text), Width, "      ")) output.WriteLine(line);
    }
}
