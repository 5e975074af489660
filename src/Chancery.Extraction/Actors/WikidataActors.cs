using Chancery.Text.Lexicons;
using NodaTime;

namespace Chancery.Extraction.Actors;

/// <summary>
/// Reads a table made from Wikidata: tab-separated, the first line <c>name aliases country office from to</c>; aliases with <c>|</c> between
/// them, the country in English or as alpha-3, days as ISO dates, months, years or Wikidata's own (<c>+2012-05-07T00:00:00Z</c>). A name may have several lines.
/// </summary>
internal sealed class WikidataActors(ActorImport import, Resources resources)
{
    private const string Head = "name\taliases\tcountry\toffice\tfrom\tto";
    private const int Columns = 6;

    private readonly Dictionary<string, string> _countries = resources.Lexicon("countries").Entries.Where(entry => entry.Field(1) == "name")
        .SelectMany(entry => (IEnumerable<(string, string)>)[(entry.Form, entry.Field(0)), (entry.Field(0), entry.Field(0))])
        .DistinctBy(pair => pair.Item1.ToUpperInvariant()).ToDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, string> _offices = resources.Lexicon("agents").Entries.ToDictionary(entry => entry.Form, entry => entry.Field(0), StringComparer.OrdinalIgnoreCase);

    /// <summary>True if the first line of a file names these columns.</summary>
    public static bool Recognises(string line) => line.TrimStart('\uFEFF').Trim().Equals(Head, StringComparison.OrdinalIgnoreCase);

    public void Read(IReadOnlyList<string> lines)
    {
        for (var i = 1; i < lines.Count; i++)
            if (lines[i].Trim().Length > 0)
                Read(i + 1, lines[i].Split('\t'));
    }

    private void Read(int line, string[] cells)
    {
        if (cells.Length != Columns || cells[0].Trim().Length == 0 || cells[3].Trim().Length == 0)
        {
            import.Fault(line, ActorImportCodes.NoActor, $"{cells.Length} cells; six are needed, and name and office must be there.");
            return;
        }

        if (!_countries.TryGetValue(cells[2].Trim(), out var country)) import.Fault(line, ActorImportCodes.NoCountry, $"'{cells[2]}' is no country that is known.");
        else Add(line, cells, country);
    }

    private void Add(int line, string[] cells, string country)
    {
        var office = string.Join(' ', cells[3].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(';', ',');
        try
        {
            var term = OfficeTerm.Read($"{SectorOf(office)} {office} {Day(cells[4])}..{Day(cells[5])}");
            import.Add(cells[0].Trim(), cells[1].Split('|', StringSplitOptions.TrimEntries), country, term);
        }
        catch (FormatException wrong)
        {
            import.Fault(line, ActorImportCodes.NoDay, wrong.Message);
        }
    }

    /// <summary>The sector of the longest run of the office's words that is an agent; of several the first.</summary>
    private string SectorOf(string office)
    {
        var words = office.Split(' ');
        for (var length = words.Length; length > 0; length--)
            for (var first = 0; first + length <= words.Length; first++)
                if (_offices.TryGetValue(string.Join(' ', words[first..(first + length)]), out var sector) && sector != "UNK")
                    return sector;
        return "-";
    }

    private static string Day(string cell)
    {
        var day = cell.Trim().TrimStart('+');
        var time = day.IndexOf('T', StringComparison.Ordinal);
        if (time > 0) day = day[..time];
        // Wikidata writes a day or month that nobody knows as 00.
        while (day.EndsWith("-00", StringComparison.Ordinal)) day = day[..^3];
        return day;
    }
}
