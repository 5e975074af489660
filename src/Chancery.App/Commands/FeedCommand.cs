using System.CommandLine;
using System.Text.Json;
using Chancery.App.Desk;
using Chancery.App.Feeds;
using Chancery.App.Fetching;
using Chancery.Extraction.Intake;
using Chancery.Extraction.Intake.Feeds;
using Chancery.Record;
using Chancery.Record.Exporting;
using Chancery.Store;
using NodaTime;

namespace Chancery.App.Commands;

/// <summary><c>chancery feed</c>: the feeds that the desk fetches.</summary>
internal static class FeedCommand
{
    private static readonly Argument<string[]> Addresses = new("ADDRESS") { Description = "Addresses of feeds", Arity = ArgumentArity.OneOrMore };
    private static readonly Argument<string[]> SomeAddresses = new("ADDRESS") { Description = "Addresses of feeds (default: all that are due)", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Argument<string> ListFile = new("FILE") { Description = "An OPML file, or - for the standard input" };
    private static readonly Option<bool> All = new("--all") { Description = "All feeds, due or not" };
    private static readonly Option<string> OutFile = new("--out") { Description = "Write to this file instead of the standard output", HelpName = "FILE" };
    private static readonly Option<string> DeskFolder = CommonOptions.DeskFolder();
    private static readonly Option<bool> Json = CommonOptions.Json();
    private static readonly Option<int?> Workers = CommonOptions.Workers();

    public static Command Create() => new ExampleCommand(
        "feed", "The feeds that the desk fetches: add, list, remove, fetch, import, export",
        "chancery feed add https://news.example/world.xml",
        "chancery feed fetch && chancery brief",
        "chancery feed import feeds.opml --desk crisis")
    {
        Sub("add", "Add feeds; they are fetched by 'feed fetch' and 'watch'", result => Add(result), [Addresses, DeskFolder, Json], "chancery feed add https://news.example/world.xml"),
        Sub("list", "Print the feeds and how they stand", result => List(result), [DeskFolder, Json], "chancery feed list", "chancery feed list --json"),
        Sub("remove", "Fetch feeds no more; what was read of them stays", result => Remove(result), [Addresses, DeskFolder, Json], "chancery feed remove https://news.example/world.xml"),
        Fetch(),
        Sub("import", "Add the feeds of an OPML file", result => Import(result), [ListFile, DeskFolder, Json], "chancery feed import feeds.opml"),
        Sub("export", "Print the feeds as OPML", result => Export(result), [OutFile, DeskFolder], "chancery feed export > feeds.opml"),
    };

    private static ExampleCommand Sub(string name, string description, Func<ParseResult, int> run, Symbol[] parts, params string[] examples)
    {
        var command = new ExampleCommand(name, description, examples);
        Fill(command, parts);
        command.SetAction(run);
        return command;
    }

    private static ExampleCommand Fetch()
    {
        var command = new ExampleCommand("fetch", "Fetch feeds once, and the pages that their items only sum up", "chancery feed fetch", "chancery feed fetch --all --json");
        Fill(command, [SomeAddresses, All, DeskFolder, Json, Workers]);
        command.SetAction((result, cancel) => Task.Run(() => Fetch(result, cancel), CancellationToken.None));
        return command;
    }

    private static void Fill(Command command, Symbol[] parts)
    {
        foreach (var part in parts)
        {
            if (part is Argument argument) command.Add(argument);
            else command.Add((Option)part);
        }
    }

    private static int Add(ParseResult result)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        using var desk = KeptDesk.Open(CommonOptions.FolderOf(result, DeskFolder), SystemClock.Instance);
        return AddAll(desk.Store, result.GetValue(Addresses)!.Select(address => new ListedFeed(address, null)), result, terminal);
    }

    private static int Import(ParseResult result)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        if (CommonOptions.Gather(result, [result.GetValue(ListFile)!], terminal) is not { } inputs) return Exit.WrongUse;
        if (inputs.Inputs is not [{ Address: null } input]) return terminal.Report([.. inputs.Refusals.DefaultIfEmpty(NoList(result.GetValue(ListFile)!))]);
        var (document, refusal) = InputReader.Open(input, Settings.Current.MaxBytes);
        var feeds = document is null ? [] : Opml.Read(document);
        if (feeds.IsEmpty) return terminal.Report([refusal ?? NoList(input.Source)]);
        using var desk = KeptDesk.Open(CommonOptions.FolderOf(result, DeskFolder), SystemClock.Instance);
        return AddAll(desk.Store, feeds, result, terminal);
    }

    private static Refusal NoList(string source) => new(source, "FE22", "It is not one OPML file that lists feeds.");

    private static int AddAll(RecordStore store, IEnumerable<ListedFeed> feeds, ParseResult result, Terminal terminal)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var refusals = new List<Refusal>();
        var (added, known) = (0, 0);
        store.InOneCommit(() =>
        {
            foreach (var feed in feeds)
            {
                if (WebAddress.Parse(feed.Address)?.AbsoluteUri is not { } address) refusals.Add(new Refusal(feed.Address, FetchCodes.BadAddress, "It is not an address that is fetched: http or https."));
                // A feed that was gone is asked again when somebody adds it again.
                else if (store.Feed(address) is { IsGone: false }) known++;
                else
                {
                    store.Save(new Feed(address, feed.Title, now, now));
                    added++;
                }
            }
        });
        if (result.GetValue(Json)) terminal.Out.WriteLine($$"""{"added":{{added}},"known":{{known}},"refused":{{refusals.Count}}}""");
        else terminal.Out.WriteLine($"{Terminal.Count(added, "feed")} added, {known} known already");
        return terminal.Report(refusals);
    }

    private static int List(ParseResult result)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        using var desk = CommonOptions.OpenDesk(result, DeskFolder, terminal);
        if (desk is null) return Exit.Failed;
        var feeds = desk.Store.Feeds();
        foreach (var feed in feeds)
        {
            var waiting = desk.Store.WantedPages(feed.Address).Count;
            if (result.GetValue(Json)) terminal.Out.WriteLine(FeedJson.Of(feed, waiting));
            else terminal.Out.WriteLine(result.GetValue(CommandLine.Plain) ? string.Join('\t', Cells(feed, waiting)) : $"{PlainText.OneLine(feed.Address)}\n  {string.Join("; ", Cells(feed, waiting).Skip(1).Where(cell => cell.Length > 0))}");
        }

        if (feeds.Count == 0) terminal.Say("no feeds on this desk; 'chancery feed add ADDRESS' adds one");
        return Exit.Done;
    }

    private static IEnumerable<string> Cells(Feed feed, int waiting) => new[]
    {
        feed.Address, feed.Title ?? "", feed.Visited is { } visited ? $"visited {visited}" : "not visited yet",
        feed.IsGone ? "gone, not fetched again" : $"next {feed.NextVisit}", waiting == 0 ? "" : $"{Terminal.Count(waiting, "page")} wanted", feed.Said ?? "",
    }.Select(PlainText.OneLine);

    private static int Remove(ParseResult result)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        using var desk = CommonOptions.OpenDesk(result, DeskFolder, terminal);
        if (desk is null) return Exit.Failed;
        var removed = 0;
        var refusals = new List<Refusal>();
        foreach (var address in result.GetValue(Addresses)!)
        {
            if (Find(desk.Store, address) is not { } feed) refusals.Add(Unknown(address));
            else if (KeepSummaries(desk, feed.Address) && desk.Store.RemoveFeed(feed.Address)) removed++;
        }

        if (result.GetValue(Json)) terminal.Out.WriteLine($$"""{"removed":{{removed}},"refused":{{refusals.Count}}}""");
        else terminal.Out.WriteLine($"{Terminal.Count(removed, "feed")} removed; what was read of them stays");
        return terminal.Report(refusals);
    }

    // Items whose pages never came are not lost with their feed.
    private static bool KeepSummaries(KeptDesk desk, string feed)
    {
        if (desk.Store.WantedPages(feed) is not { Count: > 0 } waiting) return true;
        var street = Street.Open(folder: desk.Folder);
        var pages = new PageVisitor(desk, street, Feeding.Schedule());
        foreach (var page in waiting) pages.GiveUp(page);
        desk.Relink(street.Extractor.Fingerprint);
        return true;
    }

    private static Feed? Find(RecordStore store, string address) => store.Feed(address) ?? (WebAddress.Parse(address) is { } whole ? store.Feed(whole.AbsoluteUri) : null);

    private static Refusal Unknown(string address) => new(address, "FE21", "The desk has no such feed; 'chancery feed list' names them.");

    private static async Task<int> Fetch(ParseResult result, CancellationToken cancel)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        using var desk = CommonOptions.OpenDesk(result, DeskFolder, terminal);
        if (desk is null) return Exit.Failed;
        var watch = Feeding.Open(desk, result.GetValue(Workers));
        var addresses = result.GetValue(SomeAddresses)!;
        var named = addresses.Select(address => (address, Feed: Find(desk.Store, address))).ToList();
        var refusals = named.Where(pair => pair.Feed is null).Select(pair => Unknown(pair.address)).ToList();
        IReadOnlyList<Feed> feeds = addresses.Length > 0 ? [.. named.Select(pair => pair.Feed).OfType<Feed>().DistinctBy(feed => feed.Address)]
            : result.GetValue(All) ? [.. desk.Store.Feeds().Where(feed => !feed.IsGone)] : watch.Due();
        var visits = new List<Visit>();
        await watch.RoundAsync(feeds, visit =>
        {
            visits.Add(visit);
            if (!result.GetValue(Json) && visit.What != "unchanged") Feeding.Say(visit, terminal);
        }, cancel);
        if (result.GetValue(Json)) foreach (var visit in visits) terminal.Out.WriteLine(FeedJson.Of(visit));
        else terminal.Out.WriteLine($"{Terminal.Count(visits.Count(visit => visit.What != "page"), "feed")} fetched, {Terminal.Count(visits.Sum(visit => visit.New), "new report")} (of them {Terminal.Count(visits.Sum(visit => visit.Revised), "new version")} of others), {Terminal.Count(visits.Sum(visit => visit.Findings), "new finding")}{Waiting(desk)}");
        return terminal.Report([.. refusals, .. visits.SelectMany(visit => visit.Refusals)]);
    }

    private static string Waiting(KeptDesk desk) => desk.Store.WantedPages().Count is > 0 and var waiting ? $"; {Terminal.Count(waiting, "page")} still wanted" : "";

    private static int Export(ParseResult result)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        using var desk = CommonOptions.OpenDesk(result, DeskFolder, terminal);
        if (desk is null) return Exit.Failed;
        var list = Opml.Write(desk.Store.Feeds().Select(feed => new ListedFeed(feed.Address, feed.Title)));
        if (result.GetValue(OutFile) is { } path) File.WriteAllText(path, list);
        else terminal.Out.Write(list);
        return Exit.Done;
    }
}
