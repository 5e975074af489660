using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Store;
using Chancery.Tests.Record;
using Chancery.Text;
using NodaTime;

namespace Chancery.Tests.Store;

/// <summary>What every store must do, whatever it is kept in.</summary>
public abstract class StoreContract : IDisposable
{
    private protected static readonly Instant Now = Instant.FromUtc(2021, 8, 20, 12, 0);

    private readonly Lazy<RecordStore> _store;

    protected StoreContract() => _store = new Lazy<RecordStore>(NewStore);

    internal RecordStore Store => _store.Value;

    internal abstract RecordStore NewStore();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (_store.IsValueCreated) _store.Value.Dispose();
    }

    [Fact]
    public void Reading_appended_is_there_with_every_line()
    {
        var appended = Store.Append(EveryKind.Reading, EveryKind.Report.Source, Now);

        Assert.Equal(new Appended(true, true, 8), appended);
        Assert.Equal(EveryKind.Report, Store.Report(EveryKind.Report.Id));
        Assert.Equal(EveryKind.Findings, Store.Findings());
        Assert.All(EveryKind.Findings, finding => Assert.Equal(finding, Store.Find(finding.Id)));
        Assert.Equal(EveryKind.Reading.Problems, Store.Problems(EveryKind.Report.Id));
        Assert.Null(Store.Find("fi-0"));
        Assert.Null(Store.Report("rp-0"));
    }

    [Fact]
    public void Empty_store_answers_everything_with_nothing()
    {
        Assert.Empty(Store.Reports());
        Assert.Empty(Store.Cards());
        Assert.Empty(Store.Findings());
        Assert.Empty(Store.Lines());
        Assert.Empty(Store.Derived());
        Assert.Empty(Store.Refusals());
        Assert.Equal(0, Store.Counts().Reports);
        Assert.True(Store.Verify().IsClean);
    }

    [Fact]
    public void Reading_appended_again_changes_nothing()
    {
        Store.Append(EveryKind.Reading, EveryKind.Report.Source, Now);
        var before = Bytes(Store);

        var again = Store.Append(EveryKind.Reading, EveryKind.Report.Source, Now + Duration.FromHours(1));

        Assert.Equal(new Appended(false, false, 0), again);
        Assert.Equal(before, Bytes(Store));
        Assert.Equal(1, Store.Counts().Readings);
    }

    [Fact]
    public void Report_under_several_names_shows_the_smallest()
    {
        Store.Append(EveryKind.Reading, "b.html", Now);
        Store.Append(EveryKind.Reading, "a.html", Now);
        Store.Append(EveryKind.Reading, "c.html", Now);

        Assert.Equal("a.html", Assert.Single(Store.Reports()).Source);
        Assert.Equal("a.html", Store.Report(EveryKind.Report.Id)!.Source);
        Assert.Equal("a.html", Assert.Single(Store.Cards()).Source);
        Assert.Equal(["a.html", "b.html", "c.html"], Store.Sources(EveryKind.Report.Id));
    }

    [Fact]
    public void Newer_fingerprint_shows_its_own_findings_and_keeps_the_others()
    {
        Store.Append(EveryKind.Reading, "a", Now);
        var better = EveryKind.Figure with { Confidence = 0.9 };
        Store.Append(EveryKind.Reading with { Fingerprint = "fingerprint-2", Findings = [better], Problems = [] }, "a", Now);

        Assert.Equal([better], Store.Findings());
        Assert.Equal(better, Store.Find(better.Id));
        Assert.Equal(EveryKind.Statement, Store.Find(EveryKind.Statement.Id));
        Assert.Equal(0, Store.Counts().Problems);
        Assert.Empty(Hits("spokesman kind:statement"));

        Store.Append(EveryKind.Reading, "a", Now);

        Assert.Equal(EveryKind.Findings, Store.Findings());
        Assert.Single(Hits("close kind:statement"));
        Assert.Equal(2, Store.Counts().Readings);
    }

    [Fact]
    public void Newer_intake_may_find_another_text_in_the_same_bytes()
    {
        Store.Append(EveryKind.Reading, "a", Now);
        var report = EveryKind.Report with { Text = "About 1,200 refugees crossed.", Title = "Another", Blocks = [] };
        Store.Append(new Reading(report, "fingerprint-2", [], []), "a", Now);

        Assert.Equal("Another", Assert.Single(Store.Reports()).Title);
        Assert.Empty(Store.Findings());
        AppendBytes(EveryKind.Text);
        Assert.Empty(Store.Verify().Faults);
    }

    [Fact]
    public void Same_content_in_any_order_and_twice_gives_the_same_bytes()
    {
        var arrivals = Enumerable.Range(0, 12).Select(Samples.Arrival).ToArray();
        var expected = Fill(arrivals);

        foreach (var seed in Enumerable.Range(1, 5))
        {
            var random = new Random(seed);
            var shuffled = arrivals.Concat(arrivals.Take(seed)).ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(expected, Fill(shuffled));
        }
    }

    [Fact]
    public void Lists_are_sorted_by_day_with_undated_last()
    {
        foreach (var number in (int[])[5, 3, 4, 1, 2, 0]) Samples.Append(Store, number);

        var expected = Store.Reports()
            .OrderBy(report => report.Published is null).ThenBy(report => report.Published?.From)
            .ThenBy(report => report.Source, StringComparer.Ordinal).Select(report => report.Id).ToList();
        Assert.Equal(expected, Store.Reports().Select(report => report.Id));
        Assert.Equal(expected, Store.Cards().Select(card => card.Id));
        Assert.Equal(expected.Skip(2).Take(3), Store.Cards(limit: 3, offset: 2).Select(card => card.Id));
        Assert.Null(Store.Cards()[^1].From);
        Assert.Equal(expected, Store.Findings("figure").Select(finding => finding.Report!));
    }

    [Fact]
    public void Findings_can_be_asked_by_kind_and_report()
    {
        Store.Append(EveryKind.Reading, "z", Now);
        Samples.Append(Store, 1);

        Assert.Equal([EveryKind.Statement], Store.Findings("statement", EveryKind.Report.Id));
        Assert.Equal(2, Store.Findings("figure").Count());
        Assert.Equal(8, Store.Findings(report: EveryKind.Report.Id).Count());
        Assert.Empty(Store.Findings("rumour"));
    }

    [Fact]
    public void Lists_may_be_left_or_written_to_while_they_are_read()
    {
        foreach (var number in Enumerable.Range(0, 5)) Samples.Append(Store, number);

        var next = 20;
        foreach (var _ in Store.Reports()) Samples.Append(Store, next++);
        foreach (var _ in Store.Lines().Take(3)) Samples.Append(Store, next++);

        Assert.Equal(5 + 5 + 3, Store.Counts().Reports);
    }

    [Fact]
    public void Bytes_come_back_as_they_were()
    {
        var bytes = new byte[5000];
        new Random(7).NextBytes(bytes);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

        Assert.True(Store.AppendBytes(sha256, bytes, "text/html; charset=utf-8", "https://example.org/a", Now));
        Assert.False(Store.AppendBytes(sha256, bytes, "text/plain", null, null));
        AppendBytes("");
        AppendBytes(new string('a', 100_000));

        var original = Store.Original(sha256)!;
        Assert.Equal(bytes, original.Bytes.ToArray());
        Assert.Equal(("text/html; charset=utf-8", "https://example.org/a", Now), (original.MediaType, original.Address, original.Retrieved));
        Assert.Equal(100_000, Store.Original(EveryKind.Sha256Of(new string('a', 100_000)))!.Bytes.Length);
        Assert.Equal(0, Store.Original(EveryKind.Sha256Of(""))!.Bytes.Length);
        Assert.Null(Store.Original(new string('0', 64)));
        Assert.Throws<ArgumentException>(() => Store.AppendBytes(sha256, new byte[1]));
    }

    [Fact]
    public void Refusals_are_kept_once()
    {
        var refusal = new Refusal("a.bin", "IN03", "No format was recognised.");

        Assert.True(Store.Append(refusal, "", Now));
        Assert.False(Store.Append(refusal, "", Now + Duration.FromDays(1)));
        Assert.True(Store.Append(refusal, EveryKind.Sha256Of("a"), Now));

        Assert.Equal(
            [new StoredRefusal(refusal, "", Now), new StoredRefusal(refusal, EveryKind.Sha256Of("a"), Now)], Store.Refusals());
    }

    [Fact]
    public void Derived_lines_are_replaced_as_a_whole()
    {
        Assert.Null(Store.DerivedFingerprint());
        Store.ReplaceDerived("f1", EveryKind.Derived.Reverse());
        Assert.Equal(EveryKind.Derived, Store.Derived());
        Assert.Equal([EveryKind.Derived[2]], Store.Derived("story"));
        Assert.Equal("f1", Store.DerivedFingerprint());
        Assert.Equal(EveryKind.Derived[0], Store.Find(EveryKind.Derived[0].Id));

        Store.ReplaceDerived("f2", [EveryKind.Derived[1]]);

        Assert.Equal([EveryKind.Derived[1]], Store.Derived());
        Assert.Equal("f2", Store.DerivedFingerprint());
        Assert.Throws<ArgumentException>(() => Store.ReplaceDerived("f3", [EveryKind.Report]));
        Assert.Throws<ArgumentException>(() => Store.ReplaceDerived("f3", [EveryKind.Derived[0], EveryKind.Derived[0]]));
        Assert.Equal([EveryKind.Derived[1]], Store.Derived());
    }

    [Fact]
    public void Counts_say_how_much_there_is()
    {
        Store.Append(EveryKind.Reading, "a", Now);
        Samples.Append(Store, 1);
        Store.Append(new Refusal("x", "IN01", "Empty."), "", Now);
        Store.ReplaceDerived("f", EveryKind.Derived);

        var counts = Store.Counts();

        Assert.Equal((2, 1, 2, 1, 1), (counts.Reports, counts.Originals, counts.Readings, counts.Problems, counts.Refusals));
        Assert.Equal(new KindCount("figure", 2), counts.Findings.Single(kind => kind.Kind == "figure"));
        Assert.Equal(["conflict", "origin", "story"], counts.Derived.Select(kind => kind.Kind));
        Assert.Equal(Store.Lines().Count(), counts.Reports + counts.Findings.Sum(kind => kind.Count) + 3);
    }

    [Fact]
    public void Exception_in_a_batch_leaves_nothing_of_it()
    {
        Samples.Append(Store, 1);
        var before = Bytes(Store);

        Assert.Throws<InvalidOperationException>(() => Store.InOneCommit(() =>
        {
            Samples.Append(Store, 2);
            Store.Append(new Refusal("x", "IN01", "Empty."), "", Now);
            Assert.Equal(2, Store.Counts().Reports);
            throw new InvalidOperationException();
        }));

        Assert.Equal(before, Bytes(Store));
        Assert.Empty(Store.Refusals());
        Assert.Empty(Store.Verify().Faults);
    }

    [Fact]
    public void Append_that_fails_inside_a_batch_costs_the_others_nothing()
    {
        Store.InOneCommit(() =>
        {
            Samples.Append(Store, 1);
            Assert.Throws<ArgumentException>(() => Store.ReplaceDerived("f", [EveryKind.Report]));
            var broken = EveryKind.Reading with { Findings = [EveryKind.Figure with { Evidence = [] }] };
            Assert.Throws<ArgumentException>(() => Store.Append(broken, "a", Now));
            Samples.Append(Store, 2);
        });

        Assert.Equal(2, Store.Counts().Reports);
        Assert.Empty(Store.Verify().Faults);
    }

    [Fact]
    public void Reading_that_breaks_a_law_is_not_taken()
    {
        Rejects(EveryKind.Figure with { Evidence = [] });
        Rejects(EveryKind.Figure with { Report = "rp-other" });
        Rejects(EveryKind.Figure with { What = "lorries" });
        Rejects(EveryKind.Figure with { Evidence = [EveryKind.Figure.Evidence[0] with { Quote = "about 1,200 refugees" }] });
        Rejects(EveryKind.Figure with { Evidence = [EveryKind.Figure.Evidence[0] with { End = 9_999 }] });
        Rejects(EveryKind.Figure, EveryKind.Figure);
        var half = EveryKind.Text.IndexOf('\uD83D', StringComparison.Ordinal);
        var halved = EveryKind.Figure with { Evidence = [new Evidence(EveryKind.Report.Id, half, half + 1, "\uD83D")] };
        Rejects(halved with { Id = LineId.Of(halved) });
        Assert.Throws<ArgumentException>(() => Store.Append(new Reading(EveryKind.Report with { Id = "x" }, "f", [], []), "a", Now));
        Assert.Equal("ST08", Assert.Throws<StoreException>(() =>
            Store.Append(new Reading(EveryKind.Report with { Text = "a\uD83D" }, "f", [], []), "a", Now)).Code);
        Assert.Equal(0, Store.Counts().Reports);

        void Rejects(params Finding[] findings) => Assert.Throws<ArgumentException>(() =>
            Store.Append(EveryKind.Reading with { Findings = findings.ToEquatableArray() }, "a", Now));
    }

    [Fact]
    public void Threads_may_append_and_read_at_once()
    {
        Parallel.For(0, 24, new ParallelOptions { MaxDegreeOfParallelism = 6 }, number =>
        {
            Samples.Append(Store, number % 12);
            Assert.NotEmpty(Store.Lines());
            Store.Search(SearchQuery.Parse("refugees"));
        });

        Assert.Equal(9, Store.Counts().Reports);
        Assert.Empty(Store.Verify().Faults);
        Assert.Equal(Fill(Enumerable.Range(0, 12).Select(Samples.Arrival)), Bytes(Store));
    }

    [Fact]
    public void Backup_is_the_same_record()
    {
        using var folder = new Folder();
        foreach (var number in Enumerable.Range(0, 4)) Samples.Append(Store, number);

        Store.Backup(folder["sub/backup.db"]);

        using var backup = RecordStore.Open(folder["sub/backup.db"]);
        Assert.Equal(Bytes(Store), Bytes(backup));
        Assert.Empty(backup.Verify().Faults);
        Assert.Equal("ST03", Assert.Throws<StoreException>(() => Store.Backup(folder["sub/backup.db"])).Code);
    }

    [Fact]
    public void Verify_counts_what_it_checked()
    {
        AppendBytes(EveryKind.Text);
        Store.Append(EveryKind.Reading, "a", Now);
        Store.ReplaceDerived("f", EveryKind.Derived);

        var verification = Store.Verify();

        Assert.True(verification.IsClean, verification.Faults.ToString());
        Assert.Equal((1, 1, 8, 9, 3), (
            verification.Originals, verification.Reports, verification.Findings, verification.Evidence, verification.Derived));
    }

    private protected static string Bytes(RecordStore store) => string.Join('\n', store.Lines().Select(RecordJson.Write));

    private protected IReadOnlyList<SearchHit> Hits(string typed) => Store.Search(SearchQuery.Parse(typed)).Hits;

    private void AppendBytes(string text) => Store.AppendBytes(EveryKind.Sha256Of(text), System.Text.Encoding.UTF8.GetBytes(text));

    private string Fill(IEnumerable<(Reading Reading, string Source)> arrivals)
    {
        using var store = NewStore();
        foreach (var (reading, source) in arrivals) store.Append(reading, source, Now);
        return Bytes(store);
    }
}

public sealed class InMemoryStoreTests : StoreContract
{
    internal override RecordStore NewStore() => RecordStore.InMemory();
}

public sealed class FileStoreTests : StoreContract
{
    private readonly Folder _folder = new();
    private int _number;

    internal override RecordStore NewStore() => RecordStore.Open(_folder[$"desk-{_number++}/record.db"]);

    [Fact]
    public void Lines_are_one_state_of_the_record_though_it_is_read_again_meanwhile()
    {
        Store.Append(EveryKind.Reading, "a", Now);
        using var lines = Store.Lines().GetEnumerator();
        Assert.True(lines.MoveNext());

        Store.Append(EveryKind.Reading with { Fingerprint = "fingerprint-2", Findings = [] }, "a", Now);

        var rest = 0;
        while (lines.MoveNext()) rest++;
        Assert.Equal(8, rest);
        Assert.Single(Store.Lines());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
    }
}
