namespace Chancery.Text.Coreference;

/// <summary>Feature keys written one after the other into a buffer that is used again for every pair.</summary>
/// <param name="region">The part of the table the keys lie in: the top bits of each.</param>
/// <param name="bits">How many bits these are, 1 to 8.</param>
internal sealed class FeatureKeys(ulong region, int bits)
{
    private const int Longest = 512;
    private const ulong Prime = 0x9E3779B97F4A7C15UL;
    private readonly ulong[] _keys = new ulong[Longest];
    private readonly ulong _region = region << (64 - bits);

    public int Count { get; private set; }

    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, Count);

    public void Clear() => Count = 0;

    /// <summary>Adds one feature; what finds no room is left out.</summary>
    public void Add(int template, ulong a, ulong b = 0, ulong c = 0)
    {
        if (Count < Longest) _keys[Count++] = (Of(template, a, b, c) >> bits) | _region;
    }

    /// <summary>Adds a key that <see cref="Of"/> made.</summary>
    public void AddKey(ulong key)
    {
        if (Count < Longest) _keys[Count++] = (key >> bits) | _region;
    }

    /// <summary>A feature's key before its region is set.</summary>
    public static ulong Of(int template, ulong a, ulong b, ulong c)
    {
        unchecked
        {
            return Mix(Mix(Mix(((ulong)template * Prime) ^ a) ^ b) ^ c);
        }
    }

    /// <summary>A key for two keys in order.</summary>
    public static ulong Join(ulong left, ulong right) => Mix(Mix(left ^ 0x51_7C_C1_B7) ^ right);

    private static ulong Mix(ulong key)
    {
        unchecked
        {
            key *= Prime;
            return key ^ (key >> 29);
        }
    }
}
