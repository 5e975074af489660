using System.Globalization;

namespace Chancery.Extraction.Intake.Lines;

/// <summary>
/// Finds dates written in a line, in figures or with the month in words. Linear; no regex. It reads publication lines,
/// not running text: "next Tuesday" is none of its business.
/// </summary>
internal static class DayReader
{
    /// <summary>All dates of the line from left to right; they do not overlap.</summary>
    public static List<DayMention> Find(string line)
    {
        var found = new List<DayMention>();
        var pieces = Cut(line);
        for (var i = 0; i < pieces.Count;)
        {
            if (At(line, pieces, i) is var (mention, length))
            {
                found.Add(mention);
                i += length;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    /// <summary>A run of digits, a run of letters up to a capital behind a small one ("HealthMay"), or one other character; white space is left out.</summary>
    private readonly record struct Piece(int Start, int End, int Number, bool IsWord)
    {
        public bool IsNumber => Number >= 0;

        public int Length => End - Start;
    }

    private static List<Piece> Cut(string line)
    {
        var pieces = new List<Piece>();
        for (var i = 0; i < line.Length;)
        {
            var start = i;
            if (char.IsAsciiDigit(line[i]))
            {
                while (i < line.Length && char.IsAsciiDigit(line[i])) i++;
                if (IsYearBeforeClock(line, start, i)) i = start + 4;
                pieces.Add(new Piece(start, i, NumberOf(line.AsSpan(start, i - start)), false));
            }
            else if (char.IsLetter(line[i]))
            {
                while (i < line.Length && char.IsLetter(line[i]) && !(i > start && char.IsUpper(line[i]) && char.IsLower(line[i - 1]))) i++;
                pieces.Add(new Piece(start, i, -1, true));
            }
            else
            {
                i++;
                if (!char.IsWhiteSpace(line[start])) pieces.Add(new Piece(start, i, -1, false));
            }
        }

        return pieces;
    }

    /// <summary>202214:30: the gap between year and hour is drawn by a style sheet.</summary>
    private static bool IsYearBeforeClock(string line, int start, int end) =>
        end - start is 5 or 6 && end < line.Length && line[end] == ':' && line.AsSpan(start, 2) is "19" or "20";

    private static int NumberOf(ReadOnlySpan<char> digits) =>
        digits.Length <= 8 ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : int.MaxValue;

    private static (DayMention, int)? At(string line, List<Piece> pieces, int at) =>
        pieces[at].IsNumber
            ? InFigures(line, pieces, at) ?? InSigns(line, pieces, at) ?? DayFirst(line, pieces, at)
            : pieces[at].IsWord ? MonthFirst(line, pieces, at) : null;

    /// <summary>2021-08-16, 2021/8/16, 16.08.2021, 08/16/2021.</summary>
    private static (DayMention, int)? InFigures(string line, List<Piece> pieces, int at)
    {
        if (at + 4 >= pieces.Count || !pieces[at + 2].IsNumber || !pieces[at + 4].IsNumber) return null;
        var mark = line[pieces[at + 1].Start];
        if (mark is not ('-' or '/' or '.') || line[pieces[at + 3].Start] != mark || !AreTight(pieces, at, 5)) return null;
        var (a, b, c) = (pieces[at], pieces[at + 2], pieces[at + 4]);
        if (mark == '.' && a.Length == 2 && b.Length == 2 && c.Length == 2) return Made(pieces, at, 5, 2000 + c.Number, b.Number, a.Number);
        if (a.Length == 4 && b.Length <= 2 && c.Length <= 2) return Made(pieces, at, 5, a.Number, b.Number, c.Number);
        if (c.Length != 4 || a.Length > 2 || b.Length > 2) return null;
        if (a.Number > 12 || mark == '.') return Made(pieces, at, 5, c.Number, b.Number, a.Number);
        if (b.Number > 12) return Made(pieces, at, 5, c.Number, a.Number, b.Number);
        return Made(pieces, at, 5, c.Number, b.Number, a.Number, ambiguous: a.Number != b.Number);
    }

    /// <summary>2021年8月16日.</summary>
    private static (DayMention, int)? InSigns(string line, List<Piece> pieces, int at) =>
        at + 5 < pieces.Count && IsSign(line, pieces[at + 1], '年', '년') && IsSign(line, pieces[at + 3], '月', '월') && IsSign(line, pieces[at + 5], '日', '일') && pieces[at + 2].IsNumber && pieces[at + 4].IsNumber
            ? Made(pieces, at, 6, pieces[at].Number, pieces[at + 2].Number, pieces[at + 4].Number)
            : null;

    private static bool IsSign(string line, Piece piece, char one, char other) => piece.IsWord && (line[piece.Start] == one || line[piece.Start] == other);

    /// <summary>15th Aug 2021, 15 August, 2021, 15-Aug-2021, the 15th of August, 15 de agosto de 2021.</summary>
    private static (DayMention, int)? DayFirst(string line, List<Piece> pieces, int at)
    {
        if (pieces[at].Length > 2) return null;
        var next = Skip(line, pieces, at + 1, "st", "nd", "rd", "th", "er", "º");
        next = Skip(line, pieces, next, "-", "of", ".", "de");
        if (MonthAt(line, pieces, next) is not { } month) return null;
        var (year, end) = YearAt(line, pieces, next + 1);
        return Made(pieces, at, end - at, year, month, pieces[at].Number);
    }

    /// <summary>Aug 15, 2021, August 15th 2021, Aug. 15.</summary>
    private static (DayMention, int)? MonthFirst(string line, List<Piece> pieces, int at)
    {
        if (MonthAt(line, pieces, at) is not { } month) return null;
        var next = Skip(line, pieces, at + 1, ".", "-");
        if (next >= pieces.Count || !pieces[next].IsNumber || pieces[next].Length > 2) return null;
        if (next + 1 < pieces.Count && line[pieces[next + 1].Start] == ':') return null;
        var day = pieces[next].Number;
        var (year, end) = YearAt(line, pieces, Skip(line, pieces, next + 1, "st", "nd", "rd", "th"));
        return Made(pieces, at, end - at, year, month, day);
    }

    private static (int? Year, int End) YearAt(string line, List<Piece> pieces, int at)
    {
        var next = Skip(line, pieces, Skip(line, pieces, at, ",", "-", "."), "de", "del");
        return next < pieces.Count && pieces[next] is { Length: 4, Number: >= 1000 and <= 2999 }
            ? (pieces[next].Number, next + 1)
            : (null, at);
    }

    private static int Skip(string line, List<Piece> pieces, int at, params ReadOnlySpan<string> words)
    {
        if (at >= pieces.Count) return at;
        foreach (var word in words)
            if (line.AsSpan(pieces[at].Start, pieces[at].Length).Equals(word, StringComparison.OrdinalIgnoreCase))
                return at + 1;
        return at;
    }

    private static int? MonthAt(string line, List<Piece> pieces, int at)
    {
        if (at >= pieces.Count || !pieces[at].IsWord || pieces[at].Length < 3) return null;
        var entry = IntakeTables.DateWords.Find(line.AsSpan(pieces[at].Start, pieces[at].Length));
        return entry?.Field(0) == "month" && (char.IsUpper(line[pieces[at].Start]) || !char.IsUpper(entry.Form[0])) ? int.Parse(entry.Field(1), CultureInfo.InvariantCulture) : null;
    }

    private static bool AreTight(List<Piece> pieces, int at, int count)
    {
        for (var i = at; i + 1 < at + count; i++)
            if (pieces[i].End != pieces[i + 1].Start)
                return false;
        return true;
    }

    private static (DayMention, int)? Made(List<Piece> pieces, int at, int count, int? year, int month, int day, bool ambiguous = false) =>
        month is >= 1 and <= 12 && day is >= 1 and <= 31
            ? (new DayMention(year, month, day, ambiguous, pieces[at].Start, pieces[at + count - 1].End), count)
            : null;
}
