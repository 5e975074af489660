using Chancery.Text;
using Chancery.Text.Lexicons;

namespace Chancery.Extraction.Actors;

/// <summary>PLOVER's sectors in the order of precedence of the table <c>sectors</c>: which of several is the primary one.</summary>
internal sealed class SectorOrder(Lexicon lexicon)
{
    /// <summary>What belongs to a trade or way of life and gives way to arms, office and party beside it.</summary>
    private const string LastOfPower = "OPP";

    private readonly Dictionary<string, int> _ranks = lexicon.Entries.ToDictionary(
        entry => entry.Form, entry => int.Parse(entry.Field(0), System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>Without doubles, the primary first.</summary>
    public EquatableArray<string> Sort(IEnumerable<string> sectors) =>
        sectors.Distinct(StringComparer.Ordinal).OrderBy(RankOf).ToEquatableArray();

    /// <summary>True for those who bear arms, govern, judge or seek office.</summary>
    public bool IsPower(string sector) => RankOf(sector) <= RankOf(LastOfPower);

    /// <summary>Position in the order, 1 first.</summary>
    /// <exception cref="FormatException">The table does not have it.</exception>
    public int RankOf(string sector) => _ranks.TryGetValue(sector, out var rank) ? rank : throw new FormatException($"{lexicon.Name}: there is no sector '{sector}'.");
}
