using System.Collections.Concurrent;
using NodaTime;

namespace Chancery.App.Fetching;

/// <summary>One door for each host: one request at a time, a pause between two visits, and no visit before the host wants one.</summary>
/// <param name="rules">The pause.</param>
/// <param name="clock">Now.</param>
/// <param name="wait">Waits; handed in, so that tests do not.</param>
internal sealed class HostGates(FetchRules rules, IClock clock, Func<Duration, CancellationToken, Task> wait)
{
    private readonly ConcurrentDictionary<string, Gate> _gates = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for one's turn. Leave it by disposing what is given back.</summary>
    /// <param name="host">With its port.</param>
    /// <param name="isVisit">False for what belongs to a visit already begun: a redirect on the same host, its robots.txt.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>The door, or the instant before which the host is left alone.</returns>
    public async Task<(IDisposable? Turn, Instant NotBefore)> EnterAsync(string host, bool isVisit, CancellationToken cancel)
    {
        var gate = _gates.GetOrAdd(host, static (_, delay) => new Gate { Delay = delay }, rules.HostDelay);
        await gate.Door.WaitAsync(cancel);
        var turn = new Turn(gate, clock, isVisit);
        try
        {
            var now = clock.GetCurrentInstant();
            var free = isVisit ? Instant.Max(gate.Free, gate.NotBefore) : gate.NotBefore;
            if (free - now > rules.LongestDelay) return (Leave(turn), free);
            if (free > now) await wait(free - now, cancel);
            return (turn, now);
        }
        catch
        {
            Leave(turn);
            throw;
        }
    }

    /// <summary>The host asked to be left alone until then.</summary>
    public void Block(string host, Instant until)
    {
        if (_gates.TryGetValue(host, out var gate)) gate.NotBefore = Instant.Max(gate.NotBefore, until);
    }

    /// <summary>The host asked for this pause between two visits.</summary>
    public void Slow(string host, Duration delay) =>
        _gates.GetOrAdd(host, static (_, first) => new Gate { Delay = first }, rules.HostDelay).Delay = Duration.Max(rules.HostDelay, Duration.Min(delay, rules.LongestDelay));

    private static IDisposable? Leave(Turn turn)
    {
        turn.IsVisit = false;
        turn.Dispose();
        return null;
    }

    private sealed class Gate
    {
        public SemaphoreSlim Door { get; } = new(1, 1);

        public Duration Delay { get; set; }

        public Instant Free { get; set; } = Instant.MinValue;

        public Instant NotBefore { get; set; } = Instant.MinValue;
    }

    private sealed class Turn(Gate gate, IClock clock, bool isVisit) : IDisposable
    {
        public bool IsVisit { get; set; } = isVisit;

        public void Dispose()
        {
            if (IsVisit) gate.Free = clock.GetCurrentInstant() + gate.Delay;
            gate.Door.Release();
        }
    }
}
