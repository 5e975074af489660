using Microsoft.Data.Sqlite;

namespace Chancery.Store;

/// <summary>
/// The place where the record is kept is at fault (disk, permission, lock, another program's file), never the reports.
/// When it is thrown nothing was changed. The message is a sentence for a person.
/// </summary>
/// <remarks>
/// Codes: <c>ST01</c> not a record, <c>ST02</c> of a newer version, <c>ST03</c> cannot be opened or written, <c>ST04</c> locked,
/// <c>ST05</c> disk full, <c>ST06</c> damaged, <c>ST07</c> another fault of the disk or database, <c>ST08</c> text that cannot be kept.
/// </remarks>
public sealed class StoreException : Exception
{
    /// <summary>A fault with its code.</summary>
    /// <param name="code">From the list in the remarks.</param>
    /// <param name="message">One sentence for a person.</param>
    /// <param name="inner">What the database or system said.</param>
    internal StoreException(string code, string message, Exception? inner = null) : base(message, inner) => Code = code;

    /// <summary><c>ST01</c> and so on, for scripts and for searching.</summary>
    public string Code { get; }

    /// <summary>What SQLite's result code means to a person.</summary>
    internal static StoreException Of(SqliteException fault, string place) => fault.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB => NotARecord(place, fault),
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
            new StoreException("ST04", $"Another program is writing to {place}; try again when it has finished.", fault),
        SQLitePCL.raw.SQLITE_FULL => new StoreException("ST05", $"The disk that holds {place} is full.", fault),
        SQLitePCL.raw.SQLITE_CORRUPT => new StoreException("ST06", $"{place} is damaged; restore it from a backup.", fault),
        SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM or SQLitePCL.raw.SQLITE_AUTH =>
            NotWritable(place, fault),
        _ => new StoreException("ST07", $"{place} could not be read or written: {fault.Message}", fault),
    };

    internal static StoreException NotARecord(string place, Exception? fault = null) =>
        new("ST01", $"{place} is not a record of Chancery.", fault);

    internal static StoreException NotWritable(string place, Exception? fault = null) =>
        new("ST03", $"{place} cannot be opened for writing; check that its folder exists and that you may write there.", fault);
}
