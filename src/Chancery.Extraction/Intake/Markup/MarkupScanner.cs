namespace Chancery.Extraction.Intake.Markup;

/// <summary>
/// Cuts a text into tags and what stands between them, in one pass and in linear time whatever the text is. It builds no
/// tree, resolves no entity and knows no document type: nothing in a text can make it do more than read on.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="html">True if scripts, styles and their like hold raw text, as in HTML.</param>
internal struct MarkupScanner(string text, bool html)
{
    private static readonly string[] RawNames = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];
    private int _at;
    private string? _raw;
    private bool _hasType;

    /// <summary>The next piece; false at the end. Pieces follow each other without a gap.</summary>
    public bool Next(out MarkupPiece piece)
    {
        piece = default;
        if (_at >= text.Length) return false;
        piece = _raw is { } name ? RawText(name) : text[_at] == '<' && Tag() is { } tag ? tag : PlainText();
        _at = piece.End;
        _hasType |= piece.Kind == MarkupKind.Other && text.AsSpan(piece.Start).StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
        if (html && piece.Kind == MarkupKind.StartTag) _raw = RawName(piece);
        return true;
    }

    /// <summary>Moves over <c>= value</c> and gives the value without its quotes.</summary>
    public static ReadOnlySpan<char> ValueAt(ReadOnlySpan<char> tag, ref int at)
    {
        var next = at;
        while (next < tag.Length && char.IsWhiteSpace(tag[next])) next++;
        if (next >= tag.Length || tag[next] != '=') return [];
        next++;
        while (next < tag.Length && char.IsWhiteSpace(tag[next])) next++;
        var quote = next < tag.Length && tag[next] is '"' or '\'' ? tag[next++] : ' ';
        var start = next;
        while (next < tag.Length && (quote == ' ' ? !char.IsWhiteSpace(tag[next]) : tag[next] != quote)) next++;
        at = Math.Min(tag.Length, quote == ' ' ? next : next + 1);
        return tag[start..next];
    }

    private readonly string? RawName(MarkupPiece piece)
    {
        foreach (var name in RawNames)
            if (piece.IsNamed(text, name))
                return name;
        return null;
    }

    private MarkupPiece RawText(string name)
    {
        _raw = null;
        for (var at = _at; ; at++)
        {
            at = text.IndexOf("</", at, StringComparison.Ordinal);
            if (at < 0) return new MarkupPiece(MarkupKind.Text, _at, text.Length);
            if (!text.AsSpan(at + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            return at > _at ? new MarkupPiece(MarkupKind.Text, _at, at) : Tag() ?? PlainText();
        }
    }

    private readonly MarkupPiece PlainText()
    {
        var next = text.IndexOf('<', _at + 1);
        return new MarkupPiece(MarkupKind.Text, _at, next < 0 ? text.Length : next);
    }

    private readonly MarkupPiece? Tag()
    {
        var rest = text.AsSpan(_at);
        if (rest.StartsWith("<!--")) return Until("-->", 4, MarkupKind.Other);
        if (!html && rest.StartsWith("<![CDATA[")) return Until("]]>", 9, MarkupKind.Cdata);
        if (rest.Length > 1 && rest[1] is '!' or '?') return Declaration();
        var nameStart = rest.Length > 1 && rest[1] == '/' ? 2 : 1;
        if (rest.Length <= nameStart || !(char.IsLetter(rest[nameStart]) || rest[nameStart] == '_')) return null;
        var nameEnd = nameStart;
        while (nameEnd < rest.Length && !char.IsWhiteSpace(rest[nameEnd]) && rest[nameEnd] is not ('>' or '/')) nameEnd++;
        var kind = nameStart == 2 ? MarkupKind.EndTag : MarkupKind.StartTag;
        return new MarkupPiece(kind, _at, _at + TagEnd(rest, nameEnd), _at + nameStart, _at + nameEnd);
    }

    private readonly MarkupPiece Until(string mark, int after, MarkupKind kind)
    {
        var end = text.IndexOf(mark, Math.Min(text.Length, _at + after), StringComparison.Ordinal);
        return new MarkupPiece(kind, _at, end < 0 ? text.Length : end + mark.Length);
    }

    /// <summary>A document type may hold brackets with declarations of its own; all of the first one is skipped.</summary>
    private readonly MarkupPiece Declaration()
    {
        var end = text.IndexOf('>', _at);
        var open = html || end < 0 ? -1 : text.IndexOf('[', _at, end - _at);
        if (open >= 0 && text.AsSpan(_at).StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) && !_hasType)
        {
            var close = text.IndexOf(']', open);
            end = close < 0 ? end : text.IndexOf('>', close);
        }

        return new MarkupPiece(MarkupKind.Other, _at, end < 0 ? text.Length : end + 1);
    }

    private static int TagEnd(ReadOnlySpan<char> rest, int at)
    {
        var value = false;
        for (; at < rest.Length; at++)
        {
            var letter = rest[at];
            if (letter == '>') return at + 1;
            if (value && letter is '"' or '\'')
            {
                var close = rest[(at + 1)..].IndexOf(letter);
                if (close < 0) return rest.Length;
                at += close + 1;
            }

            value = letter == '=' || (value && char.IsWhiteSpace(letter));
        }

        return rest.Length;
    }
}
