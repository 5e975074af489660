namespace Chancery.App.Fetching;

/// <summary>Addresses of the web as strangers write them.</summary>
internal static class WebAddress
{
    private const int Longest = 4_096;

    /// <summary>The address without what follows <c>#</c>, if it is http or https with a host that can be asked for and no password; else <see langword="null"/>.</summary>
    /// <param name="text">As written.</param>
    /// <param name="page">The page it stood on, below which it may be written; <see langword="null"/> if it must be whole.</param>
    public static Uri? Parse(string? text, Uri? page = null)
    {
        if (text is null or { Length: > Longest }) return null;
        var isOne = page is null ? Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) : Uri.TryCreate(page, text.Trim(), out address);
        if (!isOne || address!.Scheme is not ("http" or "https") || address.UserInfo.Length > 0 || !HasName(address)) return null;
        return address.Fragment.Length == 0 ? address : new UriBuilder(address) { Fragment = "" }.Uri;
    }

    /// <summary>How addresses are compared: host without <c>www.</c>, path and query. http and https, and whatever follows <c>#</c>, make no difference. <see langword="null"/> if it is no web address.</summary>
    public static string? KeyOf(string? text)
    {
        if (Parse(text) is not { } address) return null;
        var host = address.IsDefaultPort ? address.IdnHost : $"{address.IdnHost}:{address.Port}";
        return (host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host).ToLowerInvariant() + address.PathAndQuery;
    }

    // Uri takes names that cannot be written for the DNS, and says so only when they are.
    private static bool HasName(Uri address)
    {
        try
        {
            return address.IdnHost.Length > 0;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }
}
