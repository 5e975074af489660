using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Chancery.Text;

/// <summary>
/// Annotators in the order in which they run. The order is checked when the pipeline is built, so that running it cannot
/// fail for want of a layer. Immutable; one pipeline serves many threads.
/// </summary>
public sealed class Pipeline
{
    /// <summary>A pipeline that starts from a bare text.</summary>
    public Pipeline(params IEnumerable<Annotator> annotators) : this([], annotators)
    {
    }

    /// <summary>A pipeline that starts from documents on which the layers <paramref name="given"/> are laid already.</summary>
    /// <exception cref="ArgumentException">
    /// An annotator needs a layer that nobody gave before it, two give the same layer, or two have the same name.
    /// </exception>
    public Pipeline(IEnumerable<Type> given, params IEnumerable<Annotator> annotators)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(annotators);
        Annotators = [.. annotators];
        Check([.. given]);
        Fingerprint = ComputeFingerprint();
    }

    /// <summary>The annotators, first to last.</summary>
    public ImmutableArray<Annotator> Annotators { get; }

    /// <summary>A hash over every annotator's name, version and data: the same fingerprint reads the same text alike.</summary>
    public string Fingerprint { get; }

    /// <summary>The document with every annotator's layers laid on it.</summary>
    public Document Run(Document document)
    {
        foreach (var annotator in Annotators) document = annotator.Apply(document);
        return document;
    }

    private void Check(HashSet<Type> laid)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var annotator in Annotators)
        {
            if (!names.Add(annotator.Name))
                throw new ArgumentException($"Two annotators are called '{annotator.Name}'.");
            foreach (var need in annotator.Needs)
                if (!laid.Contains(need))
                    throw new ArgumentException($"'{annotator.Name}' needs the layer {need.Name}, which nobody gives before it.");
            foreach (var given in annotator.Gives)
                if (!laid.Add(given))
                    throw new ArgumentException($"'{annotator.Name}' gives the layer {given.Name}, which was given before it.");
        }
    }

    private string ComputeFingerprint()
    {
        var lines = string.Join('\n', Annotators.Select(annotator => $"{annotator.By} {annotator.DataFingerprint}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)))[..16];
    }
}
