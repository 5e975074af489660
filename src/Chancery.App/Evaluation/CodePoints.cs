namespace Chancery.App.Evaluation;

/// <summary>
/// The way between offsets in Unicode code points, as the files of the field count them, and in UTF-16 code units, as
/// this program does. An unpaired surrogate counts as one code point.
/// </summary>
internal sealed class CodePoints
{
    private readonly int[]? _unitOf;
    private readonly int[]? _pointOf;
    private readonly int _length;

    public CodePoints(string text)
    {
        _length = text.Length;
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return;
        var unitOf = new List<int>(text.Length);
        _pointOf = new int[text.Length + 1];
        for (var unit = 0; unit < text.Length; unit++)
        {
            if (unit == 0 || !char.IsSurrogatePair(text[unit - 1], text[unit])) unitOf.Add(unit);
            _pointOf[unit] = unitOf.Count - 1;
        }

        _pointOf[text.Length] = unitOf.Count;
        unitOf.Add(text.Length);
        _unitOf = [.. unitOf];
    }

    /// <summary>The code unit at which a code point begins; the text's end for offsets beyond it.</summary>
    public int ToUnit(int point) => _unitOf is null ? Math.Clamp(point, 0, _length) : _unitOf[Math.Clamp(point, 0, _unitOf.Length - 1)];

    /// <summary>How many code points stand before a code unit.</summary>
    public int ToPoint(int unit) => _pointOf is null ? unit : _pointOf[unit];
}
