using Dapper;
using Microsoft.Data.Sqlite;

namespace Chancery.Store;

/// <summary>
/// The record on disk (or in memory): reports with their bytes, readings, findings and the lines derived from them.
/// Append-only but for derived lines. Safe for several threads: one writer at a time, readers beside it. What an append
/// returns is on disk (WAL, <c>synchronous=FULL</c>); a process killed at any moment leaves all of an append or nothing.
/// </summary>
/// <remarks>
/// Two kinds of fault: <see cref="ArgumentException"/> for a caller that hands in what breaks a law of the record, and
/// <see cref="StoreException"/> for the disk or database. After either nothing was changed.
/// </remarks>
public sealed partial class RecordStore : IDisposable
{
    private const int PatienceSeconds = 30;

    private readonly Lock _gate = new();
    private readonly SqliteConnection _writer;
    private readonly string? _readers;
    private SqliteTransaction? _transaction;
    private bool _disposed;

    private RecordStore(string place, SqliteConnection writer, string? readers)
    {
        Place = place;
        _writer = writer;
        _readers = readers;
    }

    /// <summary>The file's path, or <c>memory</c>; for messages.</summary>
    public string Place { get; }

    /// <summary>The one connection that writes; for tests that break things on purpose.</summary>
    internal SqliteConnection Writer => _writer;

    /// <summary>Opens the record at <paramref name="path"/>; creates the file and its folder, and brings an older version up to date.</summary>
    /// <exception cref="StoreException">It is not a record, of a newer version, not writable, locked or damaged.</exception>
    public static RecordStore Open(string path) => Open(path, PatienceSeconds);

    /// <summary>A record that lives as long as this object and touches no disk.</summary>
    public static RecordStore InMemory()
    {
        var writer = Connect(new SqliteConnectionStringBuilder { DataSource = ":memory:", ForeignKeys = true, Pooling = false });
        Migrator.Run(writer, "memory");
        return new RecordStore("memory", writer, readers: null);
    }

    /// <summary>As <see cref="Open(string)"/>, waiting so many seconds (1 or more) for a lock.</summary>
    internal static RecordStore Open(string path, int patience)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        CreateFolder(path);
        var address = new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(path), ForeignKeys = true, DefaultTimeout = patience };
        SqliteConnection? writer = null;
        try
        {
            writer = Connect(new(address.ConnectionString) { Pooling = false });
            Prepare(writer, path, patience);
            address.Mode = SqliteOpenMode.ReadOnly;
            return new RecordStore(path, writer, address.ConnectionString);
        }
        catch (Exception fault)
        {
            writer?.Dispose();
            if (fault is SqliteException sqlite) throw StoreException.Of(sqlite, path);
            throw;
        }
    }

    /// <summary>
    /// Runs several appends as one: all of them are on disk when it returns, none if <paramref name="appends"/> throws. One
    /// commit costs one wait for the disk, so a batch of a hundred reports is much faster than a hundred appends. Calls on
    /// this thread inside see what was appended before them; other threads see it after the commit.
    /// </summary>
    public void InOneCommit(Action appends)
    {
        ArgumentNullException.ThrowIfNull(appends);
        Write(_ =>
        {
            appends();
            return true;
        });
    }

    /// <summary>Writes a compact copy of the record to <paramref name="path"/> while others may read and write.</summary>
    /// <exception cref="StoreException">There is such a file already, or it cannot be written.</exception>
    public void Backup(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Path.Exists(path)) throw new StoreException("ST03", $"{path} exists already; a backup never overwrites a file.");
        CreateFolder(path);
        var part = path + ".part";
        try
        {
            File.Delete(part);
            Read(connection => connection.Execute("VACUUM INTO @part", new { part }), snapshot: false);
            using (var file = new FileStream(part, FileMode.Open)) file.Flush(flushToDisk: true);
            File.Move(part, path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw StoreException.NotWritable(path, fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed) return;
            _disposed = true;
            if (_readers is not null)
            {
                using var pooled = new SqliteConnection(_readers);
                SqliteConnection.ClearPool(pooled);
            }
            _writer.Dispose();
        }
    }

    private static void CreateFolder(string path)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw StoreException.NotWritable(path, fault);
        }
    }

    private static SqliteConnection Connect(SqliteConnectionStringBuilder address)
    {
        var connection = new SqliteConnection(address.ConnectionString);
        connection.Open();
        return connection;
    }

    private static void Prepare(SqliteConnection writer, string path, int patience)
    {
        Migrator.Check(writer, path);
        if (SQLitePCL.raw.sqlite3_db_readonly(writer.Handle, "main") == 1) throw StoreException.NotWritable(path);
        writer.Execute($"PRAGMA busy_timeout = {patience * 1000}");
        if (writer.ExecuteScalar<string>("PRAGMA journal_mode = WAL") != "wal")
            throw new StoreException("ST03", $"{path} lies on a disk that cannot keep a write-ahead log; use a local disk.");
        writer.Execute("PRAGMA synchronous = FULL; PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 4000;");
        Migrator.Run(writer, path);
    }

    /// <summary>Runs <paramref name="work"/> in one transaction, or as a part of the one this thread is in.</summary>
    private T Write<T>(Func<SqliteConnection, T> work)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            try
            {
                return _transaction is null ? Commit(work) : Join(_transaction, work);
            }
            catch (SqliteException fault)
            {
                throw StoreException.Of(fault, Place);
            }
        }
    }

    private T Commit<T>(Func<SqliteConnection, T> work)
    {
        using var transaction = _writer.BeginTransaction(deferred: false);
        _transaction = transaction;
        try
        {
            var result = work(_writer);
            transaction.Commit();
            return result;
        }
        finally
        {
            _transaction = null;
        }
    }

    private T Join<T>(SqliteTransaction transaction, Func<SqliteConnection, T> work)
    {
        if (!InTransaction) throw new StoreException("ST07", $"A commit to {Place} was given up after a fault; nothing of it is kept.");
        transaction.Save("part");
        try
        {
            var result = work(_writer);
            transaction.Release("part");
            return result;
        }
        catch when (InTransaction)
        {
            transaction.Rollback("part");
            transaction.Release("part");
            throw;
        }
    }

    /// <summary>False outside, and after a fault (a full disk) for which SQLite has undone the whole transaction itself.</summary>
    private bool InTransaction => SQLitePCL.raw.sqlite3_get_autocommit(_writer.Handle) == 0;

    /// <summary>True if this thread reads what is committed; inside its own commit it must see its own appends.</summary>
    private bool ReadsApart => _readers is not null && !_gate.IsHeldByCurrentThread;

    /// <summary>Runs a query that writes nothing; several statements in it see one state of the record.</summary>
    private T Read<T>(Func<SqliteConnection, T> query, bool snapshot = true)
    {
        try
        {
            if (ReadsApart)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                using var connection = Connect(new(_readers));
                using var transaction = snapshot ? connection.BeginTransaction(deferred: true) : null;
                return query(connection);
            }
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                return query(_writer);
            }
        }
        catch (SqliteException fault)
        {
            throw StoreException.Of(fault, Place);
        }
    }
}
