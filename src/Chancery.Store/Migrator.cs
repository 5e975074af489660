using System.Collections.Immutable;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Chancery.Store;

/// <summary>
/// Brings a database to the newest version by the numbered files in <c>Migrations/</c>, all in one transaction. Files are
/// applied in order and never edited; the version is the number of the last one.
/// </summary>
internal static class Migrator
{
    /// <summary>Marks the file as ours: the letters CHNC.</summary>
    private const long ApplicationId = 0x43484E43;

    private const string Folder = "Chancery.Store.Migrations.";

    /// <summary>All migrations, oldest first.</summary>
    public static ImmutableArray<Migration> All { get; } = [.. typeof(Migrator).Assembly
        .GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(Migration.Load)];

    /// <summary>The version this program writes.</summary>
    public static int Newest => All[^1].Version;

    /// <summary>Looks without writing: the version, or a fault if the file is somebody else's or too new.</summary>
    /// <exception cref="StoreException"><c>ST01</c> or <c>ST02</c>.</exception>
    public static int Check(SqliteConnection connection, string place)
    {
        var version = connection.ExecuteScalar<int>("PRAGMA user_version");
        var tables = connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master");
        if (tables > 0 && connection.ExecuteScalar<long>("PRAGMA application_id") != ApplicationId) throw StoreException.NotARecord(place);
        if (version > Newest)
        {
            throw new StoreException("ST02",
                $"{place} was written by a newer Chancery (version {version}; this one knows {Newest}); use the newer program.");
        }
        return version;
    }

    /// <summary>Applies what is missing.</summary>
    public static void Run(SqliteConnection connection, string place)
    {
        if (Check(connection, place) == Newest) return;
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = Check(connection, place);
        foreach (var migration in All.Where(migration => migration.Version > version)) connection.Execute(migration.Sql);
        connection.Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Newest};");
        transaction.Commit();
    }

    /// <summary>One numbered file.</summary>
    internal sealed record Migration(int Version, string Name, string Sql)
    {
        public static Migration Load(string resource)
        {
            using var stream = typeof(Migrator).Assembly.GetManifestResourceStream(resource)!;
            using var reader = new StreamReader(stream);
            var name = resource[Folder.Length..];
            return new Migration(int.Parse(name.AsSpan(0, 4)), name, reader.ReadToEnd());
        }
    }
}
