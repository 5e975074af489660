using System.Net;
using System.Net.Sockets;
using NodaTime;

namespace Chancery.App.Fetching;

/// <summary>A host that must not be reached, or that nobody knows; the handler carries it out of the connect callback.</summary>
internal sealed class ConnectRefusedException(string code, string message) : IOException(message)
{
    public string Code { get; } = code;
}

/// <summary>
/// Resolves a name, leaves only addresses that are the web, and connects to one of these very addresses. Since the
/// check and the connection use the same numbers, a name that answers otherwise a moment later changes nothing.
/// </summary>
/// <param name="rules">What may be reached, and how long an attempt may take.</param>
/// <param name="resolve">From a name to its addresses; handed in, so that tests can play a changing DNS.</param>
internal sealed class GuardedConnector(FetchRules rules, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>For <c>SocketsHttpHandler.ConnectCallback</c>.</summary>
    /// <exception cref="ConnectRefusedException">No address is left.</exception>
    /// <exception cref="SocketException">None of them answers.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint endpoint, CancellationToken cancel)
    {
        var found = await ResolveAsync(endpoint.Host, cancel);
        var allowed = rules.Allows(endpoint.Host, endpoint.Port) ? found : [.. found.Where(PublicAddress.IsPublic)];
        if (allowed.Length == 0)
            throw new ConnectRefusedException(FetchCodes.Inside, $"{Named(endpoint.Host, found[0])} not on the public web; {Settings.AllowHosts.Name} can allow a host by name.");
        return await ConnectAsync(allowed, endpoint.Port, cancel);
    }

    private static string Named(string host, IPAddress address) => IPAddress.TryParse(host.Trim('[', ']'), out _) ? $"{address} is" : $"{host} leads to {address}, which is";

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancel)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var literal)) return [literal];
        try
        {
            if (await resolve(host, cancel) is { Length: > 0 } found) return found;
        }
        catch (SocketException)
        {
            // Said below in one sentence.
        }

        throw new ConnectRefusedException(FetchCodes.NoSuchHost, $"Nobody knows the name {host}.");
    }

    private async Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancel)
    {
        for (var i = 0; ; i++)
        {
            var socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await ConnectAsync(socket, new IPEndPoint(addresses[i], port), isLast: i == addresses.Length - 1, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception fault)
            {
                socket.Dispose();
                if (i == addresses.Length - 1 || cancel.IsCancellationRequested || fault is not (SocketException or OperationCanceledException)) throw;
            }
        }
    }

    // An address that swallows packets must leave time for the next one.
    private async Task ConnectAsync(Socket socket, IPEndPoint endpoint, bool isLast, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        if (!isLast) limit.CancelAfter((rules.Connect / 3).ToTimeSpan());
        await socket.ConnectAsync(endpoint, limit.Token);
    }
}
