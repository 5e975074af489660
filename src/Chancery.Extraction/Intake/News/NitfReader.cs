using Chancery.Extraction.Intake.Markup;

namespace Chancery.Extraction.Intake.News;

/// <summary>Reads NITF: headline, byline and day from its head, its body as markup of a page.</summary>
internal static class NitfReader
{
    public static NewsItem Read(MarkupTree tree, MarkupNode nitf)
    {
        var head = tree.First(nitf, "body.head");
        var byline = head is null ? null : tree.First(head, "byline");
        return new NewsItem
        {
            Id = tree.Attribute(tree.First(nitf, "doc-id"), "id-string"),
            Headline = head is null ? null : tree.Line(tree.First(head, "hl1")) ?? tree.Line(tree.First(nitf, "title")),
            Bylines = byline is null ? [] : Signers(tree, byline),
            Created = Day(tree.Attribute(tree.First(nitf, "date.issue"), "norm")),
            Markup = tree.First(nitf, "body.content") is { } content ? NewsMarkup.AsPage(tree.Markup(content)) : null,
        };
    }

    private static List<string> Signers(MarkupTree tree, MarkupNode byline)
    {
        var persons = tree.Below(byline, "person").Select(tree.Line).OfType<string>().ToList();
        if (persons.Count == 0 && tree.Line(byline) is { } line) persons.Add(line);
        return persons;
    }

    /// <summary>NITF writes days without marks: 20200304T101500Z.</summary>
    private static string? Day(string? norm) =>
        norm is { Length: >= 8 } && norm.AsSpan(0, 8).IndexOfAnyExceptInRange('0', '9') < 0 ? $"{norm[..4]}-{norm[4..6]}-{norm[6..8]}" : norm;
}
