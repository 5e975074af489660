using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.App.Desk;
using Chancery.Record.Exporting;
using Chancery.Store;
using NodaTime.Text;

namespace Chancery.App.Commands;

/// <summary><c>chancery search</c>: full text and filters over the desk.</summary>
internal static class SearchCommand
{
    private static readonly Argument<string[]> Words = new("TEXT") { Description = "Words, \"phrases\", -without, kind: actor: place: outlet: from: to:", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<int> Limit = new("--limit") { Description = "At most so many", DefaultValueFactory = _ => 20, HelpName = "N" };
    private static readonly Option<bool> Json = new("--json") { Description = "JSON lines" };
    private static readonly Option<string> DeskFolder = CommonOptions.DeskFolder();

    public static Command Create()
    {
        var command = new ExampleCommand(
            "search", "Find lines and reports on the desk",
            "chancery search embassy",
            "chancery search '\"not closed\"' kind:statement from:2021-08",
            "chancery search actor:Kabulov --json")
        { Words, Limit, Json, DeskFolder };
        Limit.Validators.Add(CommonOptions.AtLeastOne);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        var query = SearchQuery.Parse(string.Join(' ', result.GetValue(Words)!.Select(Quoted)));
        foreach (var problem in query.Problems) terminal.Say($"chancery: {problem.Code} {problem.Detail}");
        if (!query.Problems.IsEmpty || query.IsEmpty)
        {
            if (query.IsEmpty) terminal.Say("chancery: there is no word to search for");
            return Exit.WrongUse;
        }

        using var desk = CommonOptions.OpenDesk(result, DeskFolder, terminal);
        if (desk is null) return Exit.Failed;
        var page = desk.Store.Search(query, result.GetValue(Limit));
        foreach (var hit in page.Hits)
            if (result.GetValue(Json)) WriteJson(hit, terminal);
            else Write(hit, terminal);
        terminal.Say($"{Terminal.Count(page.Total, "line")} found{(page.Total > page.Hits.Count ? $", the first {page.Hits.Count} shown" : "")}");
        return Exit.Done;
    }

    // The shell has taken the quotation marks away: 'not closed' came as one argument and was meant as one phrase.
    private static string Quoted(string argument)
    {
        if (!argument.Contains(' ') || argument.Contains('"')) return argument;
        var colon = argument.IndexOf(':');
        return colon > 0 && !argument[..colon].Contains(' ') ? $"{argument[..(colon + 1)]}\"{argument[(colon + 1)..]}\"" : argument;
    }

    private static void Write(SearchHit hit, Terminal terminal)
    {
        var day = hit.Day is { } known ? LocalDatePattern.Iso.Format(known) : "undated";
        terminal.Out.WriteLine(PlainText.OneLine($"{hit.Kind,-10} {hit.Id}  {day}  {hit.Outlet ?? hit.Source}: {hit.Title ?? hit.Source}"));
        terminal.Out.WriteLine($"    {Marked(hit, terminal.ShowsColor)}");
    }

    private static string Marked(SearchHit hit, bool showsColor)
    {
        if (!showsColor) return PlainText.OneLine(hit.Snippet);
        var text = new System.Text.StringBuilder();
        var at = 0;
        foreach (var mark in hit.Marks)
        {
            text.Append(PlainText.OneLine(hit.Snippet[at..mark.Start])).Append("\u001b[1m").Append(PlainText.OneLine(hit.Snippet[mark.Start..mark.End])).Append("\u001b[0m");
            at = mark.End;
        }

        return text.Append(PlainText.OneLine(hit.Snippet[at..])).ToString();
    }

    private static void WriteJson(SearchHit hit, Terminal terminal)
    {
        using (var json = new Utf8JsonWriter(terminal.OutBytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("kind", hit.Kind);
            json.WriteString("id", hit.Id);
            json.WriteString("report", hit.Report);
            json.WriteString("source", hit.Source);
            if (hit.Title is not null) json.WriteString("title", hit.Title);
            if (hit.Outlet is not null) json.WriteString("outlet", hit.Outlet);
            if (hit.Day is { } day) json.WriteString("day", LocalDatePattern.Iso.Format(day));
            json.WriteString("snippet", hit.Snippet);
            json.WriteEndObject();
        }

        terminal.Out.WriteLine();
    }
}
