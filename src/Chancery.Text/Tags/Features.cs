using System.Collections.Immutable;

namespace Chancery.Text.Tags;

/// <summary>
/// Morphological features of a word (column FEATS), packed: each feature has a place of a few bits, and 0 there means that it is
/// not said. Features and values are those of Universal Dependencies' English (universaldependencies.org/en/feat).
/// </summary>
/// <param name="Bits">The values, feature by feature in the order of <see cref="Inventory"/>.</param>
public readonly record struct Features(ulong Bits)
{
    /// <summary>Each feature with its values, in alphabetical order, as the column is written. Append values only at the end.</summary>
    public static ImmutableArray<Feature> Inventory { get; } = Place(
        ("Abbr", ["Yes"]), ("Case", ["Acc", "Gen", "Nom"]), ("Definite", ["Def", "Ind"]), ("Degree", ["Cmp", "Pos", "Sup"]),
        ("ExtPos", ["ADP", "ADV", "CCONJ", "PRON", "PROPN", "SCONJ"]), ("Foreign", ["Yes"]), ("Gender", ["Fem", "Masc", "Neut", "Fem,Masc"]),
        ("Mood", ["Imp", "Ind", "Sub"]), ("NumForm", ["Combi", "Digit", "Roman", "Word"]), ("NumType", ["Card", "Frac", "Mult", "Ord"]),
        ("Number", ["Plur", "Ptan", "Sing"]), ("Person", ["1", "2", "3"]), ("Polarity", ["Neg", "Pos"]), ("Poss", ["Yes"]),
        ("PronType", ["Art", "Dem", "Emp", "Ind", "Int", "Neg", "Prs", "Rcp", "Rel", "Tot"]), ("Reflex", ["Yes"]),
        ("Style", ["Arch", "Coll", "Expr", "Slng", "Vrnc"]), ("Tense", ["Past", "Pres"]), ("Typo", ["Yes"]),
        ("VerbForm", ["Fin", "Ger", "Inf", "Part"]), ("Voice", ["Pass"]));

    /// <summary>Reads a column, <c>Name=Value</c> joined by <c>|</c>, or <c>_</c>; what the inventory does not have is left out.</summary>
    public static Features Parse(ReadOnlySpan<char> column)
    {
        ulong bits = 0;
        foreach (var part in column.Split('|'))
        {
            var pair = column[part];
            var equals = pair.IndexOf('=');
            if (equals > 0) bits |= Find(pair[..equals])?.Encode(pair[(equals + 1)..]) ?? 0;
        }

        return new Features(bits);
    }

    /// <summary>True if the feature has that value; false for names that the inventory does not have.</summary>
    public bool Has(string feature, string value) => this[feature] == value;

    /// <summary>The value of a feature, or <see langword="null"/> if it is not said.</summary>
    public string? this[string feature] => Find(feature)?.Decode(Bits);

    /// <summary>The column as treebanks write it.</summary>
    public override string ToString()
    {
        var bits = Bits;
        return bits == 0 ? "_" : string.Join('|', Inventory.Where(feature => feature.Decode(bits) is not null).Select(feature => $"{feature.Name}={feature.Decode(bits)}"));
    }

    private static Feature? Find(ReadOnlySpan<char> name)
    {
        foreach (var feature in Inventory)
            if (name.SequenceEqual(feature.Name))
                return feature;
        return null;
    }

    private static ImmutableArray<Feature> Place(params ReadOnlySpan<(string Name, string[] Values)> features)
    {
        var placed = ImmutableArray.CreateBuilder<Feature>(features.Length);
        var shift = 0;
        foreach (var (name, values) in features)
        {
            var width = 64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)values.Length);
            placed.Add(new Feature(name, [.. values], shift, width));
            shift += width;
        }

        return placed.ToImmutable();
    }
}

/// <summary>A morphological feature with its place among the bits.</summary>
/// <param name="Name">As written.</param>
/// <param name="Values">Its values; the first is written as 1.</param>
/// <param name="Shift">Bits below it.</param>
/// <param name="Width">Bits it takes.</param>
public sealed record Feature(string Name, EquatableArray<string> Values, int Shift, int Width)
{
    internal ulong Encode(ReadOnlySpan<char> value)
    {
        for (var i = 0; i < Values.Count; i++)
            if (value.SequenceEqual(Values[i]))
                return (ulong)(i + 1) << Shift;
        return 0;
    }

    internal string? Decode(ulong bits) => (int)((bits >> Shift) & ((1UL << Width) - 1)) is var value and > 0 && value <= Values.Count ? Values[value - 1] : null;
}
