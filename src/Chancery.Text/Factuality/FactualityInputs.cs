using Chancery.Text.Nets;
using Chancery.Text.Syntax;

namespace Chancery.Text.Factuality;

/// <summary>
/// Finds what the language net thinks of a predicate and of the words that bear on it: the one it hangs on, the one above that, the first word of its verb group, and its subject. Where
/// there is none stand zeros.
/// </summary>
internal static class FactualityInputs
{
    /// <summary>How many words are looked at.</summary>
    public const int Words = 5;

    /// <summary>Writes their numbers one after another; <paramref name="numbers"/> has room for <see cref="Words"/> of them.</summary>
    public static void Write(SyntaxTree tree, Encoding encoding, int predicate, Span<float> numbers)
    {
        var above = tree.HeadOf(predicate);
        ReadOnlySpan<int> words = [predicate, above, above >= 0 ? tree.HeadOf(above) : SyntaxTree.None, FirstOfGroup(tree, predicate), tree.UnderstoodSubjectOf(predicate)];
        for (var i = 0; i < Words; i++)
        {
            var place = numbers.Slice(i * encoding.Columns, encoding.Columns);
            if (words[i] >= 0) encoding.Read(words[i], place);
            else place.Clear();
        }
    }

    /// <summary>The first auxiliary, copula or opening word of its clause.</summary>
    private static int FirstOfGroup(SyntaxTree tree, int predicate)
    {
        foreach (var auxiliary in tree.AuxiliariesOf(tree.AuxiliaryHolderOf(predicate))) return auxiliary;
        return tree.CopulaOf(predicate) is >= 0 and var copula ? copula : tree.MarkOf(predicate);
    }
}
