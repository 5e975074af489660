using System.Collections.Immutable;
using Chancery.Text;

namespace Chancery.Extraction.Quotations;

/// <summary>
/// Words between quotation marks. A mark that is never closed ends with its paragraph; a closing mark that was never
/// opened begins with its sentence. Not yet anybody's words: a statement says whose they are.
/// </summary>
/// <param name="Span">With its marks.</param>
/// <param name="Inner">Without them; never empty.</param>
/// <param name="Complete">True if both marks stand in the text.</param>
internal sealed record Quotation(Span Span, Span Inner, bool Complete) : IAnnotation;

/// <summary>The quotation layer's short name.</summary>
internal static class QuotationLayer
{
    extension(Document document)
    {
        /// <summary>The quotations in order; none overlaps another.</summary>
        public ImmutableArray<Quotation> Quotations => document.Layer<Quotation>();
    }
}
