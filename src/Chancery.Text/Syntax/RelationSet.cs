namespace Chancery.Text.Syntax;

/// <summary>Some of the relations, a bit for each.</summary>
internal readonly record struct RelationSet(ulong Bits)
{
    public static RelationSet All { get; } = new(ulong.MaxValue);

    public static RelationSet Of(params ReadOnlySpan<Relation> relations)
    {
        ulong bits = 0;
        foreach (var relation in relations) bits |= 1UL << (int)relation;
        return new RelationSet(bits);
    }

    public bool Has(Relation relation) => (Bits >> (int)relation & 1) != 0;
}
