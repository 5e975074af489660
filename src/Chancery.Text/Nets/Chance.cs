namespace Chancery.Text.Nets;

/// <summary>Numbers that look random and are the same for the same seed on every machine: SplitMix64 (Steele, Lea and Flood 2014).</summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next() => Mix(unchecked(_state += 0x9E3779B97F4A7C15UL));

    /// <summary>A number from 0 to below 1.</summary>
    public float Fraction() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>A whole number from 0 to below <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(Next() % (ulong)end);

    /// <summary>A number from the bell curve of mean 0 and deviation 1, near enough: the sum of twelve fractions, less 6.</summary>
    public float Bell()
    {
        var sum = -6f;
        for (var i = 0; i < 12; i++) sum += Fraction();
        return sum;
    }

    /// <summary>Puts the items in another order.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    /// <summary>Stirs 64 bits so that near numbers come to lie far apart.</summary>
    public static ulong Mix(ulong bits)
    {
        unchecked
        {
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9UL;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBUL;
            return bits ^ (bits >> 31);
        }
    }
}
