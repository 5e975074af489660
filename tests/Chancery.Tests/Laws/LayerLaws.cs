using Chancery.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Chancery.Tests.Laws;

public class LayerLaws
{
    private static readonly SourceText Hundred = new(new string('x', 100));

    [Fact]
    public void Layer_is_sorted_complete_and_inside_the_text() =>
        Law.Holds(Gen.ArrayOf(Law.Spans), spans =>
        {
            var layer = new Document(Hundred).With(spans.Select(span => new Mark(span))).Layer<Mark>();
            return layer.Length == spans.Length
                && layer.Zip(layer.Skip(1)).All(pair => pair.First.Span <= pair.Second.Span)
                && layer.All(mark => Hundred.Whole.Contains(mark.Span));
        });

    [Fact]
    public void Layer_does_not_depend_on_the_order_in_which_it_was_given() =>
        Law.Holds(Gen.ArrayOf(Law.Spans), spans =>
            new Document(Hundred).With(spans.Select(span => new Mark(span))).Layer<Mark>()
                .SequenceEqual(new Document(Hundred).With(spans.Reverse().Select(span => new Mark(span))).Layer<Mark>()));

    [Fact]
    public void Pipeline_takes_exactly_the_orders_in_which_every_need_comes_first() =>
        Law.Holds(Gen.Shuffle([0, 1, 2]), order =>
        {
            Annotator[] all = [new As(), new Bs(), new Cs()];
            var right = Array.IndexOf(order, 0) < Array.IndexOf(order, 1) && Array.IndexOf(order, 1) < Array.IndexOf(order, 2);
            try
            {
                return new Pipeline(order.Select(index => all[index])).Annotators.Length == 3 && right;
            }
            catch (ArgumentException)
            {
                return !right;
            }
        });

    private readonly record struct Mark(Span Span) : IAnnotation;

    private readonly record struct A(Span Span) : IAnnotation;

    private readonly record struct B(Span Span) : IAnnotation;

    private readonly record struct C(Span Span) : IAnnotation;

    private sealed class As() : Annotator<A>("a", 1)
    {
        protected override IEnumerable<A> Annotate(Document document) => [];
    }

    private sealed class Bs() : Annotator<B>("b", 1, typeof(A))
    {
        protected override IEnumerable<B> Annotate(Document document) => [];
    }

    private sealed class Cs() : Annotator<C>("c", 1, typeof(A), typeof(B))
    {
        protected override IEnumerable<C> Annotate(Document document) => [];
    }
}
