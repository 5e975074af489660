using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Chancery.App.Fetching;
using NodaTime;

namespace Chancery.Tests.App.Fetching;

/// <summary>The difficult web: what it does, and the code or bytes that come of it.</summary>
public sealed class FetcherTests : IDisposable
{
    private const string Body = "<p>The ferry to Sundale was full.</p>";

    private readonly LocalWeb _web = new();

    public void Dispose() => _web.Dispose();

    private async Task<Fetched> Fetch(string path, FetchRules? rules = null, Func<string, IPAddress[]>? resolve = null)
    {
        using var fetcher = _web.Fetcher(rules, resolve);
        return await fetcher.FetchAsync(new FetchRequest(path.StartsWith('/') ? _web.At(path) : path));
    }

    private async Task<string?> CodeOf(string path, FetchRules? rules = null, Func<string, IPAddress[]>? resolve = null)
    {
        var fetched = await Fetch(path, rules, resolve);
        if (fetched.Code is not null)
        {
            Assert.False(string.IsNullOrWhiteSpace(fetched.Detail));
            Assert.True(fetched.Bytes.IsEmpty);
        }

        return fetched.Code;
    }

    [Fact]
    public async Task Page_comes_with_hash_head_way_and_time()
    {
        _web.Redirect("/old", "/new", 301);
        _web.Page("/new", _ => (200, "Content-Type: text/html; charset=koi8-r\r\nETag: \"a-\u00E9\"\r\nSet-Cookie: id=1", Encoding.UTF8.GetBytes(Body)));

        var fetched = await Fetch("/old");

        Assert.Null(fetched.Code);
        Assert.Equal(Body, Encoding.UTF8.GetString(fetched.Bytes.Span));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Body))), fetched.Sha256);
        Assert.Equal(new Redirect(301, _web.At("/old")), Assert.Single(fetched.Redirects));
        Assert.Equal((_web.At("/old"), _web.At("/new"), _web.At("/new")), (fetched.Address, fetched.Final, fetched.MovedTo));
        Assert.Equal("\"a-\u00E9\"", fetched.ETag);
        Assert.DoesNotContain(fetched.Headers, header => header.Name == "Set-Cookie");
        var document = fetched.ToDocument();
        Assert.Equal(("text/html; charset=koi8-r", fetched.Retrieved), (document.MediaType, document.Retrieved));
    }

    [Fact]
    public async Task No_cookie_and_no_referrer_is_ever_sent()
    {
        _web.Page("/a", _ => (302, "Location: /b\r\nSet-Cookie: id=1; Path=/", []));
        _web.Page("/b", Body);

        Assert.Null(await CodeOf("/a"));

        Assert.All(_web.Requests, asked => Assert.DoesNotContain(asked.Headers.Keys, name => name.ToLowerInvariant() is "cookie" or "referer" or "authorization" or "traceparent"));
    }

    [Theory]
    [InlineData("ftp://news.test/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://news.test/")]
    [InlineData("http://user:secret@news.test/")]
    [InlineData("http://mail.test:25/")]
    [InlineData("http://")]
    [InlineData("news.test/a")]
    [InlineData("javascript:alert(1)")]
    public async Task What_is_no_web_address_is_refused_without_a_request(string address)
    {
        Assert.Equal(FetchCodes.BadAddress, await CodeOf(address));
        Assert.Empty(_web.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/a")]
    [InlineData("http://2130706433:{0}/a")]
    [InlineData("http://0x7f.1:{0}/a")]
    [InlineData("http://[::1]:{0}/a")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/a")]
    [InlineData("http://localhost:{0}/a")]
    [InlineData("http://inside.test:{0}/a")]
    public async Task Inside_is_refused_however_it_is_written(string address)
    {
        _web.Page("/a", Body);
        Assert.Equal(FetchCodes.Inside, await CodeOf(string.Format(address, _web.Port)));
        Assert.Empty(_web.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/secret", FetchCodes.Inside)]
    [InlineData("http://inside.test:{0}/secret", FetchCodes.Inside)]
    [InlineData("//inside.test:{0}/secret", FetchCodes.Inside)]
    [InlineData("http://169.254.169.254/latest/meta-data", FetchCodes.Inside)]
    [InlineData("file:///etc/passwd", FetchCodes.BadAddress)]
    [InlineData("http://mail.test:22/", FetchCodes.BadAddress)]
    public async Task Redirect_to_the_inside_is_refused(string target, string code)
    {
        _web.Page("/secret", Body);
        _web.Redirect("/a", string.Format(target, _web.Port));
        Assert.Equal(code, await CodeOf("/a"));
        Assert.Equal(["/a"], _web.Paths);
    }

    [Fact]
    public async Task Name_that_changes_its_address_between_two_questions_changes_nothing()
    {
        _web.Page("/a", Body);
        var rules = _web.Impatient with { AllowedHosts = [] };
        var asked = 0;
        // The first answer is the web, every later one is this machine.
        IPAddress[] Rebinding(string host) => [asked++ == 0 ? IPAddress.Parse("192.88.98.1") : IPAddress.Loopback];

        var code = await CodeOf("/a", rules, Rebinding);

        Assert.Contains(code, (string[])[FetchCodes.Inside, FetchCodes.NoConnection, FetchCodes.TooSlow]);
        Assert.Empty(_web.Requests);
    }

    [Fact]
    public async Task Of_several_addresses_only_the_web_is_tried()
    {
        var rules = _web.Impatient with { AllowedHosts = [] };
        Assert.NotNull(await CodeOf("/a", rules, _ => [IPAddress.Loopback, IPAddress.Parse("192.88.98.1"), IPAddress.Parse("10.0.0.1")]));
        Assert.Empty(_web.Requests);
    }

    [Fact]
    public async Task Allowed_host_is_one_name_at_one_port()
    {
        _web.Page("/a", Body);
        Assert.Null(await CodeOf("/a", _web.Rules with { AllowedHosts = [$"news.test:{_web.Port}"] }));
        Assert.Equal(FetchCodes.Inside, await CodeOf("/a", _web.Rules with { AllowedHosts = ["news.test:1"] }));
        Assert.Equal(FetchCodes.Inside, await CodeOf("/a", _web.Rules with { AllowedHosts = ["test"] }));
    }

    [Fact]
    public async Task Name_that_nobody_knows_is_said_so() =>
        Assert.Equal(FetchCodes.NoSuchHost, await CodeOf("/a", resolve: _ => throw new System.Net.Sockets.SocketException(11001)));

    [Fact]
    public async Task Redirects_in_a_circle_and_without_end_are_left()
    {
        _web.Redirect("/circle", "/circle");
        Assert.Equal(FetchCodes.LostInRedirects, await CodeOf("/circle"));
        Assert.Equal(6, _web.Paths.Count());
        _web.Page("/nowhere", _ => (302, "X: y", []));
        Assert.Equal(FetchCodes.LostInRedirects, await CodeOf("/nowhere"));
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_only_permanent_ones_move_an_address()
    {
        for (var i = 0; i < 5; i++) _web.Redirect($"/{i}", $"/{i + 1}", i == 3 ? 302 : 308);
        _web.Page("/5", Body);
        var fetched = await Fetch("/0");
        Assert.Equal((null, 5, null), (fetched.Code, fetched.Redirects.Length, fetched.MovedTo));
    }

    [Fact]
    public async Task Redirect_with_letters_beyond_ascii_is_followed()
    {
        _web.Page("/%C3%A9", Body);
        _web.Raw("/a", (_, stream) => stream.WriteAsync(Encoding.UTF8.GetBytes("HTTP/1.1 302 X\r\nLocation: /\u00E9\r\nContent-Length: 0\r\n\r\n")).AsTask());
        Assert.Equal(_web.At("/%C3%A9"), (await Fetch("/a")).Final);
    }

    public static TheoryData<string, string> Slow => new()
    {
        { "no head", "" },
        { "half a head", "HTTP/1.1 200 X\r\nContent-Ty" },
        { "no body", "HTTP/1.1 200 X\r\nContent-Length: 10\r\n\r\n" },
        { "half a body", "HTTP/1.1 200 X\r\nContent-Length: 10\r\n\r\nabc" },
    };

    [Theory]
    [MemberData(nameof(Slow))]
    public async Task Server_that_falls_silent_is_left(string what, string start)
    {
        _web.Raw("/a", async (_, stream) =>
        {
            await LocalWeb.WriteAsync(stream, start);
            await Task.Delay(2_000);
        });
        Assert.True(await CodeOf("/a", _web.Impatient) == FetchCodes.TooSlow, what);
    }

    [Fact]
    public async Task Body_that_drips_is_left_when_its_time_is_up()
    {
        _web.Raw("/a", async (_, stream) =>
        {
            await LocalWeb.WriteAsync(stream, "HTTP/1.1 200 X\r\n\r\n");
            while (true)
            {
                await LocalWeb.WriteAsync(stream, "x");
                await Task.Delay(20);
            }
        });
        Assert.Equal(FetchCodes.TooSlow, await CodeOf("/a", _web.Impatient));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Content-Length: 999999999999\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n")]
    public async Task Body_without_end_is_left_at_the_limit(string head)
    {
        var sent = 0L;
        _web.Raw("/a", async (_, stream) =>
        {
            await LocalWeb.WriteAsync(stream, $"HTTP/1.1 200 X\r\n{head}\r\n");
            var piece = new string('x', 0x4000);
            for (; ; sent += piece.Length) await LocalWeb.WriteAsync(stream, head.StartsWith('T') ? $"4000\r\n{piece}\r\n" : piece);
        });
        Assert.Equal(FetchCodes.TooLarge, await CodeOf("/a", _web.Rules with { WireBytes = 1_000_000 }));
        Assert.True(Interlocked.Read(ref sent) < 20_000_000);
    }

    [Fact]
    public async Task Head_without_end_is_left()
    {
        _web.Raw("/a", async (_, stream) =>
        {
            await LocalWeb.WriteAsync(stream, "HTTP/1.1 200 X\r\n");
            while (true) await LocalWeb.WriteAsync(stream, $"X-{new string('a', 1000)}: y\r\n");
        });
        Assert.Equal(FetchCodes.ServerFault, await CodeOf("/a"));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 X\r\nContent-Length: 100\r\n\r\nabc", FetchCodes.CutShort)]
    [InlineData("HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc", FetchCodes.CutShort)]
    [InlineData("HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n", FetchCodes.ServerFault)]
    [InlineData("HTTP/1.1 200 X\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", FetchCodes.ServerFault)]
    [InlineData("HTTP/1.1 200 X\r\nContent-Length: -3\r\n\r\nabc", FetchCodes.ServerFault)]
    [InlineData("garbage\r\n\r\n", FetchCodes.ServerFault)]
    [InlineData("", FetchCodes.CutShort)]
    public async Task Wrong_lengths_and_broken_answers_have_codes(string answer, string code)
    {
        _web.Raw("/a", (_, stream) => LocalWeb.WriteAsync(stream, answer));
        Assert.Equal(code, await CodeOf("/a"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("deflate")]
    [InlineData("raw deflate")]
    [InlineData("br")]
    [InlineData("deflate, gzip")]
    public async Task Packings_are_undone(string packing)
    {
        _web.Page("/a", _ => (200, $"Content-Encoding: {packing.Replace("raw ", "", StringComparison.Ordinal)}", Packed(Encoding.UTF8.GetBytes(Body), packing)));
        var fetched = await Fetch("/a");
        Assert.Equal((null, Body), (fetched.Code, Encoding.UTF8.GetString(fetched.Bytes.Span)));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Bomb_is_left_before_it_bursts(string packing)
    {
        var bomb = Packed(new byte[50_000_000], packing);
        Assert.True(bomb.Length < 100_000);
        _web.Page("/a", _ => (200, $"Content-Encoding: {packing}", bomb));
        Assert.Equal(FetchCodes.Swollen, await CodeOf("/a"));
    }

    [Fact]
    public async Task Bytes_are_counted_after_unpacking_too()
    {
        var noise = new byte[3_000_000];
        new Random(1).NextBytes(noise);
        _web.Page("/a", _ => (200, "Content-Encoding: gzip", Packed(noise, "gzip")));
        Assert.Equal(FetchCodes.TooLarge, await CodeOf("/a", _web.Rules with { UnpackedBytes = 2_000_000 }));
    }

    [Theory]
    [InlineData("gzip", FetchCodes.BadPacking)]
    [InlineData("deflate", FetchCodes.BadPacking)]
    [InlineData("br", FetchCodes.BadPacking)]
    [InlineData("gzip, gzip, gzip", FetchCodes.Swollen)]
    [InlineData("zstd", FetchCodes.BadPacking)]
    public async Task Packing_that_is_damaged_or_not_known_has_a_code(string packing, string code)
    {
        var whole = Packed(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2_000))), packing);
        _web.Page("/a", _ => (200, $"Content-Encoding: {packing}", whole[..(whole.Length / 2)]));
        Assert.Equal(code, await CodeOf("/a"));
    }

    [Fact]
    public async Task Packing_that_only_the_head_speaks_of_is_passed_over()
    {
        _web.Page("/a", Body, "Content-Encoding: gzip");
        Assert.Null(await CodeOf("/a"));
    }

    [Theory]
    [InlineData(404, FetchCodes.NotThere)]
    [InlineData(403, FetchCodes.NotThere)]
    [InlineData(410, FetchCodes.Gone)]
    [InlineData(429, FetchCodes.Later)]
    [InlineData(503, FetchCodes.Later)]
    [InlineData(500, FetchCodes.ServerFault)]
    [InlineData(204, FetchCodes.ServerFault)]
    [InlineData(206, FetchCodes.ServerFault)]
    [InlineData(304, FetchCodes.ServerFault)]
    public async Task Status_without_a_body_of_ours_has_a_code(int status, string code)
    {
        _web.Page("/a", _ => (status, "", []));
        Assert.Equal(code, await CodeOf("/a"));
    }

    [Fact]
    public async Task Validators_go_back_byte_for_byte()
    {
        _web.Page("/a", asked => asked.Headers.GetValueOrDefault("If-None-Match") == "W/\"x y\u00E9" && asked.Headers.GetValueOrDefault("If-Modified-Since") == "Thursday, 19 Aug" ? (304, "", []) : (200, "", [1]));
        using var fetcher = _web.Fetcher();
        var fetched = await fetcher.FetchAsync(new FetchRequest(_web.At("/a"), "W/\"x y\u00E9", "Thursday, 19 Aug"));
        Assert.True(fetched.IsNotModified);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Fri, 20 Aug 2021 12:05:00 GMT", 300)]
    [InlineData("Fri, 20 Aug 2021 11:00:00 GMT", 0)]
    [InlineData("99999999999", 86_400)]
    [InlineData("soon", null)]
    public async Task Retry_after_is_read(string text, int? seconds)
    {
        _web.Page("/a", _ => (503, $"Retry-After: {text}", []));
        var fetched = await Fetch("/a");
        Assert.Equal(seconds is { } wanted ? Duration.FromSeconds(wanted) : null, fetched.NotBefore - fetched.Retrieved);
    }

    [Fact]
    public async Task Host_that_asks_for_peace_is_left_alone_until_then()
    {
        _web.Page("/a", _ => (429, "Retry-After: 3600", []));
        _web.Page("/b", Body);
        using var fetcher = _web.Fetcher();
        await fetcher.FetchAsync(new FetchRequest(_web.At("/a")));

        var early = await fetcher.FetchAsync(new FetchRequest(_web.At("/b")));
        Assert.Equal((FetchCodes.Later, Instant.FromUtc(2021, 8, 20, 13, 0)), (early.Code, early.NotBefore));
        Assert.Equal(["/a"], _web.Paths);

        _web.Clock.Advance(Duration.FromMinutes(61));
        Assert.Null((await fetcher.FetchAsync(new FetchRequest(_web.At("/b")))).Code);
    }

    [Fact]
    public async Task Host_is_visited_one_at_a_time_with_a_pause()
    {
        _web.Raw("/robots.txt", (_, stream) => LocalWeb.WriteAsync(stream, "HTTP/1.1 200 X\r\nContent-Length: 29\r\n\r\nUser-agent: *\nCrawl-delay: 10"));
        for (var i = 0; i < 4; i++)
            _web.Raw($"/{i}", async (_, stream) =>
            {
                await Task.Delay(10);
                await LocalWeb.WriteAsync(stream, "HTTP/1.1 200 X\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx");
            });
        using var fetcher = _web.Fetcher();

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => fetcher.FetchAsync(new FetchRequest(_web.At($"/{i}")))));

        Assert.All(all, fetched => Assert.Null(fetched.Code));
        Assert.Equal(1, _web.MostAtOnce);
        Assert.Equal(Enumerable.Repeat(Duration.FromSeconds(10), 3), _web.Waits);
        Assert.Single(_web.Requests, asked => asked.Path == "/robots.txt");
    }

    [Fact]
    public async Task Robots_txt_is_honoured_at_every_hop()
    {
        _web.Page("/robots.txt", "User-agent: *\nDisallow: /closed", "Content-Type: text/plain");
        _web.Redirect("/a", "/closed/b");
        _web.Page("/closed/b", Body);
        Assert.Equal(FetchCodes.Forbidden, await CodeOf("/a"));
        Assert.Equal(["/a"], _web.Paths);
    }

    [Fact]
    public async Task Robots_txt_that_fails_forbids_until_it_can_be_had()
    {
        _web.Page("/robots.txt", _ => (500, "", []));
        _web.Page("/a", Body);
        using var fetcher = _web.Fetcher();
        Assert.Equal(FetchCodes.RobotsUnknown, (await fetcher.FetchAsync(new FetchRequest(_web.At("/a")))).Code);

        _web.Page("/robots.txt", _ => (404, "", []));
        Assert.Equal(FetchCodes.RobotsUnknown, (await fetcher.FetchAsync(new FetchRequest(_web.At("/a")))).Code);
        _web.Clock.Advance(Duration.FromMinutes(11));
        Assert.Null((await fetcher.FetchAsync(new FetchRequest(_web.At("/a")))).Code);
    }

    [Fact]
    public async Task Cancelling_stops_at_once()
    {
        _web.Raw("/a", (_, _) => Task.Delay(5_000));
        using var cancel = new CancellationTokenSource(50);
        using var fetcher = _web.Fetcher();
        var stopped = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(new FetchRequest(_web.At("/a")), cancel.Token));
        Assert.Equal(cancel.Token, stopped.CancellationToken);
    }

    [Fact]
    public async Task Certificate_that_nobody_vouches_for_is_not_believed()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=news.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = X509CertificateLoader.LoadPkcs12(request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200)).Export(X509ContentType.Pkcs12), null);
        _web.Wrap = async stream =>
        {
            var safe = new System.Net.Security.SslStream(stream);
            await safe.AuthenticateAsServerAsync(certificate);
            return safe;
        };
        _web.Page("/a", Body);
        Assert.Equal(FetchCodes.NoConnection, await CodeOf(_web.At("/a").Replace("http:", "https:", StringComparison.Ordinal)));
        Assert.Empty(_web.Requests);
    }

    /// <summary>Whatever a server sends: bytes or a code, never an exception, and never for long.</summary>
    [Fact]
    public async Task Answers_of_any_bytes_end_in_bytes_or_a_code()
    {
        var random = new Random(17);
        var good = Encoding.Latin1.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\nLocation: /a\r\nRetry-After: 9\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
        using var fetcher = _web.Fetcher(_web.Impatient with { HostDelay = Duration.Zero, WireBytes = 10_000 });
        for (var round = 0; round < 300; round++)
        {
            var answer = good.ToArray();
            for (var i = random.Next(1, 12); i > 0; i--) answer[random.Next(answer.Length)] = (byte)random.Next(256);
            if (random.Next(3) == 0) answer = answer[..random.Next(answer.Length)];
            _web.Raw("/a", (_, stream) => stream.WriteAsync(answer).AsTask());
            var fetched = await fetcher.FetchAsync(new FetchRequest(_web.At("/a")));
            Assert.True(fetched.Code is not null || fetched.Bytes.Length <= 10_000, $"round {round}");
            _web.Clock.Advance(Duration.FromDays(2));
        }
    }

    /// <summary>Links of feeds are as untrusted as a stranger's: whatever stands there, and wherever a redirect leads, there is a code and no exception.</summary>
    [Fact]
    public async Task Addresses_of_any_letters_end_in_a_code()
    {
        var random = new Random(31);
        string[] pieces = ["http", "https", ":", "//", "/", "\\", "@", "[", "]", "::1", "%", "%00", "%2f", "xn--", "xn--a", "..", ".", "\u0000", "\u00E9", "\u3002", "\uD83D", "\u202E", "127.1", "0x7f", "a", "?", "#", "&", " ", "\n", "65536", "80", ";", "news.test"];
        using var fetcher = _web.Fetcher(_web.Rules with { AllowedHosts = [], HostDelay = Duration.Zero });
        for (var round = 0; round < 3_000; round++)
        {
            var address = (random.Next(4) > 0 ? "http://" : "") + string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));
            var fetched = await fetcher.FetchAsync(new FetchRequest(address));
            Assert.NotNull(fetched.Code);
            _ = WebAddress.KeyOf(address);
        }

        using var other = _web.Fetcher(_web.Rules with { HostDelay = Duration.Zero });
        for (var round = 0; round < 200; round++)
        {
            var target = string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => pieces[random.Next(pieces.Length)])).ReplaceLineEndings("");
            _web.Raw("/a", (_, stream) => stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 302 X\r\nLocation: {target}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")).AsTask());
            Assert.NotNull((await other.FetchAsync(new FetchRequest(_web.At("/a")))).Code);
        }
    }

    [Fact]
    public void Packed_bytes_of_any_kind_end_in_bytes_or_a_code()
    {
        var random = new Random(23);
        var reader = new BodyReader(new FetchRules { UnpackedBytes = 100_000, RatioFrom = 10_000 });
        foreach (var packing in (string[])["gzip", "deflate", "raw deflate", "br"])
            for (var round = 0; round < 500; round++)
            {
                var bytes = Packed(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 300))), packing);
                for (var i = random.Next(0, 6); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                var body = reader.Unpack(bytes.AsMemory(0, random.Next(bytes.Length + 1)), packing.Replace("raw ", "", StringComparison.Ordinal));
                Assert.True(body.Code is not null || body.Bytes.Length <= 100_000);
            }
    }

    private static byte[] Packed(byte[] bytes, string packing)
    {
        foreach (var one in packing.Split(", "))
        {
            using var packed = new MemoryStream();
            using (Stream stream = one switch
            {
                "gzip" or "x-gzip" => new GZipStream(packed, CompressionLevel.Optimal),
                "deflate" => new ZLibStream(packed, CompressionLevel.Optimal),
                "raw deflate" => new DeflateStream(packed, CompressionLevel.Optimal),
                "br" => new BrotliStream(packed, CompressionLevel.Optimal),
                _ => new MemoryStream(),
            })
                stream.Write(bytes);
            if (packed.ToArray() is { Length: > 0 } smaller) bytes = smaller;
        }

        return bytes;
    }
}
