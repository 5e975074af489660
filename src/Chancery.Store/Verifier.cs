using System.Security.Cryptography;
using System.Text.Json;
using Chancery.Record;
using Chancery.Record.Conflicts;
using Chancery.Record.Origins;
using Chancery.Record.Stories;
using Chancery.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Chancery.Store;

/// <summary>One check of a whole record, on one connection that only reads. Holds one report's texts at a time.</summary>
internal sealed class Verifier(SqliteConnection connection)
{
    private readonly List<Fault> _faults = [];
    private int _evidence;

    public Verification Run()
    {
        CheckFile();
        var originals = CheckOriginals();
        var (reports, findings) = CheckReports();
        var derived = CheckDerived();
        CheckSearch();
        return new Verification(originals, reports, findings, _evidence, derived, _faults.ToEquatableArray());
    }

    private void CheckFile()
    {
        foreach (var said in connection.Query<string>("PRAGMA quick_check(10)"))
            if (said != "ok") Note("VE01", "", $"The database file is damaged: {said}");
        foreach (var row in connection.Query<(string Table, long? Row)>("SELECT \"table\", rowid FROM pragma_foreign_key_check LIMIT 10"))
            Note("VE07", "", $"Row {row.Row} of table {row.Table} belongs to a row that is missing.");
    }

    private int CheckOriginals()
    {
        var hashes = connection.Query<string>("SELECT sha256 FROM raw ORDER BY sha256").AsList();
        foreach (var sha256 in hashes)
        {
            var raw = connection.QuerySingle<RawRow>("SELECT length, coding, bytes FROM raw WHERE sha256 = @sha256", new { sha256 });
            if (Packing.Unpack(raw.Coding, raw.Length, raw.Bytes) is not { } bytes || Convert.ToHexStringLower(SHA256.HashData(bytes)) != sha256)
                Note("VE03", sha256, "The stored bytes are not those that came.");
        }
        foreach (var sha256 in connection.Query<string>("SELECT DISTINCT sha256 FROM fetch WHERE sha256 NOT IN (SELECT sha256 FROM raw) ORDER BY sha256"))
            Note("VE02", sha256, "The bytes of a fetched copy are not stored.");
        return hashes.Count;
    }

    private (int Reports, int Findings) CheckReports()
    {
        var findings = 0;
        var reports = connection.Query<ReportRow>("SELECT id, sha256, source, rendition_key AS rendition FROM report ORDER BY id").AsList();
        foreach (var report in reports)
        {
            if (connection.ExecuteScalar<long>("SELECT count(*) FROM raw WHERE sha256 = @Sha256", report) == 0)
                Note("VE02", report.Id, $"The bytes of {report.Source} are not stored.");
            var texts = CheckRenditions(report);
            if (!texts.ContainsKey(report.Rendition ?? -1)) Note("VE07", report.Id, $"{report.Source} has no current reading.");
            findings += CheckFindings(report.Id, texts);
        }
        return (reports.Count, findings);
    }

    private Dictionary<long, SourceText> CheckRenditions(ReportRow row)
    {
        var texts = new Dictionary<long, SourceText>();
        var renditions = connection.Query<RenditionRow>(
            "SELECT key, text_hash AS texthash, blocks, payload FROM rendition WHERE report_id = @Id ORDER BY key", row);
        foreach (var rendition in renditions)
        {
            if (Parsed(rendition.Payload) is not Report report || report.Id != row.Id)
            {
                Note("VE05", row.Id, $"The line of {row.Source} cannot be read or is another's.");
                continue;
            }
            var text = new SourceText(report.Text);
            if (text.Hash != rendition.TextHash) Note("VE04", row.Id, $"The text of {row.Source} is not the one that was appended.");
            if (report.Sha256 != row.Sha256) Note("VE04", row.Id, $"{row.Source} names other bytes than were appended.");
            if (!HasBlocksIn(text, rendition.Blocks)) Note("VE04", row.Id, $"The blocks of {row.Source} do not lie in its text.");
            if (report.Revises is { } earlier && !IsKnown(earlier)) Note("VE07", row.Id, $"{row.Source} revises {earlier}, which is not there.");
            texts.Add(rendition.Key, text);
        }
        return texts;
    }

    private static bool HasBlocksIn(SourceText text, string blocks)
    {
        try
        {
            return RecordJson.ReadBlocks(blocks).All(block => text.Whole.Contains(block.Span));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private int CheckFindings(string report, Dictionary<long, SourceText> texts)
    {
        var rows = connection.Query<FindingRow>(
            """
            SELECT f.key, f.id, f.digest, f.kind, f.current, f.payload, r.rendition_key AS rendition, r.current AS "read"
            FROM finding f LEFT JOIN reading_finding l ON l.finding_key = f.key LEFT JOIN reading r ON r.key = l.reading_key
            WHERE f.report_id = @report ORDER BY f.key, r.current DESC, r.key
            """,
            new { report }).DistinctBy(row => row.Key).ToList();
        foreach (var row in rows) CheckFinding(row, report, texts);
        return rows.Count;
    }

    private void CheckFinding(FindingRow row, string report, Dictionary<long, SourceText> texts)
    {
        if (Parsed(row.Payload) is not Finding finding || finding.Id != row.Id || finding.Report != report || LineKinds.Of(finding) != row.Kind)
        {
            Note("VE05", row.Id, $"The line {row.Id} cannot be read or is another's.");
            return;
        }
        if (finding.Evidence.IsEmpty || LineId.Of(finding) != row.Id || ReadingDraft.Digested([row.Payload]) != row.Digest)
            Note("VE05", row.Id, $"The line {row.Id} is not the one that was appended.");
        if (row.Current != (row.Read ?? 0)) Note("VE07", row.Id, $"The line {row.Id} is shown though its reading is not, or the other way round.");
        if (row.Rendition is { } key && texts.TryGetValue(key, out var text)) CheckEvidence(row.Id, finding.Cited, text);
        CheckEntities(row.Id, row.Payload);
    }

    private void CheckEvidence(string id, EquatableArray<Evidence> evidence, SourceText text)
    {
        foreach (var piece in evidence)
        {
            _evidence++;
            if (!piece.IsVerbatimIn(text))
                Note("VE06", id, $"\"{piece.Quote}\" does not stand in {piece.Report} at {piece.Start}.");
        }
    }

    private int CheckDerived()
    {
        var rows = connection.Query<DerivedRow>("SELECT id, kind, payload FROM derived ORDER BY kind, id").AsList();
        foreach (var row in rows)
        {
            if (Parsed(row.Payload) is not { } line || line.Id != row.Id || LineKinds.Of(line) != row.Kind)
            {
                Note("VE05", row.Id, $"The derived line {row.Id} cannot be read or is another's.");
                continue;
            }
            foreach (var reference in References(line).Where(reference => !IsKnown(reference)))
                Note("VE07", row.Id, $"{row.Id} speaks of {reference}, which is not there.");
            foreach (var group in EvidenceOf(line).GroupBy(piece => piece.Report, StringComparer.Ordinal)) CheckDerivedEvidence(row.Id, group);
            CheckEntities(row.Id, row.Payload);
        }
        return rows.Count;
    }

    private void CheckDerivedEvidence(string id, IGrouping<string, Evidence> group)
    {
        var payload = connection.ExecuteScalar<string>(
            "SELECT x.payload FROM report r JOIN rendition x ON x.key = r.rendition_key WHERE r.id = @Key", new { group.Key });
        if (payload is not null && Parsed(payload) is Report report) CheckEvidence(id, group.ToEquatableArray(), new SourceText(report.Text));
        else Note("VE07", id, $"{id} cites {group.Key}, which is not there.");
    }

    private static EquatableArray<Evidence> EvidenceOf(Line line) => line switch
    {
        Finding finding => finding.Evidence,
        Conflict conflict => conflict.Evidence,
        _ => [],
    };

    private static IEnumerable<string> References(Line line) => line switch
    {
        Conflict conflict => conflict.Records,
        Origin { Of: { } first } origin => origin.Reports.Append(first),
        Origin origin => origin.Reports,
        Story story => story.Reports.Concat(story.Entities),
        _ => [],
    };

    /// <summary>Every <c>entity</c> that a party or voice names must be a line.</summary>
    private void CheckEntities(string id, string payload)
    {
        foreach (var entity in EntityIds.In(payload).Where(entity => !IsKnown(entity)))
            Note("VE07", id, $"{id} speaks of {entity}, which is not there.");
    }

    private void CheckSearch()
    {
        var lines = connection.ExecuteScalar<long>(
            "SELECT (SELECT count(*) FROM report) + (SELECT count(*) FROM finding WHERE current = 1)");
        var searched = connection.ExecuteScalar<long>("SELECT count(*) FROM search_line JOIN search ON search.rowid = search_line.key");
        if (lines != searched) Note("VE08", "", $"{lines} lines are current, but {searched} can be searched.");
    }

    private bool IsKnown(string id) => connection.ExecuteScalar<long>(
        """
        SELECT EXISTS (SELECT 1 FROM report WHERE id = @id)
          OR EXISTS (SELECT 1 FROM finding WHERE id = @id) OR EXISTS (SELECT 1 FROM derived WHERE id = @id)
        """,
        new { id }) == 1;

    private static Line? Parsed(string payload)
    {
        try
        {
            return RecordJson.Read(payload);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    private void Note(string code, string id, string sentence)
    {
        if (_faults.Count < Verification.MostFaults) _faults.Add(new Fault(code, id, sentence));
    }

    private sealed record RawRow(long Length, string Coding, byte[] Bytes);

    private sealed record ReportRow(string Id, string Sha256, string Source, long? Rendition);

    private sealed record RenditionRow(long Key, string TextHash, string Blocks, string Payload);

    private sealed record FindingRow(
        long Key, string Id, string Digest, string Kind, long Current, string Payload, long? Rendition, long? Read);

    private sealed record DerivedRow(string Id, string Kind, string Payload);
}
