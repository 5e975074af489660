using System.Net;
using Chancery.Extraction.Intake.Markup;

namespace Chancery.Extraction.Intake.Html;

/// <summary>
/// The address that a page says is its own: <c>link rel=canonical</c>, else <c>og:url</c>. Believed only where it leads to
/// the same host, or to one of which the page's host is a part or the other way round (<c>m.</c>, <c>amp.</c>, <c>www.</c>): no page
/// can claim to be another site's.
/// </summary>
public static class CanonicalAddress
{
    private const int HeadLength = 512 * 1024;

    /// <summary>The address, absolute; <see langword="null"/> if the page states none that is believed, or is no page.</summary>
    public static string? Of(RawDocument raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        if (!Uri.TryCreate(raw.Address, UriKind.Absolute, out var own) || Opening.Open(raw).Document is not { } document) return null;
        return Stated(document.Text[..Math.Min(document.Text.Length, HeadLength)]) is { } stated
            && Uri.TryCreate(own, stated, out var address) && address.Scheme is "http" or "https" && IsSameSite(own.Host, address.Host)
                ? address.AbsoluteUri
                : null;
    }

    private static string? Stated(string text)
    {
        string? shared = null;
        var scanner = new MarkupScanner(text, html: true);
        while (scanner.Next(out var piece))
        {
            if (piece.Kind != MarkupKind.StartTag) continue;
            if (piece.IsNamed(text, "body")) break;
            if (piece.IsNamed(text, "link") && Is(piece.Attribute(text, "rel"), "canonical") && piece.Attribute(text, "href") is { Length: > 0 } address) return WebUtility.HtmlDecode(address).Trim();
            if (piece.IsNamed(text, "meta") && Is(piece.Attribute(text, "property"), "og:url")) shared ??= WebUtility.HtmlDecode(piece.Attribute(text, "content") ?? "").Trim();
        }

        return string.IsNullOrEmpty(shared) ? null : shared;
    }

    private static bool Is(string? value, string name) => string.Equals(value?.Trim(), name, StringComparison.OrdinalIgnoreCase);

    private static bool IsSameSite(string left, string right)
    {
        var (ours, theirs) = (Bare(left), Bare(right));
        return ours == theirs || ours.EndsWith("." + theirs, StringComparison.Ordinal) || theirs.EndsWith("." + ours, StringComparison.Ordinal);
    }

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..].ToLowerInvariant() : host.ToLowerInvariant();
}
