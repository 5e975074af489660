using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Names;
using Chancery.Text.Tokens;

namespace Chancery.Extraction;

/// <summary>Finds annotations by place in a sorted layer, by halving.</summary>
internal static class LayerSearch
{
    /// <summary>The annotation that begins exactly there; the outermost if several do.</summary>
    public static T? StartingAt<T>(ImmutableArray<T> layer, int position) where T : class, IAnnotation
    {
        var index = FirstFrom(layer, position);
        return index < layer.Length && layer[index].Span.Start == position ? layer[index] : null;
    }

    /// <summary>The last annotation that ends exactly there and does not overlap another.</summary>
    public static T? EndingAt<T>(ImmutableArray<T> layer, int position) where T : class, IAnnotation
    {
        var from = FirstFrom(layer, position) - 1;
        for (var index = from; index >= 0 && index > from - 3; index--)
            if (layer[index].Span.End == position)
                return layer[index];
        return null;
    }

    /// <summary>The annotation that holds this code unit, looking back over a few that begin before it.</summary>
    public static T? Holding<T>(ImmutableArray<T> layer, int position) where T : class, IAnnotation
    {
        var from = FirstFrom(layer, position + 1) - 1;
        for (var index = from; index >= 0 && index > from - 3; index--)
            if (layer[index].Span.Contains(position))
                return layer[index];
        return null;
    }

    /// <summary>True if the net takes a name at this token for a place.</summary>
    public static bool IsPlaceName(Document document, int token)
    {
        var (names, start) = (document.Names, document.Tokens[token].Span.Start);
        var index = FirstFrom(names, start + 1) - 1;
        return index >= 0 && names[index].Type == NameType.Place && names[index].Span.Contains(start);
    }

    /// <summary>Index of the first annotation that begins at <paramref name="position"/> or after it.</summary>
    public static int FirstFrom<T>(ImmutableArray<T> layer, int position) where T : IAnnotation
    {
        var (low, high) = (0, layer.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (layer[middle].Span.Start < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
