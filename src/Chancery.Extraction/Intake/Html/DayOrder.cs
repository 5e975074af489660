namespace Chancery.Extraction.Intake.Html;

/// <summary>How a page writes days in figures: 05/06 is the fifth of June, or May the sixth, or nobody can tell.</summary>
internal enum DayOrder
{
    Unknown,
    DayFirst,
    MonthFirst,
}

/// <summary>Tells the order from the page's language and its outlet's country, by the table of locales.</summary>
internal static class DayOrders
{
    /// <summary>The order.</summary>
    /// <param name="language">As the page states it: <c>en-GB</c>, <c>de</c>.</param>
    /// <param name="address">Where it stands, for the country in the host's name.</param>
    public static DayOrder Of(string? language, string? address)
    {
        var locale = (language ?? "").Trim().Replace('_', '-').ToLowerInvariant();
        if (OfForm(locale) is { } exact) return exact;
        if (OfPath(address) is { } edition) return edition;
        var host = Hosts.Of(address) ?? "";
        if (OfForm("." + host[(host.LastIndexOf('.') + 1)..]) is { } country) return country;
        return OfForm(locale.Split('-')[0]) ?? DayOrder.Unknown;
    }

    /// <summary>The edition that an address begins with: <c>/en-gb/news/…</c>.</summary>
    private static DayOrder? OfPath(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Segments is [_, var first, ..] && first.TrimEnd('/') is { Length: 5 } edition ? OfForm(edition.Replace('_', '-').ToLowerInvariant()) : null;

    private static DayOrder? OfForm(string form) => IntakeTables.Locales.Find(form)?.Field(0) switch
    {
        "day" => DayOrder.DayFirst,
        "month" => DayOrder.MonthFirst,
        _ => null,
    };
}
