using Chancery.Extraction.Intake.Markup;

namespace Chancery.Extraction.Intake.Html;

/// <summary>
/// Makes a page harmless to a tree builder before one sees it: one linear pass that blanks out start tags beyond the
/// limits of depth, number, length and attributes, with their end tags, and keeps the text. What is blanked becomes
/// spaces, so that offsets hold. Scripts without structured content and carriage returns go the same way.
/// </summary>
internal sealed class TagGuard
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Void = Names("area base br col embed hr img input link meta param source track wbr");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Optional = Names("p li dt dd option optgroup tr td th tbody thead tfoot colgroup rp rt html head body");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Formatting = Names("a b big code em font i nobr s small strike strong tt u");
    private readonly string _html;
    private readonly char[] _kept;
    private readonly List<string> _open = [];
    private readonly Dictionary<string, int> _dropped = new(StringComparer.OrdinalIgnoreCase);
    private int _formatting;
    private int _tags;

    private TagGuard(string html)
    {
        _html = html;
        _kept = html.ToCharArray();
    }

    /// <summary>The page with the same length and the same text.</summary>
    public static string Clean(string html)
    {
        var guard = new TagGuard(html);
        guard.Run();
        return new string(guard._kept);
    }

    private void Run()
    {
        var scanner = new MarkupScanner(_html, html: true);
        var script = false;
        while (scanner.Next(out var piece))
        {
            if (piece.Kind == MarkupKind.Text && script) Blank(piece);
            if (piece.Kind == MarkupKind.Text) continue;
            script = piece.Kind == MarkupKind.StartTag && IsIdleScript(piece);
            if (piece.Kind == MarkupKind.StartTag) Start(piece);
            else if (piece.Kind == MarkupKind.EndTag) End(piece);
        }

        for (var i = 0; i < _kept.Length; i++)
            if (_kept[i] == '\r')
                _kept[i] = i + 1 < _kept.Length && _kept[i + 1] == '\n' ? ' ' : '\n';
    }

    /// <summary>A script or style sheet that says nothing about the article.</summary>
    private bool IsIdleScript(MarkupPiece piece) =>
        piece.IsNamed(_html, "style")
        || (piece.IsNamed(_html, "script") && piece.Attribute(_html, "type")?.Contains("json", StringComparison.OrdinalIgnoreCase) != true);

    private void Start(MarkupPiece piece)
    {
        var name = piece.Name(_html);
        var closes = !Void.Contains(name) && !Optional.Contains(name);
        var formatting = Formatting.Contains(name);
        var bad = ++_tags > Limits.Tags || piece.Length > Limits.TagLength || Attributes(piece) > Limits.Attributes
            || (closes && _open.Count >= Limits.Depth) || (formatting && _formatting >= Limits.Formatting);
        if (bad)
        {
            Blank(piece);
            if (closes) _dropped[name.ToString()] = _dropped.GetValueOrDefault(name.ToString()) + 1;
        }
        else if (closes)
        {
            _open.Add(name.ToString());
            if (formatting) _formatting++;
        }
    }

    private void End(MarkupPiece piece)
    {
        var name = piece.Name(_html).ToString();
        if (_dropped.TryGetValue(name, out var count) && count > 0)
        {
            _dropped[name] = count - 1;
            Blank(piece);
            return;
        }

        var at = _open.FindLastIndex(open => open.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (at < 0)
        {
            if (_tags > Limits.Tags) Blank(piece);
            return;
        }

        Close(at, Formatting.Contains(name));
    }

    /// <summary>A formatting element closes alone; any other closes what was left open in it.</summary>
    private void Close(int at, bool formatting)
    {
        if (formatting)
        {
            _open.RemoveAt(at);
            _formatting--;
            return;
        }

        for (var i = at; i < _open.Count; i++)
            if (Formatting.Contains(_open[i])) _formatting--;
        _open.RemoveRange(at, _open.Count - at);
    }

    private int Attributes(MarkupPiece piece) => _html.AsSpan(piece.Start, piece.Length).Count('=');

    private void Blank(MarkupPiece piece)
    {
        for (var i = piece.Start; i < piece.End; i++)
            if (_kept[i] is not ('\n' or '\r')) _kept[i] = ' ';
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(string names) =>
        new HashSet<string>(names.Split(' '), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
