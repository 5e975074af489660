namespace Chancery.Extraction.Intake.Markup;

internal enum MarkupKind
{
    Text,
    StartTag,
    EndTag,
    Cdata,

    /// <summary>A comment, declaration or processing instruction.</summary>
    Other,
}

/// <summary>A run of markup or of text between markup.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First character.</param>
/// <param name="End">The character after the last.</param>
/// <param name="NameStart">First character of a tag's name.</param>
/// <param name="NameEnd">The character after the name.</param>
internal readonly record struct MarkupPiece(MarkupKind Kind, int Start, int End, int NameStart = 0, int NameEnd = 0)
{
    public int Length => End - Start;

    public ReadOnlySpan<char> Name(string text) => text.AsSpan(NameStart, NameEnd - NameStart);

    public bool IsNamed(string text, string name) => Name(text).Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>True if the tag closes itself: <c>&lt;link/&gt;</c>.</summary>
    public bool IsEmpty(string text) => Kind == MarkupKind.StartTag && Length >= 3 && text[End - 2] == '/';

    /// <summary>The text of a CDATA section without its brackets.</summary>
    public ReadOnlySpan<char> CdataText(string text)
    {
        var inner = text.AsSpan(Start + "<![CDATA[".Length, Math.Max(0, Length - "<![CDATA[".Length));
        return inner.EndsWith("]]>") ? inner[..^3] : inner;
    }

    /// <summary>The value of an attribute, entities not decoded; <see langword="null"/> if the tag has none of that name.</summary>
    public string? Attribute(string text, string name)
    {
        var tag = text.AsSpan(NameEnd, Math.Max(0, End - 1 - NameEnd));
        for (var at = 0; at < tag.Length;)
        {
            while (at < tag.Length && (char.IsWhiteSpace(tag[at]) || tag[at] == '/')) at++;
            var start = at;
            while (at < tag.Length && !char.IsWhiteSpace(tag[at]) && tag[at] != '=') at++;
            var found = tag[start..at].Equals(name, StringComparison.OrdinalIgnoreCase);
            var value = MarkupScanner.ValueAt(tag, ref at);
            if (found) return value.ToString();
            if (at == start) at++;
        }

        return null;
    }

    /// <summary>The attributes in order, names as written, entities not decoded.</summary>
    public List<(string Name, string Value)> Attributes(string text)
    {
        var found = new List<(string, string)>();
        var tag = text.AsSpan(NameEnd, Math.Max(0, End - 1 - NameEnd));
        for (var at = 0; at < tag.Length;)
        {
            while (at < tag.Length && (char.IsWhiteSpace(tag[at]) || tag[at] == '/')) at++;
            var start = at;
            while (at < tag.Length && !char.IsWhiteSpace(tag[at]) && tag[at] != '=') at++;
            var name = tag[start..at];
            var value = MarkupScanner.ValueAt(tag, ref at);
            if (name.Length > 0) found.Add((name.ToString(), value.ToString()));
            else if (at == start) at++;
        }

        return found;
    }
}
