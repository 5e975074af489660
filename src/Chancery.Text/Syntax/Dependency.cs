using System.Collections.Immutable;

namespace Chancery.Text.Syntax;

/// <summary>On which token a token depends, and how. Laid for every token, in the order of the tokens: the two share their index.</summary>
/// <param name="Span">The token's place.</param>
/// <param name="Head">Index of the token it depends on, in the document; -1 for the root of its sentence.</param>
/// <param name="Relation">The relation to that token.</param>
public readonly record struct Dependency(Span Span, int Head, Relation Relation) : IAnnotation;

/// <summary>The dependency layer's short name.</summary>
public static class DependencyLayer
{
    extension(Document document)
    {
        /// <summary>
        /// The dependencies, one for each token at the token's index; empty if no parser ran. Every sentence is a tree with one root.
        /// </summary>
        public ImmutableArray<Dependency> Dependencies => document.Layer<Dependency>();
    }
}
