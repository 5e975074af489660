using Chancery.Text;

namespace Chancery.Tests.Text;

public class PipelineTests
{
    [Fact]
    public void Pipeline_whose_need_is_given_too_late_names_annotator_and_layer()
    {
        var fault = Assert.Throws<ArgumentException>(() => new Pipeline(new Seconds(), new Firsts()));
        Assert.Contains("'seconds'", fault.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(First), fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pipeline_with_the_need_given_from_outside_is_right() =>
        Assert.Single(new Pipeline([typeof(First)], new Seconds()).Annotators);

    [Fact]
    public void Pipeline_with_two_givers_of_one_layer_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Pipeline(new Firsts(), new Firsts("other")));

    [Fact]
    public void Pipeline_with_two_annotators_of_one_name_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Pipeline(new Firsts(), new Seconds("firsts")));

    [Fact]
    public void Pipeline_run_lays_every_layer_in_order()
    {
        var document = new Pipeline(new Firsts(), new Seconds()).Run(new Document(new SourceText("abc")));
        Assert.Equal([typeof(First), typeof(Second)], document.Layers);
    }

    [Fact]
    public void Pipeline_fingerprint_depends_on_name_version_and_data()
    {
        var prints = new[] { new Firsts(), new Firsts("other"), new Firsts(version: 2), new Firsts(data: "x") }
            .Select(annotator => new Pipeline(annotator).Fingerprint);
        Assert.Equal(4, prints.Distinct().Count());
        Assert.Equal(new Pipeline(new Firsts()).Fingerprint, new Pipeline(new Firsts()).Fingerprint);
    }

    [Fact]
    public void Annotator_without_a_name_or_version_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Firsts(" "));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Firsts(version: 0));
    }

    private readonly record struct First(Span Span) : IAnnotation;

    private readonly record struct Second(Span Span) : IAnnotation;

    private sealed class Firsts(string name = "firsts", int version = 1, string data = "") : Annotator<First>(name, version)
    {
        public override string DataFingerprint => data;

        protected override IEnumerable<First> Annotate(Document document) => [new(document.Text.Whole)];
    }

    private sealed class Seconds(string name = "seconds") : Annotator<Second>(name, 1, typeof(First))
    {
        protected override IEnumerable<Second> Annotate(Document document) =>
            document.Layer<First>().Select(first => new Second(first.Span));
    }
}
