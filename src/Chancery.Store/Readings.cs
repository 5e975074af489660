using Chancery.Record;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Chancery.Store;

/// <summary>What an append brought.</summary>
/// <param name="NewReport">True if no report with these bytes was there.</param>
/// <param name="NewReading">True if this report had not been read with this fingerprint.</param>
/// <param name="NewFindings">How many findings have an id that the record did not know.</param>
public sealed record Appended(bool NewReport, bool NewReading, int NewFindings);

public sealed partial class RecordStore
{
    /// <summary>
    /// Appends what one run found in one report; the same again changes nothing. The newest fingerprint appended is the
    /// report's current reading. Where the same bytes came under several names, the ordinally smallest name and what was
    /// read under it are shown, whichever came first.
    /// </summary>
    /// <param name="reading">The report and its findings.</param>
    /// <param name="source">The name or address under which the bytes came this time.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="ArgumentException">A finding is without evidence, cites words that do not stand in the report, or has another's id.</exception>
    /// <exception cref="StoreException">The database cannot be written.</exception>
    public Appended Append(Reading reading, string source, Instant at)
    {
        var draft = ReadingDraft.Of(reading, source);
        return Write(connection => new ReadingWriter(connection, draft, Iso(at)).Append());
    }

    /// <summary>Writes one reading inside the caller's transaction.</summary>
    private sealed class ReadingWriter(SqliteConnection connection, ReadingDraft draft, string at)
    {
        private readonly string _report = draft.Report.Id;
        private string _shown = draft.Source;

        public Appended Append()
        {
            var known = connection.ExecuteScalar<string>("SELECT source FROM report WHERE id = @_report", new { _report });
            if (known is null) InsertReport();
            else if (string.CompareOrdinal(known, _shown) < 0) _shown = known;
            InsertSource();
            var before = Reading();
            var fresh = before is null ? InsertReading() : Amend(before) ? before.Key : (long?)null;
            var added = fresh is { } key ? LinkFindings(key) : 0;
            if (known is not null && known != _shown) ShowSource();
            if (fresh is not null) MakeCurrent(fresh.Value, draft.Report, draft.Findings.Select(finding => finding.Finding));
            else if (before!.Current == 0) MakeCurrent(before.Key, KeptReport(before.Key), KeptFindings(before.Key));
            return new Appended(known is null, before is null, added);
        }

        private void InsertReport() => connection.Execute(
            "INSERT INTO report (id, sha256, source) VALUES (@Id, @Sha256, @Source)",
            new { draft.Report.Id, draft.Report.Sha256, draft.Source });

        private void InsertSource() => connection.Execute(
            "INSERT INTO report_source (report_id, source, appended) VALUES (@_report, @Source, @at) ON CONFLICT DO NOTHING",
            new { _report, draft.Source, at });

        private ReadingRow? Reading() => connection.QuerySingleOrDefault<ReadingRow>(
            "SELECT key, source, digest, current FROM reading WHERE report_id = @_report AND fingerprint = @Fingerprint",
            new { _report, draft.Fingerprint });

        private long InsertReading()
        {
            var key = connection.ExecuteScalar<long>(
                """
                INSERT INTO reading (report_id, fingerprint, rendition_key, source, digest, current, appended)
                VALUES (@_report, @Fingerprint, @rendition, @Source, @Digest, 0, @at) RETURNING key
                """,
                new { _report, draft.Fingerprint, rendition = Rendition(), draft.Source, draft.Digest, at });
            InsertProblems(key);
            return key;
        }

        /// <summary>
        /// The same bytes under another name can give another reading (a day in an address). Of several the one with the
        /// smallest name counts, so that the order of arrival does not matter. True if the reading's content changed.
        /// </summary>
        private bool Amend(ReadingRow before)
        {
            var order = string.CompareOrdinal(draft.Source, before.Source);
            if (order == 0) order = string.CompareOrdinal(draft.Digest, before.Digest);
            if (order >= 0) return false;
            connection.Execute(
                "UPDATE reading SET source = @Source, digest = @Digest, rendition_key = @rendition WHERE key = @Key",
                new { draft.Source, draft.Digest, rendition = Rendition(), before.Key });
            if (draft.Digest == before.Digest) return false;
            connection.Execute("DELETE FROM reading_finding WHERE reading_key = @Key; DELETE FROM problem WHERE reading_key = @Key", before);
            InsertProblems(before.Key);
            return true;
        }

        private long Rendition()
        {
            var rendition = new
            {
                _report,
                draft.RenditionDigest,
                draft.TextHash,
                draft.Blocks,
                payload = RecordJson.Write(draft.Report with { Source = _shown }),
            };
            return connection.ExecuteScalar<long?>(
                "SELECT key FROM rendition WHERE report_id = @_report AND digest = @RenditionDigest", rendition)
                ?? connection.ExecuteScalar<long>(
                    """
                    INSERT INTO rendition (report_id, digest, text_hash, blocks, payload)
                    VALUES (@_report, @RenditionDigest, @TextHash, @Blocks, @payload) RETURNING key
                    """,
                    rendition);
        }

        private void InsertProblems(long key) => connection.Execute(
            "INSERT INTO problem (reading_key, ordinal, code, detail) VALUES (@key, @ordinal, @Code, @Detail)",
            draft.Problems.Select((problem, ordinal) => new { key, ordinal, problem.Code, problem.Detail }));

        /// <summary>Inserts the findings that are not there and links all of them; returns how many ids are new.</summary>
        private int LinkFindings(long reading)
        {
            var rows = connection.Query<FindingRow>("SELECT id, digest FROM finding WHERE report_id = @_report", new { _report }).ToHashSet();
            var ids = rows.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
            InsertFindings(draft.Findings.Where(finding => !rows.Contains(new FindingRow(finding.Finding.Id, finding.Digest))));
            connection.Execute(
                """
                INSERT INTO reading_finding (reading_key, finding_key)
                SELECT @reading, key FROM finding WHERE id = @Id AND digest = @Digest
                """,
                draft.Findings.Select(finding => new { reading, finding.Finding.Id, finding.Digest }));
            return draft.Findings.Count(finding => !ids.Contains(finding.Finding.Id));
        }

        /// <summary>Current at once: a reading whose findings are inserted is always made current.</summary>
        private void InsertFindings(IEnumerable<FindingDraft> findings) => connection.Execute(
            """
            INSERT INTO finding (id, digest, kind, report_id, span_start, span_end, actor, place, when_from, when_to, current, payload)
            VALUES (@Id, @Digest, @Kind, @_report, @Start, @End, @actor, @place, @from, @to, 1, @Payload)
            """,
            findings.Select(row => new
            {
                row.Finding.Id,
                row.Digest,
                row.Kind,
                _report,
                row.Finding.Span.Start,
                row.Finding.Span.End,
                actor = LineColumns.Actors(row.Finding).FirstOrDefault(),
                place = LineColumns.Places(row.Finding).FirstOrDefault(),
                from = Day(row.Finding.When?.From),
                to = Day(row.Finding.When?.To),
                row.Payload,
            }));

        private void MakeCurrent(long reading, Report report, IEnumerable<Finding> findings)
        {
            connection.Execute(
                """
                UPDATE reading SET current = 0 WHERE report_id = @_report AND current = 1;
                UPDATE reading SET current = 1 WHERE key = @reading;
                UPDATE finding SET current = 0 WHERE report_id = @_report AND current = 1
                  AND key NOT IN (SELECT finding_key FROM reading_finding WHERE reading_key = @reading);
                UPDATE finding SET current = 1 WHERE report_id = @_report AND current = 0
                  AND key IN (SELECT finding_key FROM reading_finding WHERE reading_key = @reading);
                UPDATE report SET title = @Title, outlet = @Outlet, published_from = @from, published_to = @to,
                  rendition_key = (SELECT rendition_key FROM reading WHERE key = @reading)
                WHERE id = @_report;
                """,
                new
                {
                    _report,
                    reading,
                    report.Title,
                    report.Outlet,
                    from = Day(report.Published?.From),
                    to = Day(report.Published?.To),
                });
            SearchIndex.Replace(connection, report, findings);
        }

        private Report KeptReport(long reading) => (Report)RecordJson.Read(connection.ExecuteScalar<string>(
            "SELECT payload FROM rendition WHERE key = (SELECT rendition_key FROM reading WHERE key = @reading)", new { reading })!);

        private IEnumerable<Finding> KeptFindings(long reading) => connection.Query<string>(
            "SELECT payload FROM finding WHERE key IN (SELECT finding_key FROM reading_finding WHERE reading_key = @reading) ORDER BY key",
            new { reading }).Select(payload => (Finding)RecordJson.Read(payload));

        /// <summary>A smaller name has come: the report's line shows it, whichever rendition is asked for.</summary>
        private void ShowSource()
        {
            connection.Execute("UPDATE report SET source = @_shown WHERE id = @_report", new { _report, _shown });
            var renditions = connection.Query<PayloadRow>("SELECT key, payload FROM rendition WHERE report_id = @_report", new { _report }).ToList();
            foreach (var row in renditions)
            {
                var payload = RecordJson.Write((Report)RecordJson.Read(row.Payload) with { Source = _shown });
                connection.Execute("UPDATE rendition SET payload = @payload WHERE key = @Key", new { row.Key, payload });
            }
        }
    }

    private static string? Day(LocalDate? day) => day is { } known ? NodaTime.Text.LocalDatePattern.Iso.Format(known) : null;

    private sealed record ReadingRow(long Key, string Source, string Digest, long Current);

    private sealed record FindingRow(string Id, string Digest);

    private sealed record PayloadRow(long Key, string Payload);
}
