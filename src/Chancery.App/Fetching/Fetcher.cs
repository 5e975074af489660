using System.Net;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Chancery.App.Fetching;

/// <summary>
/// The only door to the network. Fetches one address at a time from each host, by the rules of <see cref="FetchRules"/>:
/// http and https, no inside addresses at any hop, robots.txt, limits on bytes and seconds, no cookies, no proxy of the
/// surroundings. Never throws on what the web does: that is a code. Safe for several threads.
/// </summary>
internal sealed class Fetcher : IDisposable
{
    private readonly FetchRules _rules;
    private readonly IClock _clock;
    private readonly HttpMessageInvoker _web;
    private readonly HostGates _gates;
    private readonly RobotsReader _robots;
    private readonly BodyReader _bodies;

    /// <summary>A fetcher.</summary>
    /// <param name="rules">What a fetch may cost, and where it may lead.</param>
    /// <param name="clock">Now.</param>
    /// <param name="resolve">From a name to its addresses; the system's unless told.</param>
    /// <param name="wait">Waits for a host's turn; really, unless told.</param>
    public Fetcher(
        FetchRules rules, IClock clock,
        Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null, Func<Duration, CancellationToken, Task>? wait = null)
    {
        _rules = rules;
        _clock = clock;
        _gates = new HostGates(rules, clock, wait ?? ((duration, cancel) => Task.Delay(duration.ToTimeSpan(), cancel)));
        _robots = new RobotsReader(rules, clock, FetchRobotsAsync);
        _bodies = new BodyReader(rules);
        _web = new HttpMessageInvoker(Handler(rules, new GuardedConnector(rules, resolve ?? Dns.GetHostAddressesAsync)));
    }

    /// <summary>Fetches, following redirects.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<Fetched> FetchAsync(FetchRequest request, CancellationToken cancel = default)
    {
        try
        {
            return await new Trip(this, request, _rules.WireBytes, asksRobots: true).RunAsync(cancel);
        }
        catch (OperationCanceledException fault) when (cancel.IsCancellationRequested)
        {
            // Under the caller's own token, by which loops tell that they were stopped and did not fail.
            throw new OperationCanceledException(fault.Message, fault, cancel);
        }
    }

    public void Dispose() => _web.Dispose();

    private Task<Fetched> FetchRobotsAsync(Uri address, CancellationToken cancel) =>
        new Trip(this, new FetchRequest(address.AbsoluteUri), RobotsRules.Bytes, asksRobots: false).RunAsync(cancel);

    // Nothing of the surroundings counts: no proxy, no cookies, no credentials, no trace headers.
    private static SocketsHttpHandler Handler(FetchRules rules, GuardedConnector connector) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        PreAuthenticate = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = rules.Connect.ToTimeSpan(),
        ConnectCallback = (context, cancel) => connector.ConnectAsync(context.DnsEndPoint, cancel),
        MaxConnectionsPerServer = 1,
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 0,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15),
        RequestHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
    };

    /// <summary>One request with all its redirects.</summary>
    private sealed class Trip(Fetcher fetcher, FetchRequest request, int mostBytes, bool asksRobots)
    {
        private readonly List<Redirect> _redirects = [];
        private string _at = request.Address;
        private string _host = "";

        public async Task<Fetched> RunAsync(CancellationToken cancel)
        {
            if (Address(request.Address) is not { } address) return Refuse(0, FetchCodes.BadAddress, "It is not an address that is fetched: http or https, without a password in it, and at a port of the web.");
            while (true)
            {
                _at = address.AbsoluteUri;
                var (fetched, next) = await HopAsync(address, cancel);
                if (fetched is not null) return fetched;
                address = next!;
            }
        }

        private async Task<(Fetched? Fetched, Uri? Next)> HopAsync(Uri address, CancellationToken cancel)
        {
            if (asksRobots && await AskRobotsAsync(address, cancel) is { } forbidden) return (forbidden, null);
            var host = address.Authority;
            // A robots.txt belongs to the visit it is asked for.
            var (turn, until) = await fetcher._gates.EnterAsync(host, isVisit: asksRobots && host != _host, cancel);
            if (turn is null) return (Refuse(0, FetchCodes.Later, $"{host} does not want to be asked before {until}.") with { NotBefore = until }, null);
            _host = host;
            using (turn) return await SendAsync(address, cancel);
        }

        private async Task<Fetched?> AskRobotsAsync(Uri address, CancellationToken cancel)
        {
            var answer = await fetcher._robots.OfAsync(address, cancel);
            if (answer.Rules is null) return Refuse(0, answer.Code, answer.Detail);
            if (answer.Rules.Delay is { } delay) fetcher._gates.Slow(address.Authority, delay);
            return answer.Rules.Allows(address) ? null : Refuse(0, FetchCodes.Forbidden, $"The robots.txt of {address.Authority} asks programs not to fetch it; save the page and give the file.");
        }

        private async Task<(Fetched?, Uri?)> SendAsync(Uri address, CancellationToken cancel)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter((fetcher._rules.Connect + fetcher._rules.Head).ToTimeSpan());
            try
            {
                using var message = Message(address);
                using var response = await fetcher._web.SendAsync(message, limit.Token);
                if (IsRedirect(response)) return Follow(address, response);
                limit.CancelAfter(fetcher._rules.Body.ToTimeSpan());
                return (await ReadAsync(address, response, limit.Token), null);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return (Refuse(0, FetchCodes.TooSlow, $"{address.Authority} was too slow."), null);
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException)
            {
                var (code, detail) = FetchFaults.Of(fault, address);
                return (Refuse(0, code, detail), null);
            }
        }

        private HttpRequestMessage Message(Uri address)
        {
            var message = new HttpRequestMessage(HttpMethod.Get, address) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
            message.Headers.TryAddWithoutValidation("User-Agent", fetcher._rules.Agent);
            message.Headers.TryAddWithoutValidation("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5");
            message.Headers.TryAddWithoutValidation("Accept-Language", "en, *;q=0.5");
            message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
            if (request.ETag is { } tag) message.Headers.TryAddWithoutValidation("If-None-Match", tag);
            if (request.LastModified is { } day) message.Headers.TryAddWithoutValidation("If-Modified-Since", day);
            return message;
        }

        private static bool IsRedirect(HttpResponseMessage response) => (int)response.StatusCode is 301 or 302 or 303 or 307 or 308;

        private (Fetched?, Uri?) Follow(Uri address, HttpResponseMessage response)
        {
            var status = (int)response.StatusCode;
            if (!response.Headers.NonValidated.TryGetValues("Location", out var values) || values.First() is not { Length: > 0 } next)
                return (Refuse(status, FetchCodes.LostInRedirects, "It redirects, but does not say where to."), null);
            _redirects.Add(new Redirect(status, address.AbsoluteUri));
            if (_redirects.Count > fetcher._rules.Redirects) return (Refuse(status, FetchCodes.LostInRedirects, $"More than {fetcher._rules.Redirects} redirects, or a circle of them."), null);
            return Address(Utf8(next), address) is { } target
                ? (null, target)
                : (Refuse(status, FetchCodes.BadAddress, $"It redirects to what is not fetched: {next}"), null);
        }

        // Heads are read as Latin-1, or as UTF-8 where the handler takes them for it; addresses in them are UTF-8.
        private static string Utf8(string value)
        {
            if (Ascii.IsValid(value) || value.Any(letter => letter > 0xFF)) return value;
            var bytes = Encoding.Latin1.GetBytes(value);
            return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : value;
        }

        private async Task<Fetched> ReadAsync(Uri address, HttpResponseMessage response, CancellationToken cancel)
        {
            var status = (int)response.StatusCode;
            var answer = new Fetched { Address = request.Address, Final = address.AbsoluteUri, Status = status, Redirects = [.. _redirects], Headers = [.. Heads(response)], Retrieved = fetcher._clock.GetCurrentInstant() };
            if (RetryAfter.Of(answer) is { } until)
            {
                answer = answer with { NotBefore = until };
                if (status is 429 or 503) fetcher._gates.Block(address.Authority, until);
            }

            if (status == 304 && request.IsConditional) return answer;
            if (status is not (200 or 203)) return Refuse(answer, FetchFaults.Of(status));
            if (!HasOneLength(answer)) return Refuse(answer, (FetchCodes.ServerFault, "It states the length of its body in two ways, or in none that is a number."));
            using var wire = await response.Content.ReadAsStreamAsync(cancel);
            var body = await fetcher._bodies.ReadAsync(wire, response.Content.Headers.ContentLength, mostBytes, cancel);
            if (body.Code is null) body = fetcher._bodies.Unpack(body.Bytes, answer.HeaderOf("Content-Encoding"));
            if (body.Code is not null) return Refuse(answer, (body.Code, body.Detail!));
            return answer with { Bytes = body.Bytes, Sha256 = Convert.ToHexStringLower(SHA256.HashData(body.Bytes.Span)), Retrieved = fetcher._clock.GetCurrentInstant() };
        }

        // The handler passes over a length that cannot be, and would read to the end of the connection.
        private static bool HasOneLength(Fetched answer) => answer.Headers
            .Where(header => header.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            .SelectMany(header => header.Value.Split(',', StringSplitOptions.TrimEntries))
            .Distinct(StringComparer.Ordinal).ToList() is [] or [[>= '0' and <= '9', ..]];

        // Cookies are not accepted, and so not kept either.
        private static IEnumerable<Header> Heads(HttpResponseMessage response) =>
            from line in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            where !line.Key.StartsWith("Set-Cookie", StringComparison.OrdinalIgnoreCase)
            from value in line.Value
            select new Header(line.Key, value);

        private Fetched Refuse(int status, string code, string detail) => new()
        {
            Address = request.Address,
            Final = _at,
            Status = status,
            Redirects = [.. _redirects],
            Retrieved = fetcher._clock.GetCurrentInstant(),
            Code = code,
            Detail = detail,
        };

        private static Fetched Refuse(Fetched answer, (string Code, string Detail) reason) => answer with { Code = reason.Code, Detail = reason.Detail };

        // Below 1024 other services listen, which a request could be made to speak to.
        private Uri? Address(string text, Uri? page = null) =>
            WebAddress.Parse(text, page) is { } address && (address.Port is 80 or 443 or >= 1024 || fetcher._rules.Allows(address.Host, address.Port)) ? address : null;
    }
}
