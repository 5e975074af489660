using System.Collections.Immutable;

namespace Chancery.Text;

/// <summary>
/// One step of a <see cref="Pipeline"/>: it reads the layers it needs and gives a new one, or several that are worked out together. It cannot change a
/// document, holds no state between documents, and never fails on text.
/// </summary>
public abstract class Annotator
{
    private protected Annotator(string name, int version, IEnumerable<Type> gives, IEnumerable<Type> needs)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        Name = name;
        Version = version;
        Gives = [.. gives];
        Needs = [.. needs];
    }

    /// <summary>A short lower-case name, unique in a pipeline.</summary>
    public string Name { get; }

    /// <summary>Counted up whenever the same text may give other annotations; 1 or more.</summary>
    public int Version { get; }

    /// <summary>Name and version, as findings carry them: <c>figures/1</c>.</summary>
    public string By => $"{Name}/{Version}";

    /// <summary>The annotation types of the layers it lays, 1 or more.</summary>
    public ImmutableArray<Type> Gives { get; }

    /// <summary>The annotation types of the layers it reads.</summary>
    public ImmutableArray<Type> Needs { get; }

    /// <summary>A hash over the data it opened (lexicons, rules, models); empty if it has none.</summary>
    public virtual string DataFingerprint => "";

    /// <summary>The document with this annotator's layers laid on it.</summary>
    public abstract Document Apply(Document document);
}

/// <summary>An annotator that gives annotations of type <typeparamref name="T"/>.</summary>
/// <param name="name">A short lower-case name, unique in a pipeline.</param>
/// <param name="version">Counted up whenever the same text may give other annotations.</param>
/// <param name="needs">The annotation types of the layers it reads.</param>
public abstract class Annotator<T>(string name, int version, params Type[] needs)
    : Annotator(name, version, [typeof(T)], needs) where T : IAnnotation
{
    /// <inheritdoc/>
    public sealed override Document Apply(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.With(Annotate(document).Select(annotation => Stamp(document, annotation)));
    }

    /// <summary>What this annotator finds in the document, in any order.</summary>
    protected abstract IEnumerable<T> Annotate(Document document);

    /// <summary>The annotation as it is laid; a place for a base class to write provenance once for all.</summary>
    protected virtual T Stamp(Document document, T annotation) => annotation;
}
