using System.Runtime.CompilerServices;
using System.Text;

namespace Chancery.Extraction.Places;

/// <summary>
/// One file of places, unpacked into arrays: a few large ones and no object a place. Names stay as UTF-8 in the unpacked bytes; other names are
/// kept as keys only. Immutable; safe to share.
/// </summary>
internal sealed class GazetteerPart
{
    private const int LongestName = 512;

    private readonly byte[] _bytes;
    private readonly int[] _names;
    private readonly byte[] _kinds;
    private readonly byte[] _populations;
    private readonly short[] _lats;
    private readonly short[] _lons;
    private readonly ushort[] _areas;
    private readonly List<(string Country, string Admin1)> _codes = [];
    private readonly int[] _heads;
    private readonly int[] _next;
    private readonly ulong[] _keys;
    private readonly int[] _places;
    private int _at;
    private int _entries;

    public GazetteerPart(ReadOnlyMemory<byte> file)
    {
        _bytes = GazetteerFile.Unpack(file);
        try
        {
            Countries = ReadCountries();
            Count = ReadInt();
            _areas = ReadAreas();
            _kinds = ReadBytes();
            _populations = ReadBytes();
            (_lats, _lons) = (ReadDegrees(), ReadDegrees());
            _names = new int[Count];
            var aliases = ReadNames();
            (_keys, _places, _next) = (new ulong[Count + aliases.Total], new int[Count + aliases.Total], new int[Count + aliases.Total]);
            _heads = new int[BucketsFor(_keys.Length)];
            Array.Fill(_heads, -1);
            AddNames(aliases.Counts);
        }
        catch (Exception wrong) when (wrong is IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            throw new FormatException("A gazetteer cut short or damaged.", wrong);
        }
    }

    /// <summary>How many places.</summary>
    public int Count { get; }

    /// <summary>Alpha-2 and alpha-3 codes.</summary>
    public IReadOnlyList<(string Alpha2, string Alpha3)> Countries { get; }

    public string NameOf(int place) => Encoding.UTF8.GetString(SpanOf(_names[place]));

    public PlaceKind KindOf(int place) => (PlaceKind)_kinds[place];

    public string CountryOf(int place) => _codes[_areas[place]].Country;

    public string Admin1Of(int place) => _codes[_areas[place]].Admin1;

    /// <summary>The natural logarithm of one more than the population.</summary>
    public float PopulationOf(int place) => GazetteerFile.LogOf(_populations[place]);

    public double LatOf(int place) => _lats[place] / GazetteerFile.Steps;

    public double LonOf(int place) => _lons[place] / GazetteerFile.Steps;

    /// <summary>Adds the places of that key: those whose first name it is, and, as complements, those that are also called so.</summary>
    public void Find(ulong key, List<int> found)
    {
        for (var entry = _heads[(int)(key & (ulong)(_heads.Length - 1))]; entry >= 0; entry = _next[entry])
            if (_keys[entry] == key && !found.Contains(_places[entry]) && !found.Contains(~_places[entry]))
                found.Add(_places[entry]);
    }

    /// <summary>True if some place has that key.</summary>
    public bool Has(ulong key)
    {
        for (var entry = _heads[(int)(key & (ulong)(_heads.Length - 1))]; entry >= 0; entry = _next[entry])
            if (_keys[entry] == key) return true;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddNames(int[] aliases)
    {
        for (var i = 0; i < Count; i++) Add(KeyOf(SpanOf(_names[i])), i);
        for (var i = 0; i < Count; i++)
            for (var n = 0; n < aliases[i]; n++) Add(KeyOf(ReadText()), ~i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(ulong key, int place)
    {
        var bucket = (int)(key & (ulong)(_heads.Length - 1));
        (_keys[_entries], _places[_entries], _next[_entries]) = (key, place, _heads[bucket]);
        _heads[bucket] = _entries++;
    }

    private static int BucketsFor(int entries)
    {
        var buckets = 16;
        while (buckets < entries) buckets *= 2;
        return buckets;
    }

    private List<(string, string)> ReadCountries()
    {
        var countries = new List<(string, string)>();
        for (var left = ReadInt(); left > 0; left--) countries.Add((Encoding.UTF8.GetString(ReadText()), Encoding.UTF8.GetString(ReadText())));
        return countries;
    }

    /// <summary>Which pair of country and division each place has, by number.</summary>
    private ushort[] ReadAreas()
    {
        var countries = new string[Count];
        ReadRuns((i, country) => countries[i] = country);
        var (areas, numbers) = (new ushort[Count], new Dictionary<(string, string), ushort>());
        ReadRuns((i, admin1) =>
        {
            if (!numbers.TryGetValue((countries[i], admin1), out var number))
            {
                numbers[(countries[i], admin1)] = number = checked((ushort)_codes.Count);
                _codes.Add((countries[i], admin1));
            }

            areas[i] = number;
        });
        return areas;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadRuns(Action<int, string> each)
    {
        for (var at = 0; at < Count;)
        {
            var text = Encoding.UTF8.GetString(ReadText());
            for (var left = ReadInt(); left > 0; left--) each(at++, text);
        }
    }

    private byte[] ReadBytes()
    {
        var column = _bytes.AsSpan(_at, Count).ToArray();
        _at += Count;
        return column;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private short[] ReadDegrees()
    {
        var (column, step) = (new short[Count], 0);
        for (var i = 0; i < Count; i++)
        {
            var change = ReadInt();
            step += (change & 1) == 0 ? change / 2 : -(change + 1) / 2;
            column[i] = checked((short)step);
        }

        return column;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int[] Counts, int Total) ReadNames()
    {
        for (var i = 0; i < Count; i++)
        {
            _names[i] = _at;
            ReadText();
        }

        var (counts, total) = (new int[Count], 0);
        for (var i = 0; i < Count; i++) total += counts[i] = ReadInt();
        return (counts, total);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ReadOnlySpan<byte> SpanOf(int offset)
    {
        var (length, shift) = (0, 0);
        byte next;
        do
        {
            next = _bytes[offset++];
            length |= (next & 0x7F) << shift;
            shift += 7;
        }
        while (next >= 0x80);
        return _bytes.AsSpan(offset, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ReadOnlySpan<byte> ReadText()
    {
        var length = ReadInt();
        var text = _bytes.AsSpan(_at, length);
        _at += length;
        return text;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ReadInt()
    {
        var (number, shift) = (0, 0);
        byte next;
        do
        {
            next = _bytes[_at++];
            number |= (next & 0x7F) << shift;
            shift += 7;
        }
        while (next >= 0x80);
        return number;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong KeyOf(ReadOnlySpan<byte> name)
    {
        Span<char> buffer = stackalloc char[LongestName];
        ReadOnlySpan<char> letters = buffer[..Encoding.UTF8.GetChars(name[..Math.Min(name.Length, LongestName)], buffer)];
        return letters.StartsWith('=') ? PlaceKey.Exact(letters[1..]) : PlaceKey.Of(letters);
    }
}
