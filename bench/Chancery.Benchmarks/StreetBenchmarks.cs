using BenchmarkDotNet.Attributes;
using Chancery.Extraction;
using Chancery.Extraction.Intake;
using Chancery.Record;

namespace Chancery.Benchmarks;

/// <summary>The street over all samples, on one thread: bytes to reports, reports to findings, findings to JSON.</summary>
public class StreetBenchmarks
{
    private RawDocument[] _documents = null!;
    private Extractor _extractor = null!;
    private Report[] _reports = null!;
    private Finding[] _findings = null!;

    /// <summary>Opens the resources and reads once; neither is measured.</summary>
    [GlobalSetup]
    public void Open()
    {
        _extractor = new Extractor(StandardPipeline.Create(Resources.Default));
        _documents = Samples.Documents;
        _reports = [.. _documents.SelectMany(document => Formats.Read(document).Reports)];
        _findings = [.. _reports.SelectMany(report => _extractor.Read(report).Findings)];
    }

    /// <summary>Bytes to reports.</summary>
    [Benchmark]
    public int Intake() => _documents.Sum(document => Formats.Read(document).Reports.Count);

    /// <summary>Reports to findings.</summary>
    [Benchmark]
    public int Reading() => _reports.Sum(report => _extractor.Read(report).Findings.Count);

    /// <summary>Findings to JSON lines.</summary>
    [Benchmark]
    public int Writing() => _findings.Sum(finding => RecordJson.Write(finding).Length);

    /// <summary>Bytes to JSON lines: the whole street.</summary>
    [Benchmark(Baseline = true)]
    public int Street() => _documents
        .SelectMany(document => Formats.Read(document).Reports)
        .SelectMany(report => _extractor.Read(report).Findings)
        .Sum(finding => RecordJson.Write(finding).Length);
}
