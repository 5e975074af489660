using Chancery.Text;

namespace Chancery.Tests.Text;

public class DocumentTests
{
    private static readonly Document Bare = new(new SourceText("He said no."));

    [Fact]
    public void Document_with_a_layer_is_another_document()
    {
        var laid = Bare.With<Mark>([new(new Span(0, 2))]);
        Assert.True(laid.Has<Mark>());
        Assert.False(Bare.Has<Mark>());
        Assert.Empty(Bare.Layer<Mark>());
        Assert.Equal([typeof(Mark)], laid.Layers);
    }

    [Fact]
    public void Document_layer_given_in_any_order_is_sorted_by_span()
    {
        var laid = Bare.With<Mark>([new(new Span(3, 7)), new(new Span(0, 2)), new(new Span(0, 11))]);
        Assert.Equal([new(0, 11), new(0, 2), new(3, 7)], laid.Layer<Mark>().Select(mark => mark.Span));
    }

    [Fact]
    public void Document_layer_with_equal_spans_keeps_the_order_given()
    {
        var laid = Bare.With<Named>([new(new Span(3, 7), "b"), new(new Span(0, 2), "x"), new(new Span(3, 7), "a")]);
        Assert.Equal(["x", "b", "a"], laid.Layer<Named>().Select(named => named.Name));
    }

    [Fact]
    public void Document_layer_that_is_empty_counts_as_laid() => Assert.True(Bare.With<Mark>([]).Has<Mark>());

    [Fact]
    public void Document_layer_laid_twice_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => Bare.With<Mark>([]).With<Mark>([]));

    [Fact]
    public void Document_annotation_outside_the_text_is_refused() =>
        Assert.Throws<ArgumentException>(() => Bare.With<Mark>([new(new Span(10, 12))]));

    private readonly record struct Mark(Span Span) : IAnnotation;

    private readonly record struct Named(Span Span, string Name) : IAnnotation;
}
