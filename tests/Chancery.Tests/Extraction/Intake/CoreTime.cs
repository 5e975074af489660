using System.Diagnostics;
using System.Globalization;

namespace Chancery.Tests.Extraction.Intake;

/// <summary>How long one thread was at work: the same on a machine that is busy with other things. Where Linux is not, the time that went by.</summary>
internal static class CoreTime
{
    private const string Source = "/proc/thread-self/schedstat";

    /// <summary>Time of the calling thread on its core while it does the work.</summary>
    public static TimeSpan Of(Action work)
    {
        var watch = Stopwatch.StartNew();
        var before = Nanoseconds();
        work();
        return before is { } start && Nanoseconds() is { } end ? TimeSpan.FromMicroseconds((end - start) / 1_000) : watch.Elapsed;
    }

    private static long? Nanoseconds() =>
        File.Exists(Source) && long.TryParse(File.ReadAllText(Source).Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var time) ? time : null;
}
