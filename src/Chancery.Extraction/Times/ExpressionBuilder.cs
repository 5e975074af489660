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
            "monthbefore" => MonthBefore(expression, Number(mark.Value(TimeClass.Month)) ?? 0),
            "hourbefore" => HourBefore(expression, Whole(mark.Number) ?? 0),
            "century" => expression with { Century = OrdinalOf(mark) },
            "decade" => expression with { Decade = Whole(mark.Number) ?? Number(mark.Value(TimeClass.DecadeName)) * 10 },
            "holiday" => expression with { Holiday = mark.Value(TimeClass.Holiday) },
            "era" => expression with { BeforeChrist = mark.Value(TimeClass.Era) == "-1" },
            "unit" => expression with { Unit = UnitOf(mark) },
            "count" => expression with { Count = CountOf(mark) },
            "fraction" => expression with { Count = (expression.Count ?? 1) + 0.5 },
            "shift" => WithShift(expression, mark.Value(TimeClass.Shift)),
            "part" => expression with { Part = mark.Value(mark.Is(TimeClass.Part) ? TimeClass.Part : TimeClass.Parts) },
            "edge" => WithEdge(expression, mark.Value(mark.Is(TimeClass.Edge) ? TimeClass.Edge : TimeClass.EdgeNoun)),
            "measure" => expression with { Mod = mark.Value(TimeClass.Measure) },
            "often" => expression with { Value = mark.Value(TimeClass.Often) },
            "reference" => WithReference(expression, mark.Value(TimeClass.Reference)),
            "dayreference" => WithDayReference(expression, mark.Value(TimeClass.DayReference)),
            "iso" or "slash" or "clock" or "hour" or "military" or "moment" or "meridiem" => ApplyFigures(expression, name, mark),
            _ => expression,
        };
    }

    /// <summary>The month with which a range begins: of the year of its end, or of the one before ("November to February 2021").</summary>
    private static TimeExpression MonthBefore(TimeExpression end, int month) =>
        end with { Month = month, Year = month > end.Month ? end.Year - 1 : end.Year };

    /// <summary>The hour with which a range begins: of the same half of the day as its end, if it comes before it there.</summary>
    private static TimeExpression HourBefore(TimeExpression end, int hour) =>
        end with { Hour = end.Hour > 12 && hour < 12 && hour + 12 <= end.Hour ? hour + 12 : hour, Minute = 0 };

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
        if (rule.Setting("month") is { } month) expression = expression with { Month = Number(month) };
        if (rule.Setting("day") is { } day) expression = expression with { Day = Number(day) };
        if (rule.Setting("beside") is { } side) expression = expression with { Beside = Number(side) };
        if (rule.Setting("named") is { } named) expression = expression with { Named = Number(named) };
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
        Shift = Number(shift.TrimEnd('p', 'c', 'a', 'b', 'q', 'r')),
        Manner = char.IsLetter(shift[^1]) ? shift[^1] : default,
    };

    /// <summary>"END 1": the modifier, and on which side of the day from which is told.</summary>
    private static TimeExpression WithEdge(TimeExpression expression, string value)
    {
        var (mod, side) = Halves(value);
        return expression with { Mod = mod, Beside = side is null ? expression.Beside : Number(side) };
    }

    /// <summary>"PRESENT_REF 0": the value, and how many days from the day from which is told, if the words mean a day.</summary>
    private static TimeExpression WithReference(TimeExpression expression, string value)
    {
        var (reference, shift) = Halves(value);
        return expression with { Value = reference, Shift = shift is null ? null : Number(shift) };
    }

    private static TimeExpression WithDayReference(TimeExpression expression, string value)
    {
        var (written, part) = Halves(value);
        var shift = Number(written) ?? 0;
        return expression with { Unit = "D", Count = Math.Abs(shift), Shift = Math.Sign(shift), Part = part };
    }

    private static (string First, string? Second) Halves(string value) =>
        value.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 ? (value[..space], value[(space + 1)..]) : (value, null);

    private static double CountOf(TimeToken mark)
    {
        if (!double.IsNaN(mark.Number)) return mark.Number;
        if (mark.Value(TimeClass.Few) is { Length: > 0 } few) return double.Parse(few, CultureInfo.InvariantCulture);
        return mark.Is(TimeClass.Article) && !mark.Is(TimeClass.Vague) ? 1 : double.NaN;
    }

    private static string UnitOf(TimeToken mark) =>
        mark.Is(TimeClass.Unit) ? mark.Value(TimeClass.Unit) : mark.Is(TimeClass.Units) ? mark.Value(TimeClass.Units) : "D";

    private static int? OrdinalOf(TimeToken mark) => Whole(mark.Number) ?? Number(mark.Value(TimeClass.Ordinal)) ?? Number(mark.Value(TimeClass.QuarterName)) ?? Number(mark.Value(TimeClass.HalfName));

    private static int? Whole(double number) => number is >= 0 and < 1_000_000 ? (int)number : null;

    private static int? Number(string value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Two figures of a year: those of this century up to 30, of the last from 31 on.</summary>
    private static int LongYear(int figures) => figures + (figures <= 30 ? 2000 : 1900);
}
