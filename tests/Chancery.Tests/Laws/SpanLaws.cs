using Chancery.Text;
using FsCheck.Fluent;

namespace Chancery.Tests.Laws;

public class SpanLaws
{
    private static readonly FsCheck.Gen<(Span A, Span B)> Pairs =
        from a in Law.Spans from b in Law.Spans select (a, b);

    private static readonly FsCheck.Gen<(Span A, Span B, Span C)> Triples =
        from a in Law.Spans from b in Law.Spans from c in Law.Spans select (a, b, c);

    [Fact]
    public void Cover_contains_both_and_does_not_depend_on_order() =>
        Law.Holds(Pairs, pair => pair.A.Cover(pair.B) is var cover
            && cover.Contains(pair.A) && cover.Contains(pair.B) && cover == pair.B.Cover(pair.A));

    [Fact]
    public void Cover_is_associative() =>
        Law.Holds(Triples, three => three.A.Cover(three.B).Cover(three.C) == three.A.Cover(three.B.Cover(three.C)));

    [Fact]
    public void Overlap_is_what_both_contain() =>
        Law.Holds(Pairs, pair => Enumerable.Range(0, 101).All(at =>
            (pair.A.Overlap(pair.B)?.Contains(at) ?? false) == (pair.A.Contains(at) && pair.B.Contains(at))));

    [Fact]
    public void Overlap_is_there_exactly_when_the_two_overlap() =>
        Law.Holds(Pairs, pair => pair.A.Overlap(pair.B) is not null == pair.A.OverlapsWith(pair.B)
            && pair.A.OverlapsWith(pair.B) == pair.B.OverlapsWith(pair.A));

    [Fact]
    public void Overlapping_spans_intersect() =>
        Law.Holds(Pairs, pair => !pair.A.OverlapsWith(pair.B) || pair.A.IntersectsWith(pair.B));

    [Fact]
    public void Containing_is_covering_without_growing() =>
        Law.Holds(Pairs, pair => pair.A.Contains(pair.B) == (pair.A.Cover(pair.B) == pair.A));

    [Fact]
    public void Order_is_total_and_puts_containers_first() =>
        Law.Holds(Triples, three =>
            (three.A.CompareTo(three.B) == 0) == (three.A == three.B)
            && Math.Sign(three.A.CompareTo(three.B)) == -Math.Sign(three.B.CompareTo(three.A))
            && (!(three.A <= three.B && three.B <= three.C) || three.A <= three.C)
            && (!three.A.Contains(three.B) || three.A <= three.B));

    [Fact]
    public void Shift_there_and_back_is_the_same_span() =>
        Law.Holds(Pairs, pair => pair.A.Shift(pair.B.Start).Shift(-pair.B.Start) == pair.A && pair.A.Shift(7).Length == pair.A.Length);
}
