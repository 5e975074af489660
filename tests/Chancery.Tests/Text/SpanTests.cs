using Chancery.Text;

namespace Chancery.Tests.Text;

public class SpanTests
{
    [Fact]
    public void Span_made_of_two_offsets_is_half_open()
    {
        var span = new Span(3, 7);
        Assert.Equal(4, span.Length);
        Assert.True(span.Contains(3));
        Assert.True(span.Contains(6));
        Assert.False(span.Contains(7));
        Assert.Equal("[3..7)", span.ToString());
    }

    [Fact]
    public void Span_default_is_empty_at_zero()
    {
        Assert.True(default(Span).IsEmpty);
        Assert.Equal(new Span(0, 0), default);
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(4, 3)]
    public void Span_with_impossible_offsets_is_refused(int start, int end) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Span(start, end));

    [Fact]
    public void Spans_that_only_touch_intersect_but_do_not_overlap()
    {
        var (left, right) = (new Span(0, 3), new Span(3, 5));
        Assert.False(left.OverlapsWith(right));
        Assert.True(left.IntersectsWith(right));
        Assert.Null(left.Overlap(right));
    }

    [Fact]
    public void Span_order_puts_outer_before_inner()
    {
        Span[] spans = [new(2, 3), new(0, 2), new(2, 9), new(0, 5)];
        Assert.Equal([new(0, 5), new(0, 2), new(2, 9), new(2, 3)], spans.Order());
        Assert.True(new Span(2, 9) < new Span(2, 3));
        Assert.True(new Span(2, 3) >= new Span(2, 9));
    }

    [Fact]
    public void Span_shifted_below_zero_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Span(1, 2).Shift(-2));
}
