using Chancery.Text.Nets;
using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.Text.Attributions;

/// <summary>A run of words with a role, not yet linked to others.</summary>
/// <param name="Role">Its role.</param>
/// <param name="Range">Its tokens; 1 or more.</param>
/// <param name="Head">The token on which the others of the run hang: the first whose head stands outside.</param>
internal readonly record struct Part(AttributionRole Role, TokenRange Range, int Head)
{
    /// <summary>The parts that a row of classes tells of, in the order of the text.</summary>
    /// <param name="classes">The classes of a run of tokens.</param>
    /// <param name="first">The first of these tokens.</param>
    /// <param name="tree">The document's trees.</param>
    public static List<Part> Read(ReadOnlySpan<short> classes, int first, SyntaxTree tree)
    {
        var (parts, begin) = (new List<Part>(), 0);
        for (var token = 0; token < classes.Length; token++)
        {
            var (role, begins, ends) = NameClasses.Read(classes[token]);
            if (begins) begin = token;
            if (ends) parts.Add(Of((AttributionRole)role, new TokenRange(first + begin, first + token + 1), tree));
        }

        return parts;
    }

    public static Part Of(AttributionRole role, TokenRange range, SyntaxTree tree)
    {
        var head = range.First;
        while (head < range.End - 1 && range.Contains(tree.HeadOf(head))) head++;
        return new Part(role, range, head);
    }
}
