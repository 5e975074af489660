using System.Diagnostics;
using Chancery.Extraction;
using Chancery.Extraction.Intake;
using Chancery.Record;
using Chancery.Text;
using Chancery.Text.Sentences;

namespace Chancery.Benchmarks;

/// <summary>The whole street over one large file of reports, once, on one thread: bytes to JSON lines.</summary>
internal static class Throughput
{
    /// <summary>Prints reports and sentences a second, time to the first lines and peak memory; 1 if nothing could be read.</summary>
    public static int Run(string path)
    {
        var extractor = new Extractor(StandardPipeline.Create(Resources.Default));
        var raw = new RawDocument(Path.GetFileName(path), File.ReadAllBytes(path));
        var watch = Stopwatch.StartNew();
        var result = Formats.Read(raw);
        var intake = watch.Elapsed;
        if (result.Reports.IsEmpty)
        {
            Console.Error.WriteLine(string.Join('\n', result.Refusals.Select(refusal => $"{refusal.Code} {refusal.Detail}")));
            return 1;
        }

        var (first, lines, written) = (TimeSpan.Zero, 0L, 0L);
        foreach (var report in result.Reports)
        {
            foreach (var finding in extractor.Read(report).Findings)
            {
                written += RecordJson.Write(finding).Length;
                lines++;
            }

            if (first == TimeSpan.Zero) first = DateTimeOffset.Now - Process.GetCurrentProcess().StartTime;
        }

        Print(result.Reports, watch.Elapsed, intake, first, lines, written);
        return 0;
    }

    private static void Print(EquatableArray<Report> reports, TimeSpan time, TimeSpan intake, TimeSpan first, long lines, long written)
    {
        var sentences = Sentences(reports);
        var characters = reports.Sum(report => (long)report.Text.Length);
        Console.WriteLine($"reports        {reports.Count,12:N0}   {reports.Count / time.TotalSeconds,12:N0} a second");
        Console.WriteLine($"sentences      {sentences,12:N0}   {sentences / time.TotalSeconds,12:N0} a second");
        Console.WriteLine($"characters     {characters,12:N0}   {characters / time.TotalSeconds,12:N0} a second");
        Console.WriteLine($"lines          {lines,12:N0}   {written,12:N0} characters of JSON");
        Console.WriteLine($"time           {time.TotalSeconds,12:N2} s, of which intake {intake.TotalSeconds:N2} s");
        Console.WriteLine($"first lines    {first.TotalSeconds,12:N2} s after the program's start");
        Console.WriteLine($"peak memory    {Process.GetCurrentProcess().PeakWorkingSet64 / 1024.0 / 1024.0,12:N0} MB");
        Console.WriteLine($"machine        {Environment.ProcessorCount} cores, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}");
    }

    // Counted again afterwards, so that counting is not measured.
    private static long Sentences(EquatableArray<Report> reports)
    {
        var resources = Resources.Default;
        var abbreviations = resources.Lexicon("abbreviations");
        var pipeline = new Pipeline(
            new Chancery.Text.Tokens.Tokenizer(abbreviations), new SentenceSplitter(abbreviations, resources.Lexicon("sentence-starters")));
        return reports.Sum(report => (long)pipeline.Run(new Document(new SourceText(report.Text))).Sentences.Length);
    }
}
