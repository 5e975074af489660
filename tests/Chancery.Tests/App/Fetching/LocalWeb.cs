using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Chancery.App.Fetching;
using NodaTime;

namespace Chancery.Tests.App.Fetching;

/// <summary>A request as the server of the tests sees it.</summary>
internal sealed record Asked(string Host, string Path, IReadOnlyDictionary<string, string> Headers);

/// <summary>A clock that moves when it is told to.</summary>
internal sealed class HandClock : IClock
{
    private readonly Lock _gate = new();
    private Instant _now = Instant.FromUtc(2021, 8, 20, 12, 0);

    public Instant GetCurrentInstant()
    {
        lock (_gate) return _now;
    }

    public void Advance(Duration duration)
    {
        lock (_gate) _now += duration;
    }
}

/// <summary>
/// A web of our own on 127.0.0.1, written on bare sockets, so that it can break every rule: wrong lengths, slow bytes, heads
/// that never end. Any name leads to it that the test's resolver sends there.
/// </summary>
internal sealed class LocalWeb : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<string, Func<Asked, Stream, Task>> _pages = new(StringComparer.Ordinal);
    private int _open;

    public LocalWeb()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public ConcurrentQueue<Asked> Requests { get; } = new();

    /// <summary>Told of each request before it is answered.</summary>
    public Action? Answering { get; set; }

    /// <summary>What stands between socket and HTTP: nothing, unless told.</summary>
    public Func<Stream, Task<Stream>> Wrap { get; set; } = Task.FromResult;

    /// <summary>The most requests that were being answered at the same time.</summary>
    public int MostAtOnce { get; private set; }

    public IEnumerable<string> Paths => Requests.Select(asked => asked.Path).Where(path => path != "/robots.txt");

    public string At(string path, string host = "news.test") => $"http://{host}:{Port}{path}";

    /// <summary>Answers with these exact bytes and closes.</summary>
    public void Raw(string path, Func<Asked, Stream, Task> answer) => _pages[path] = answer;

    public void Page(string path, string body, string head = "Content-Type: text/html; charset=utf-8") => Page(path, _ => (200, head, Encoding.UTF8.GetBytes(body)));

    public void Page(string path, Func<Asked, (int Status, string Head, byte[] Body)> answer) => Raw(path, async (asked, stream) =>
    {
        var (status, head, body) = answer(asked);
        await WriteAsync(stream, $"HTTP/1.1 {status} X\r\n{(head.Length > 0 ? head + "\r\n" : "")}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n");
        await stream.WriteAsync(body);
    });

    public void Redirect(string path, string to, int status = 302) => Page(path, _ => (status, $"Location: {to}", []));

    public static Task WriteAsync(Stream stream, string text) => stream.WriteAsync(Encoding.Latin1.GetBytes(text)).AsTask();

    /// <summary>Rules under which <c>news.test</c> and <c>other.test</c> may be reached.</summary>
    public FetchRules Rules { get; } = new() { AllowedHosts = ["news.test", "other.test"] };

    /// <summary>The same for servers that are slow on purpose: the test waits as long as they do.</summary>
    public FetchRules Impatient => Rules with
    {
        Connect = Duration.FromMilliseconds(50),
        Head = Duration.FromMilliseconds(150),
        Body = Duration.FromMilliseconds(300),
        Idle = Duration.FromMilliseconds(150),
    };

    public HandClock Clock { get; } = new();

    /// <summary>How long was waited for hosts, by the test's clock.</summary>
    public ConcurrentQueue<Duration> Waits { get; } = new();

    /// <summary>A fetcher for which every name is this machine; waiting moves the clock.</summary>
    public Fetcher Fetcher(FetchRules? rules = null, Func<string, IPAddress[]>? resolve = null) => new(
        rules ?? Rules, Clock, (host, _) => Task.FromResult(resolve?.Invoke(host) ?? [IPAddress.Loopback]), (duration, _) =>
        {
            Waits.Enqueue(duration);
            Clock.Advance(duration);
            return Task.CompletedTask;
        });

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _open));
                using var stream = await Wrap(client.GetStream());
                if (await ReadAsync(stream) is not { } asked) return;
                Requests.Enqueue(asked);
                Answering?.Invoke();
                if (_pages.TryGetValue(asked.Path, out var page)) await page(asked, stream);
                else await WriteAsync(stream, "HTTP/1.1 404 X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            }
            catch (Exception fault) when (fault is IOException or System.Security.Authentication.AuthenticationException)
            {
                // The client has gone; that is what some tests are about.
            }
            finally
            {
                Interlocked.Decrement(ref _open);
            }
        }
    }

    private static async Task<Asked?> ReadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(one);
            if (count == 0) return null;
            head.Append(Encoding.Latin1.GetString(one, 0, count));
        }

        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[^1], StringComparer.OrdinalIgnoreCase);
        return new Asked(headers["Host"], lines[0].Split(' ')[1], headers);
    }
}
