using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Rules;

namespace Chancery.Extraction.Times;

/// <summary>The classes that the rule files for times may use, beside the common ones.</summary>
internal static class TimeClasses
{
    /// <summary>For simple expressions: every <see cref="TimeClass"/> by its name.</summary>
    public static IReadOnlyDictionary<string, TokenClass> Simple { get; } = Enum.GetValues<TimeClass>()
        .Where(timeClass => timeClass is not (TimeClass.None or TimeClass.Opening))
        .ToDictionary(timeClass => timeClass.ToString().ToLowerInvariant(), Of);

    /// <summary>For wider ones: the same, and the simple expressions found before.</summary>
    public static IReadOnlyDictionary<string, TokenClass> Wide { get; } = new Dictionary<string, TokenClass>(Simple)
    {
        ["x-date"] = Core(expression => expression.Kind is TimeKind.Calendar or TimeKind.Unit && TimexResolver.TypeOf(expression) == TimexType.Date),
        ["x-calendar"] = Core(expression => expression.Kind == TimeKind.Calendar && expression.Hour is null && expression.Part is null),
        ["x-monthday"] = Core(expression => expression is { Kind: TimeKind.Calendar, Day: not null, Weekday: null }),
        ["x-dated"] = Core(expression => expression is { Kind: TimeKind.Calendar, Year: not null, Month: not null, Hour: null, Part: null }),
        ["x-clocked"] = Core(expression => expression is { Hour: not null }),
        ["x-weekday"] = Core(expression => expression is { Kind: TimeKind.Calendar, Weekday: not null, Day: null, Part: null, Hour: null }),
        ["x-day"] = Core(IsDay),
        ["x-part"] = Core(expression => expression is { Kind: TimeKind.Clock, Part: not null }),
        ["x-clock"] = Core(expression => expression is { Kind: TimeKind.Clock, Hour: not null }),
        ["x-length"] = Core(expression => expression is { Kind: TimeKind.Duration, Shift: null }),
        ["x-duration"] = Core(expression => expression.Kind == TimeKind.Duration),
        ["x-year"] = Core(expression => expression is { Kind: TimeKind.Calendar, Year: not null, Month: null, Season: null, Quarter: null, Half: null, Holiday: null }),
        ["x-bc"] = Core(expression => expression is { Kind: TimeKind.Calendar, BeforeChrist: true, Year: not null, Month: null }),
        ["x-counted"] = Core(expression => expression is { Kind: TimeKind.Duration, Shift: null, Count: { } count } && !double.IsNaN(count)),
        ["x-time"] = Core(expression => expression.Kind is TimeKind.Unit or TimeKind.Offset && TimexResolver.TypeOf(expression) == TimexType.Time),
        ["x-week"] = Core(expression => expression is { Kind: TimeKind.Unit or TimeKind.Calendar, Weekday: null, Day: null, Holiday: null } && expression.Unit != "D" && TimexResolver.TypeOf(expression) == TimexType.Date),
        ["x-any"] = Core(_ => true),
    };

    private static bool IsDay(TimeExpression expression) => expression is
    { Kind: TimeKind.Calendar, Hour: null, Part: null } and ({ Day: not null } or { Weekday: not null } or { Holiday: not null })
        or { Kind: TimeKind.Offset or TimeKind.Unit, Unit: "D", Hour: null, Part: null };

    private static TokenClass Of(TimeClass timeClass) => (document, index, limit) =>
    {
        var mark = document.Layer<TimeToken>()[index];
        return mark.Is(timeClass) && index + mark.Length <= limit ? mark.Length : 0;
    };

    private static TokenClass Core(Func<TimeExpression, bool> fits) => (document, index, limit) =>
        document.Layer<TimeToken>()[index].Core is { } core && index + core.Length <= limit && fits(core.Expression) ? core.Length : 0;
}
