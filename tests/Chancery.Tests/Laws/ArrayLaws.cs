using Chancery.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Chancery.Tests.Laws;

public class ArrayLaws
{
    private static readonly Gen<(int[] A, int[] B)> Pairs =
        from a in Gen.ArrayOf(Gen.Choose(0, 2))
        from b in Gen.ArrayOf(Gen.Choose(0, 2))
        select (a, b);

    [Fact]
    public void Equatable_arrays_are_equal_exactly_when_their_items_are() =>
        Law.Holds(Pairs, pair => (pair.A.ToEquatableArray() == pair.B.ToEquatableArray()) == pair.A.SequenceEqual(pair.B));

    [Fact]
    public void Equal_arrays_hash_alike() =>
        Law.Holds(Pairs, pair => pair.A.ToEquatableArray() != pair.B.ToEquatableArray()
            || pair.A.ToEquatableArray().GetHashCode() == pair.B.ToEquatableArray().GetHashCode());

    [Fact]
    public void Equatable_array_gives_back_what_it_was_made_of() =>
        Law.Holds(Pairs, pair => pair.A.ToEquatableArray().SequenceEqual(pair.A) && pair.A.ToEquatableArray().Count == pair.A.Length);
}
