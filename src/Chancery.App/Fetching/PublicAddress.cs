using System.Net;
using System.Net.Sockets;

namespace Chancery.App.Fetching;

/// <summary>
/// Which numeric addresses are the web. Everything in IANA's registries of special-purpose addresses (RFC 6890) is not:
/// this machine, private networks, link-local (with the metadata services of clouds), carriers' 100.64/10, multicast,
/// documentation, reserved. An IPv4 address inside an IPv6 one counts as itself.
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Azure's wire server, the one metadata address outside link-local.
            "168.63.129.16/32",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    // Of IPv6 only 2000::/3 is given out as global; these parts of it are not.
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] NotGlobal = [.. new[] { "2001::/23", "2001:db8::/32", "2620:4f:8000::/48", "3fff::/20" }.Select(network => IPNetwork.Parse(network))];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Teredo = IPNetwork.Parse("2001::/32");

    /// <summary>True if the address may be connected to without anybody's leave.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork) return !Array.Exists(Special, network => network.Contains(address));
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.ScopeId != 0) return false;
        return Inner(address) is { } inner
            ? IsPublic(inner)
            : Global.Contains(address) && !Array.Exists(NotGlobal, network => network.Contains(address));
    }

    /// <summary>The IPv4 address that a gateway would make of an IPv6 one; <see langword="null"/> if it holds none.</summary>
    private static IPAddress? Inner(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        if (address.IsIPv4MappedToIPv6 || Nat64.Contains(address) || IsCompatible(bytes)) return new IPAddress(bytes.AsSpan(12, 4));
        if (SixToFour.Contains(address)) return new IPAddress(bytes.AsSpan(2, 4));
        return Teredo.Contains(address) ? IPAddress.Loopback : null;
    }

    // ::a.b.c.d, long given up but still understood; :: and ::1 fall out here as 0.0.0.0/8.
    private static bool IsCompatible(byte[] bytes) => bytes.AsSpan(0, 12).IndexOfAnyExcept((byte)0) < 0;
}
