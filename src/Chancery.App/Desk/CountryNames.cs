using Chancery.Extraction;

namespace Chancery.App.Desk;

/// <summary>English names of countries from the table of the readers, so that there is one table.</summary>
internal static class CountryNames
{
    private const string Table = "countries";
    private const int Code = 0;
    private const int Kind = 1;
    private const int Name = 2;

    /// <summary>From ISO 3166-1 alpha-3 to the English name.</summary>
    public static IReadOnlyDictionary<string, string> Of(Resources resources)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in resources.Lexicon(Table).Entries)
            if (entry.Field(Name).Length > 0)
                names.TryAdd(entry.Field(Code), entry.Field(Name));
        return names;
    }

    /// <summary>From the code to all names and adjectives of the country, separated by spaces; not its capital.</summary>
    public static IReadOnlyDictionary<string, string> Forms(Resources resources) => resources.Lexicon(Table).Entries
        .Where(entry => entry.Field(Kind) != "capital")
        .GroupBy(entry => entry.Field(Code), StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => string.Join(' ', group.Select(entry => entry.Form).Prepend(group.First().Field(Name)).Distinct(StringComparer.Ordinal)),
            StringComparer.Ordinal);
}
