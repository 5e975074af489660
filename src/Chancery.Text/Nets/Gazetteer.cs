using Chancery.Text.Tokens;

namespace Chancery.Text.Nets;

/// <summary>
/// What lists of names say of a single word, whatever its case: that it is a given or family name, or (part of) a town's or an organisation's name. Holds hashed
/// words only. What a word is in its sentence is for the net to judge.
/// </summary>
internal sealed class Gazetteer
{
    private const byte Given = 1, Family = 2, Town = 4, LargeTown = 8, TownBegins = 16, TownContinues = 32, Organisation = 64, OrganisationContinues = 128;
    private const int ShortestPart = 3;

    private readonly Dictionary<ulong, byte> _kinds;

    private Gazetteer(Dictionary<ulong, byte> kinds) => _kinds = kinds;

    /// <summary>One that knows nothing.</summary>
    public static Gazetteer Empty { get; } = new([]);

    /// <summary>Words with their kinds, by rising key.</summary>
    public IEnumerable<KeyValuePair<ulong, byte>> Entries => _kinds.OrderBy(pair => pair.Key);

    /// <summary>How many words it knows.</summary>
    public int Count => _kinds.Count;

    /// <summary>A gazetteer of entries as they were stored.</summary>
    public static Gazetteer Of(IEnumerable<KeyValuePair<ulong, byte>> entries) => new(new(entries));

    /// <summary>A gazetteer of names, each with its kind: <c>given</c>, <c>family</c>, <c>both</c>, <c>town</c>, <c>large</c> (a large town) or <c>organisation</c>.</summary>
    /// <exception cref="FormatException">There is no such kind.</exception>
    public static Gazetteer Build(IEnumerable<(string Name, string Kind)> names)
    {
        var kinds = new Dictionary<ulong, byte>();
        foreach (var (name, kind) in names)
        {
            var parts = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 1 || kind is "given" or "family" or "both") Add(kinds, name, KindOf(kind));
            else AddParts(kinds, parts, kind);
        }

        return new Gazetteer(kinds);
    }

    /// <summary>What is said of a word, as bits; 0 if nothing.</summary>
    public byte this[ReadOnlySpan<char> form] => _kinds.Count == 0 ? (byte)0 : _kinds.GetValueOrDefault(TokenKey.Of(form));

    /// <summary>The parts of a name of several words, but for short and small ones.</summary>
    private static void AddParts(Dictionary<ulong, byte> kinds, string[] parts, string kind)
    {
        var (begins, continues) = KindOf(kind) == Organisation ? (Organisation, OrganisationContinues) : (TownBegins, TownContinues);
        for (var i = 0; i < parts.Length; i++)
            if (parts[i].Length >= ShortestPart && char.IsUpper(parts[i][0])) Add(kinds, parts[i], i == 0 ? begins : continues);
    }

    private static void Add(Dictionary<ulong, byte> kinds, string word, byte kind)
    {
        var key = TokenKey.Of(word);
        kinds[key] = (byte)(kinds.GetValueOrDefault(key) | kind);
    }

    private static byte KindOf(string kind) => kind switch
    {
        "given" => Given,
        "family" => Family,
        "both" => Given | Family,
        "town" => Town,
        "large" => Town | LargeTown,
        "organisation" => Organisation,
        _ => throw new FormatException($"There is no kind of name '{kind}'."),
    };
}
