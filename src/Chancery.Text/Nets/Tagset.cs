using Chancery.Text.Syntax;
using Chancery.Text.Tags;

namespace Chancery.Text.Nets;

/// <summary>How many classes each head of a net tells apart.</summary>
internal static class Tagset
{
    public static int Upos { get; } = Enum.GetValues<Upos>().Length;

    public static int Penn { get; } = PennTag.Names.Length;

    public static int Relations { get; } = RelationLabels.Count;

    /// <summary>Person, organisation, place.</summary>
    public const int NarrowTypes = 3;

    /// <summary>Person, organisation, place, group, date, money, facility, product, other.</summary>
    public const int WideTypes = 9;

    public const int NarrowNames = 1 + 4 * NarrowTypes;

    public const int WideNames = 1 + 4 * WideTypes;
}
