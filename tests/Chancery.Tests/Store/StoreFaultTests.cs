using Chancery.Record;
using Chancery.Store;
using Chancery.Tests.Record;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Chancery.Tests.Store;

/// <summary>Disks that are full, files that are not ours, processes that die.</summary>
public sealed class StoreFaultTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2021, 8, 20, 12, 0);

    private readonly Folder _folder = new();

    private string Path => _folder["record.db"];

    public static TheoryData<string> Tables =>
        ["raw", "report", "report_source", "rendition", "reading", "problem", "finding", "reading_finding", "search_line"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Tables))]
    public void Fault_at_the_second_write_to_a_table_leaves_nothing_of_the_append(string table)
    {
        using var store = RecordStore.Open(Path);
        Samples.Append(store, 1);
        var before = Dump(store);
        store.Writer.Execute($"CREATE TEMP TRIGGER broken BEFORE INSERT ON {table} BEGIN SELECT raise(ABORT, 'broken'); END");

        Assert.Equal("ST07", Assert.Throws<StoreException>(() => store.InOneCommit(() => Add(store))).Code);

        Assert.Equal(before, Dump(store));
        Assert.Empty(store.Verify().Faults);
        store.Writer.Execute("DROP TRIGGER broken");
        store.InOneCommit(() => Add(store));
        Assert.Empty(store.Verify().Faults);
    }

    [Fact]
    public void Disk_that_is_full_is_a_fault_and_changes_nothing()
    {
        using var store = RecordStore.Open(Path);
        Samples.Append(store, 1);
        var before = Dump(store);
        store.Writer.Execute($"PRAGMA max_page_count = {store.Writer.ExecuteScalar<long>("PRAGMA page_count") + 2}");

        Assert.Equal("ST05", Assert.Throws<StoreException>(() => store.InOneCommit(() => Fill(store, 100, 400))).Code);

        Assert.Equal(before, Dump(store));
        store.Writer.Execute("PRAGMA max_page_count = 1000000");
        Samples.Append(store, 2);
        Assert.Empty(store.Verify().Faults);
    }

    [Fact]
    public void Process_killed_in_the_middle_of_a_batch_leaves_what_was_committed()
    {
        using var store = RecordStore.Open(Path);
        Fill(store, 1, 3);
        var before = Dump(store);
        store.Writer.Execute("PRAGMA cache_size = 1");

        store.InOneCommit(() =>
        {
            Fill(store, 20, 40);
            // What a killed process leaves behind: the files as they stand, pages of the open transaction among them.
            foreach (var end in (string[])["", "-wal"]) File.Copy(Path + end, _folder["killed.db" + end]);
        });

        Assert.True(new FileInfo(_folder["killed.db-wal"]).Length > 100_000);
        using var killed = RecordStore.Open(_folder["killed.db"]);
        Assert.Equal(before, Dump(killed));
        Assert.Empty(killed.Verify().Faults);
        Fill(killed, 20, 40);
        Assert.Equal(Dump(store), Dump(killed));
    }

    [Fact]
    public void What_an_append_returned_is_in_the_files_of_a_killed_process()
    {
        using var store = RecordStore.Open(Path);
        Samples.Append(store, 1);

        foreach (var end in (string[])["", "-wal"]) File.Copy(Path + end, _folder["killed.db" + end]);

        using var killed = RecordStore.Open(_folder["killed.db"]);
        Assert.Equal(Dump(store), Dump(killed));
        Assert.Equal(2, store.Writer.ExecuteScalar<long>("PRAGMA synchronous"));
    }

    [Fact]
    public void Record_is_the_same_after_it_is_opened_again()
    {
        string before;
        using (var store = RecordStore.Open(Path))
        {
            Fill(store, 1, 3);
            before = Dump(store);
        }

        using var again = RecordStore.Open(Path);

        Assert.Equal(before, Dump(again));
    }

    [Fact]
    public void File_that_is_not_a_database_is_refused_and_left_alone()
    {
        File.WriteAllText(Path, "Minutes of the harbour council, kept by hand since the spring. " + new string('x', 5000));
        var before = File.ReadAllBytes(Path);

        Assert.Equal("ST01", Assert.Throws<StoreException>(() => RecordStore.Open(Path)).Code);

        Assert.Equal(before, File.ReadAllBytes(Path));
        Assert.Single(Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!));
    }

    [Fact]
    public void Database_of_another_program_is_refused_and_left_alone()
    {
        Execute("CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('soup')");
        var before = File.ReadAllBytes(Path);

        Assert.Equal("ST01", Assert.Throws<StoreException>(() => RecordStore.Open(Path)).Code);

        Assert.Equal(before, File.ReadAllBytes(Path));
    }

    [Fact]
    public void Record_of_a_newer_version_is_refused_and_left_alone()
    {
        RecordStore.Open(Path).Dispose();
        Execute("PRAGMA user_version = 9999");
        var before = File.ReadAllBytes(Path);

        var fault = Assert.Throws<StoreException>(() => RecordStore.Open(Path));

        Assert.Equal("ST02", fault.Code);
        Assert.Contains("9999", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Path));
    }

    [Fact]
    public void Record_that_another_program_writes_to_is_a_fault_after_a_while()
    {
        using var store = RecordStore.Open(Path, patience: 1);
        Samples.Append(store, 1);
        using var other = new SqliteConnection($"Data Source={Path};Pooling=False");
        other.Open();
        using (other.BeginTransaction(deferred: false))
        {
            Assert.Equal("ST04", Assert.Throws<StoreException>(() => Samples.Append(store, 2)).Code);
            Assert.Single(store.Reports());
        }

        Samples.Append(store, 2);
        Assert.Equal(2, store.Counts().Reports);
    }

    [Fact]
    public void Place_that_cannot_be_a_file_is_refused()
    {
        File.WriteAllText(_folder["file"], "");

        Assert.Equal("ST03", Assert.Throws<StoreException>(() => RecordStore.Open(_folder["file/record.db"])).Code);
        Directory.CreateDirectory(_folder["folder"]);
        Assert.Equal("ST03", Assert.Throws<StoreException>(() => RecordStore.Open(_folder["folder"])).Code);
    }

    [Theory]
    [InlineData(8, "ST03")]
    [InlineData(14, "ST03")]
    [InlineData(5, "ST04")]
    [InlineData(6, "ST04")]
    [InlineData(13, "ST05")]
    [InlineData(11, "ST06")]
    [InlineData(10, "ST07")]
    [InlineData(26, "ST01")]
    public void Every_fault_of_the_database_has_a_code_and_names_the_place(int result, string code)
    {
        var fault = StoreException.Of(new SqliteException("said", result), "desk/record.db");

        Assert.Equal(code, fault.Code);
        Assert.Contains("desk/record.db", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Migrations_are_numbered_without_a_gap()
    {
        Assert.Equal(Enumerable.Range(1, Migrator.All.Length), Migrator.All.Select(migration => migration.Version));
        using var store = RecordStore.InMemory();
        Assert.Equal(Migrator.Newest, store.Writer.ExecuteScalar<int>("PRAGMA user_version"));
    }

    [Fact]
    public void Record_of_an_older_version_is_brought_up_to_date()
    {
        Execute(Migrator.All[0].Sql + Migrator.All[1].Sql + "PRAGMA application_id = 0x43484E43; PRAGMA user_version = 2;");

        using var store = RecordStore.Open(Path);
        Samples.Append(store, 1);

        Assert.Empty(store.Verify().Faults);
    }

    [Fact]
    public void Closed_store_says_that_it_is_closed()
    {
        var store = RecordStore.Open(Path);
        store.Dispose();
        store.Dispose();

        Assert.Throws<ObjectDisposedException>(() => store.Counts());
        Assert.Throws<ObjectDisposedException>(() => Samples.Append(store, 1));
        File.Delete(Path);
    }

    private static void Add(RecordStore store)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(EveryKind.Text);
        store.Append(EveryKind.Reading, "a", Now);
        store.AppendBytes(EveryKind.Report.Sha256, bytes);
    }

    private static void Fill(RecordStore store, int from, int to)
    {
        foreach (var number in Enumerable.Range(from, to - from)) Samples.Append(store, number);
    }

    private static string Dump(RecordStore store) => string.Join('\n', store.Lines().Select(RecordJson.Write));

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }
}
