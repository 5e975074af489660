namespace Chancery.Store;

public sealed partial class RecordStore
{
    /// <summary>
    /// Checks everything that is stored against its own hashes, ids and quotes: bytes, reports, findings, evidence and
    /// references. Writes nothing; others may append meanwhile, and what they append is not checked.
    /// </summary>
    public Verification Verify() => Read(connection => new Verifier(connection).Run());
}
