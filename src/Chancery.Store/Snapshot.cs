using Microsoft.Data.Sqlite;

namespace Chancery.Store;

public sealed partial class RecordStore
{
    /// <summary>
    /// One state of the record for several queries, however long the caller takes between them. A record in memory has one
    /// connection and cannot hold a state; there each query sees the newest.
    /// </summary>
    private sealed class Snapshot : IDisposable
    {
        private readonly RecordStore _store;
        private readonly SqliteConnection? _connection;
        private readonly SqliteTransaction? _transaction;

        public Snapshot(RecordStore store)
        {
            _store = store;
            ObjectDisposedException.ThrowIf(store._disposed, store);
            if (!store.ReadsApart) return;
            try
            {
                _connection = Connect(new(store._readers));
                _transaction = _connection.BeginTransaction(deferred: true);
            }
            catch (SqliteException fault)
            {
                _connection?.Dispose();
                throw StoreException.Of(fault, store.Place);
            }
        }

        public T Read<T>(Func<SqliteConnection, T> query)
        {
            if (_connection is null) return _store.Read(query);
            try
            {
                return query(_connection);
            }
            catch (SqliteException fault)
            {
                throw StoreException.Of(fault, _store.Place);
            }
        }

        public void Dispose()
        {
            _transaction?.Dispose();
            _connection?.Dispose();
        }
    }
}
