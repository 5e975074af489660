using Chancery.Record;
using Chancery.Record.Briefs;
using Chancery.Record.Exporting;
using Chancery.Record.Findings;

namespace Chancery.App.Commands;

/// <summary>A reading as lines that a person can check: the report's head, then one sentence for each finding with its exact words.</summary>
internal sealed class ReadingText(TextWriter writer, IReadOnlyDictionary<string, string> countries, bool explains)
{
    private const int Width = 96;
    private const string Indent = "    ";
    private readonly BriefOptions _options = new() { Countries = countries };

    public void Write(Reading reading)
    {
        WriteHead(reading.Report);
        foreach (var kind in reading.Findings.GroupBy(LineKinds.Of, StringComparer.Ordinal))
        {
            writer.WriteLine($"  {kind.Key} ({kind.Count()})");
            foreach (var finding in kind) Write(finding, reading.Report, withDay: false);
        }

        writer.WriteLine();
    }

    /// <summary>One finding: its sentence, then its exact words.</summary>
    /// <param name="finding">What was found.</param>
    /// <param name="report">Where.</param>
    /// <param name="withDay">False under the head of its report, which says the day.</param>
    public void Write(Finding finding, Report? report, bool withDay = true)
    {
        WriteWrapped(Indent, $"{LineText.Of(finding, report, _options, withDay)}{(explains ? $" [{Rules(finding)}]" : "")}");
        if (finding is Entity && !explains)
        {
            WriteWrapped(Indent + "  ", string.Join(", ", finding.Evidence.GroupBy(piece => piece.Quote, StringComparer.Ordinal).Select(group => $"\"{group.Key}\"{(group.Count() == 1 ? "" : $" ×{group.Count()}")}")));
            return;
        }

        foreach (var piece in finding.Evidence) WriteWrapped(Indent + "  ", $"\"{piece.Quote}\" {(explains ? $"[{piece.Start}..{piece.End})" : "")}");
    }

    /// <summary>What found it, and what read its day.</summary>
    private static string Rules(Finding finding) => finding.When?.By is { } rule ? $"{finding.By}; when: {rule}" : finding.By;

    private void WriteHead(Report report)
    {
        writer.WriteLine(PlainText.OneLine(report.Source));
        WriteField("title", report.Title);
        WriteField("by", string.Join(", ", report.Bylines));
        WriteField("outlet", report.Outlet);
        WriteField("agencies", string.Join(", ", report.Agencies));
        WriteField("day", report.Published is { } published ? $"{LineText.Days(published.From, published.To)} ({published.Basis}{(published.Text is null ? "" : $": \"{published.Text}\"")})" : "not known");
        WriteField("cut", string.Join(", ", report.Cut.Select(cut => $"{cut.Kind} ({Terminal.Count(cut.Words, "word")})")));
        WriteField("words", WordsIn(report.Text).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private void WriteField(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) WriteWrapped("  ", $"{name + ":",-10}{PlainText.OneLine(value)}");
    }

    private void WriteWrapped(string indent, string text)
    {
        foreach (var line in PlainText.Wrap(indent + PlainText.OneLine(text), Width, indent + "  ")) writer.WriteLine(line);
    }

    private static int WordsIn(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
