using System.Collections.Immutable;
using System.Globalization;
using Chancery.Text;
using Chancery.Text.Rules;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Times;

/// <summary>
/// Makes an expression of a rule's match: the rule's settings say its kind, and each named part gives the field of its
/// name, read from the token it begins with.
/// </summary>
internal sealed class ExpressionBuilder(SourceText text, ImmutableArray<TimeToken> marks)
{
    /// <summary>The expression; <see langword="null"/> if the figures are none ("30/30").</summary>
    public TimeExpression? Build(RuleMatch match)
    {
        var expression = match.Capture("core") is { } core ? marks[core.First].Core!.Expression : new TimeExpression(KindOf(match.Rule));
        if (match.Capture("and") is { } and) expression = Join(expression, marks[and.First].Core!.Expression);
        foreach (var (name, range) in match.Captures.OrderBy(capture => capture.Value.First))
            if (Apply(expression, name, range) is { } applied) expression = applied;
            else return null;
        return ApplySettings(expression, match.Rule);
    }

    /// <summary>The kind that a rule's <c>as</c> line names.</summary>
    /// <exception cref="FormatException">It names none.</exception>
    public static TimeKind KindOf(TokenRule rule) => Enum.TryParse<TimeKind>(rule.Setting("as") ?? "", true, out var kind)
        ? kind
        : throw new FormatException($"rule '{rule.Name}', line {rule.Line}: 'as' must name a kind of time expression.");

    private TimeExpression? Apply(TimeExpression expression, string name, TokenRange range)
    {
        var mark = marks[range.First];
        return name switch
        {
            "month" => expression with { Month = Number(mark.Value(TimeClass.Month)) },
            "day" => expression with { Day = Whole(mark.Number) ?? Number(mark.Value(TimeClass.Ordinal)) },
            "year" => expression with { Year = Whole(mark.Number) },
            "shortyear" => expression with { Year = expression.Year is { } first ? first / 100 * 100 + (int)mark.Number : LongYear((int)mark.Number) },
            "weekday" => expression with { Weekday = Number(mark.Value(mark.Is(TimeClass.Weekday) ? TimeClass.Weekday : TimeClass.Weekdays)) },
            "season" => expression with { Season = mark.Value(mark.Is(TimeClass.Season) ? TimeClass.Season : TimeClass.Seasons) },
            "quarter" => expression with { Quarter = OrdinalOf(mark) },
            "half" => expression with { Half = OrdinalOf(mark) },
            "century" => expression with { Century = OrdinalOf(mark) },
            "decade" => expression with { Decade = Whole(mark.Number) ?? Number(mark.Value(TimeClass.DecadeName)) * 10 },
            "holiday" => expression with { Holiday = mark.Value(TimeClass.Holiday) },
            "era" => expression with { BeforeChrist = mark.Value(TimeClass.Era) == "-1" },
            "unit" => expression with { Unit = UnitOf(mark) },
            "count" => expression with { Count = CountOf(mark) },
            "fraction" => expression with { Count = (expression.Count ?? 1) + 0.5 },
            "shift" => WithShift(expression, mark.Value(TimeClass.Shift)),
            "part" => expression with { Part = mark.Value(mark.Is(TimeClass.Part) ? TimeClass.Part : TimeClass.Parts) },
            "edge" => expression with { Mod = mark.Value(mark.Is(TimeClass.Edge) ? TimeClass.Edge : TimeClass.EdgeNoun) },
            "measure" => expression with { Mod = mark.Value(TimeClass.Measure) },
            "often" => expression with { Value = mark.Value(TimeClass.Often) },
            "reference" => expression with { Value = mark.Value(TimeClass.Reference) },
            "dayreference" => WithDayReference(expression, mark.Value(TimeClass.DayReference)),
            "iso" or "slash" or "clock" or "hour" or "military" or "moment" or "meridiem" => ApplyFigures(expression, name, mark),
            _ => expression,
        };
    }

    private TimeExpression? ApplyFigures(TimeExpression expression, string name, TimeToken mark) => name switch
    {
        "iso" => FigureDates.Iso(expression, text.Slice(mark.Span)),
        "slash" => FigureDates.Slash(expression, text.Slice(mark.Span)),
        "clock" => FigureDates.Clock(expression, text.Slice(mark.Span)),
        "moment" => FigureDates.Clock(expression, mark.Value(TimeClass.Moment)),
        "hour" => expression with { Hour = Whole(mark.Number) },
        "military" => expression with { Hour = (int)mark.Number / 100, Minute = (int)mark.Number % 100 },
        _ => FigureDates.Meridiem(expression, mark.Value(TimeClass.Meridiem)),
    };

    private static TimeExpression ApplySettings(TimeExpression expression, TokenRule rule)
    {
        if (rule.Setting("shift") is { } shift) expression = WithShift(expression, shift);
        if (rule.Setting("unit") is { } unit) expression = expression with { Unit = unit };
        if (rule.Setting("count") is { } count) expression = expression with { Count = count == "X" ? double.NaN : double.Parse(count, CultureInfo.InvariantCulture) };
        if (rule.Setting("mod") is { } mod) expression = expression with { Mod = mod };
        if (rule.Setting("value") is { } value) expression = expression with { Value = value };
        if (rule.Setting("era") is { } era) expression = expression with { BeforeChrist = era == "-1" };
        if (rule.Setting("part") is { } part) expression = expression with { Part = part };
        if (rule.Setting("type") is { } type) expression = expression with { Type = Enum.Parse<TimexType>(type, true) };
        return rule.Setting("core-as") is { } kind ? expression with { Kind = Enum.Parse<TimeKind>(kind, true) } : expression;
    }

    /// <summary>The fields of both; where both have one, the first counts.</summary>
    private static TimeExpression Join(TimeExpression one, TimeExpression other) => one with
    {
        Year = one.Year ?? other.Year,
        Month = one.Month ?? other.Month,
        Day = one.Day ?? other.Day,
        Weekday = one.Weekday ?? other.Weekday,
        Part = one.Part ?? other.Part,
        Hour = one.Hour ?? other.Hour,
        Minute = one.Minute ?? other.Minute,
        Shift = one.Shift ?? other.Shift,
        Manner = one.Shift is null ? other.Manner : one.Manner,
        Mod = one.Mod ?? other.Mod,
    };

    private static TimeExpression WithShift(TimeExpression expression, string shift) => expression with
    {
        Shift = Number(shift.TrimEnd('p', 'c', 'a', 'q', 'r')),
        Manner = char.IsLetter(shift[^1]) ? shift[^1] : default,
    };

    private static TimeExpression WithDayReference(TimeExpression expression, string value)
    {
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        var shift = Number(space < 0 ? value : value[..space]);
        return expression with { Unit = "D", Count = Math.Abs(shift ?? 0), Shift = Math.Sign(shift ?? 0), Part = space < 0 ? null : value[(space + 1)..] };
    }

    private static double CountOf(TimeToken mark)
    {
        if (!double.IsNaN(mark.Number)) return mark.Number;
        if (mark.Value(TimeClass.Few) is { Length: > 0 } few) return double.Parse(few, CultureInfo.InvariantCulture);
        return mark.Is(TimeClass.Article) && !mark.Is(TimeClass.Vague) ? 1 : double.NaN;
    }

    private static string UnitOf(TimeToken mark) =>
        mark.Is(TimeClass.Unit) ? mark.Value(TimeClass.Unit) : mark.Is(TimeClass.Units) ? mark.Value(TimeClass.Units) : "D";

    private static int? OrdinalOf(TimeToken mark) => Whole(mark.Number) ?? Number(mark.Value(TimeClass.Ordinal));

    private static int? Whole(double number) => number is >= 0 and < 1_000_000 ? (int)number : null;

    private static int? Number(string value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Two figures of a year: those of this century up to 30, of the last from 31 on.</summary>
    private static int LongYear(int figures) => figures + (figures <= 30 ? 2000 : 1900);
}
