using System.Collections.Immutable;

namespace Chancery.Text;

/// <summary>Something found in a text: it has a place there, and nothing else is asked of it.</summary>
public interface IAnnotation
{
    /// <summary>Where it stands, in UTF-16 code units of the document's text.</summary>
    Span Span { get; }
}

/// <summary>
/// A source text and the layers of annotations laid on it so far. Immutable: laying a layer gives another document.
/// Layers are keyed by annotation type, sorted by span, and lie inside the text. Safe to share between threads.
/// </summary>
public sealed class Document
{
    // A dozen layers at most: looking through an array is faster than hashing, and laying one copies little.
    private readonly ImmutableArray<KeyValuePair<Type, object>> _layers;

    /// <summary>A document with no layer yet.</summary>
    public Document(SourceText text) : this(text, [])
    {
        ArgumentNullException.ThrowIfNull(text);
    }

    private Document(SourceText text, ImmutableArray<KeyValuePair<Type, object>> layers)
    {
        Text = text;
        _layers = layers;
    }

    /// <summary>The text as it came.</summary>
    public SourceText Text { get; }

    /// <summary>The types of the layers laid so far, in the order in which they were laid.</summary>
    public IEnumerable<Type> Layers => _layers.Select(layer => layer.Key);

    /// <summary>True if a layer of <typeparamref name="T"/> was laid, even an empty one.</summary>
    public bool Has<T>() where T : IAnnotation => Find(typeof(T)) is not null;

    /// <summary>The annotations of one type in order of their spans; empty if the layer was never laid.</summary>
    public ImmutableArray<T> Layer<T>() where T : IAnnotation =>
        Find(typeof(T)) is { } layer ? (ImmutableArray<T>)layer : [];

    /// <summary>The same document with a layer of <typeparamref name="T"/> laid on it, sorted by span.</summary>
    /// <exception cref="ArgumentException">An annotation lies outside the text.</exception>
    /// <exception cref="InvalidOperationException">The layer was laid before.</exception>
    public Document With<T>(IEnumerable<T> annotations) where T : IAnnotation
    {
        ArgumentNullException.ThrowIfNull(annotations);
        if (Has<T>()) throw new InvalidOperationException($"The layer {typeof(T).Name} is laid already.");
        var layer = Sorted(annotations);
        foreach (var annotation in layer) ThrowIfOutside(annotation);
        return new Document(Text, _layers.Add(new(typeof(T), layer)));
    }

    private object? Find(Type type)
    {
        foreach (var layer in _layers)
            if (layer.Key == type)
                return layer.Value;
        return null;
    }

    private static ImmutableArray<T> Sorted<T>(IEnumerable<T> annotations) where T : IAnnotation
    {
        var layer = annotations as ImmutableArray<T>? ?? [.. annotations];
        for (var i = 1; i < layer.Length; i++)
            if (layer[i].Span < layer[i - 1].Span)
                return [.. layer.OrderBy(annotation => annotation.Span)];
        return layer;
    }

    private void ThrowIfOutside<T>(T annotation) where T : IAnnotation
    {
        if (annotation.Span.End > Text.Length)
            throw new ArgumentException($"{typeof(T).Name} {annotation.Span} lies outside a text of {Text.Length} code units.");
    }
}
