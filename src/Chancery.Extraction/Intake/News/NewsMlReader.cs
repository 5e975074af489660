using System.Globalization;
using Chancery.Extraction.Intake.Markup;

namespace Chancery.Extraction.Intake.News;

/// <summary>Reads a <c>newsItem</c> of NewsML-G2.</summary>
internal static class NewsMlReader
{
    public static NewsItem Read(MarkupTree tree, MarkupNode item)
    {
        var meta = tree.First(item, "itemmeta");
        var content = tree.First(item, "contentmeta");
        var body = tree.First(item, "contentset");
        var nitf = body is null ? null : tree.First(body, "nitf");
        var inner = nitf is null ? new NewsItem() : NitfReader.Read(tree, nitf);
        return new NewsItem
        {
            Id = tree.Attribute(item, "guid"),
            Version = int.TryParse(tree.Attribute(item, "version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
            Status = Code(tree, In(tree, meta, "pubstatus")),
            Kind = Code(tree, In(tree, meta, "itemclass")),
            Headline = tree.Line(In(tree, content, "headline")) ?? inner.Headline ?? tree.Line(In(tree, meta, "title")),
            Bylines = tree.Line(In(tree, content, "by")) is { } by ? [by] : inner.Bylines,
            Credits = [.. All(tree, content, "creditline").Select(tree.Line).OfType<string>(), .. All(tree, content, "infosource").Select(node => Name(tree, node)).OfType<string>()],
            Provider = Name(tree, In(tree, meta, "provider")),
            Created = tree.Line(In(tree, meta, "firstcreated")) ?? tree.Line(In(tree, content, "contentcreated")) ?? inner.Created,
            Changed = tree.Line(In(tree, meta, "versioncreated")),
            Embargo = tree.Line(In(tree, meta, "embargoed")),
            Note = tree.Line(In(tree, meta, "ednote")),
            Markup = inner.Markup ?? Markup(tree, body),
            Text = Plain(tree, body),
        };
    }

    private static MarkupNode? In(MarkupTree tree, MarkupNode? node, string name) => node is null ? null : tree.First(node, name);

    private static IEnumerable<MarkupNode> All(MarkupTree tree, MarkupNode? node, string name) => node is null ? [] : tree.Below(node, name);

    /// <summary>The value of a <c>qcode</c> without its scheme: <c>stat:usable</c> is usable.</summary>
    private static string? Code(MarkupTree tree, MarkupNode? node) =>
        tree.Attribute(node, "qcode") is { } code ? code[(code.LastIndexOf(':') + 1)..].ToLowerInvariant() : null;

    /// <summary>A party's name, its literal, or the end of its code, in that order.</summary>
    private static string? Name(MarkupTree tree, MarkupNode? node)
    {
        if (node is null) return null;
        var name = tree.Line(tree.First(node, "name")) ?? tree.Attribute(node, "literal");
        return name ?? (tree.Attribute(node, "qcode") is { } code ? code[(code.LastIndexOf(':') + 1)..] : null);
    }

    /// <summary>XHTML in the item, or markup that was escaped into it.</summary>
    private static string? Markup(MarkupTree tree, MarkupNode? set)
    {
        var inline = In(tree, set, "inlinexml");
        if (inline is not null) return NewsMarkup.AsPage(tree.Markup(In(tree, inline, "body") ?? inline));
        var data = All(tree, set, "inlinedata").FirstOrDefault(node => tree.Attribute(node, "contenttype")?.Contains("html", StringComparison.OrdinalIgnoreCase) == true);
        return data is null ? null : tree.Text(data);
    }

    private static string? Plain(MarkupTree tree, MarkupNode? set) => In(tree, set, "inlinedata") is { } data ? tree.Text(data) : null;
}
