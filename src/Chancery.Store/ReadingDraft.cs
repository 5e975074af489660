using System.Security.Cryptography;
using System.Text;
using Chancery.Record;
using Chancery.Text;

namespace Chancery.Store;

/// <summary>
/// A reading made ready for its rows: checked against the laws of the record, written as JSON and hashed, all before
/// anybody waits for the writer.
/// </summary>
internal sealed record ReadingDraft
{
    public required Report Report { get; init; }
    public required string Fingerprint { get; init; }
    public required string Source { get; init; }
    public required string TextHash { get; init; }
    public required string Blocks { get; init; }
    public required string RenditionDigest { get; init; }
    public required IReadOnlyList<FindingDraft> Findings { get; init; }
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>A hash of all that the reading says; the name under which the report came is not part of it.</summary>
    public required string Digest { get; init; }

    /// <summary>Makes it.</summary>
    /// <exception cref="ArgumentException">A law of the record is broken.</exception>
    /// <exception cref="StoreException"><c>ST08</c>: the text holds half a surrogate pair, which UTF-8 cannot keep.</exception>
    public static ReadingDraft Of(Reading reading, string source)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentException.ThrowIfNullOrEmpty(source);
        var report = reading.Report with { Source = source };
        CheckReport(report);
        var text = new SourceText(report.Text);
        var blocks = RecordJson.WriteBlocks(report.Blocks);
        var rendition = Digested([RecordJson.Write(report with { Source = "" }), blocks]);
        var findings = reading.Findings.Select(finding => FindingDraft.Of(finding, report.Id, text)).ToList();
        CheckUnique(findings);
        return new ReadingDraft
        {
            Report = report,
            Fingerprint = reading.Fingerprint,
            Source = source,
            TextHash = text.Hash,
            Blocks = blocks,
            RenditionDigest = rendition,
            Findings = findings,
            Problems = reading.Problems,
            Digest = Digested([
                rendition,
                .. findings.Select(finding => finding.Digest).Order(StringComparer.Ordinal),
                .. reading.Problems.Select(problem => $"{problem.Code}\t{problem.Detail}"),
            ]),
        };
    }

    /// <summary>128 bits of a SHA-256 over the parts, in hexadecimal.</summary>
    public static string Digested(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', parts))))[..32];

    private static void CheckReport(Report report)
    {
        if (!report.Id.StartsWith("rp-", StringComparison.Ordinal)) throw new ArgumentException($"{report.Id} is not the id of a report.");
        if (!IsWellFormed(report.Text))
            throw new StoreException("ST08", $"The text of {report.Source} holds half a character, which cannot be kept as it is.");
    }

    private static void CheckUnique(List<FindingDraft> findings)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var draft in findings)
            if (!ids.Add(draft.Finding.Id)) throw new ArgumentException($"{draft.Finding.Id} stands twice in one reading.");
    }

    /// <summary>True if no character is halved, so that UTF-8 keeps the text as it is.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}

/// <summary>A finding made ready for its row.</summary>
internal sealed record FindingDraft(Finding Finding, string Kind, string Payload, string Digest)
{
    /// <summary>Makes it; no sentence, no record.</summary>
    /// <exception cref="ArgumentException">It is without evidence, its words do not stand there, or its id is not its own.</exception>
    public static FindingDraft Of(Finding finding, string report, SourceText text)
    {
        if (finding.Evidence.IsEmpty) throw new ArgumentException($"{finding.Id} is without evidence.");
        if (!string.Equals(finding.Report, report, StringComparison.Ordinal)) throw new ArgumentException($"{finding.Id} is not of {report}.");
        foreach (var evidence in finding.Cited)
        {
            if (!string.Equals(evidence.Report, report, StringComparison.Ordinal) || !evidence.IsVerbatimIn(text))
                throw new ArgumentException($"{finding.Id} cites words that do not stand in {report} at {evidence.Start}.");
            if (!ReadingDraft.IsWellFormed(evidence.Quote)) throw new ArgumentException($"{finding.Id} cites half a character.");
        }
        if (finding.Id != LineId.Of(finding)) throw new ArgumentException($"{finding.Id} is not the id of what it says.");
        var payload = RecordJson.Write(finding);
        return new FindingDraft(finding, LineKinds.Of(finding), payload, ReadingDraft.Digested([payload]));
    }
}
