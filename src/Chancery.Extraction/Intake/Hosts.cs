namespace Chancery.Extraction.Intake;

/// <summary>Addresses as names of outlets: the last resort.</summary>
internal static class Hosts
{
    /// <summary>The host without <c>www.</c>; <see langword="null"/> if it is no web address.</summary>
    public static string? Of(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            ? uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host
            : null;
}
