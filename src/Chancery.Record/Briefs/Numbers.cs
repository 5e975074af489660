using System.Globalization;
using Chancery.Record.Findings;

namespace Chancery.Record.Briefs;

/// <summary>Numbers as a newspaper writes them: <c>1,250</c>, <c>3 billion</c>, <c>33 %</c>, <c>between 10 and 20</c>.</summary>
internal static class Numbers
{
    private static readonly (double Size, string Name)[] Magnitudes = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")];

    // What a report means when it only names the size: the bounds of record.md, and the word for them.
    private static readonly (double Low, double High, string Word)[] Sizes =
    [
        (100, 999, "hundreds"), (1000, 9999, "thousands"), (10_000, 99_999, "tens of thousands"),
        (100_000, 999_999, "hundreds of thousands"), (1_000_000, 9_999_999, "millions"), (1e9, 9_999_999_999, "billions"),
    ];

    /// <summary>A figure's number in words; empty if it has none.</summary>
    public static string Of(Figure figure)
    {
        var number = Bounds(figure);
        return figure.Approx && number.Length > 0 && figure.Value is not null ? $"about {number}" : number;
    }

    /// <summary>The word for a size of which the report gives no number: <c>thousands of</c>; <see langword="null"/> otherwise.</summary>
    public static string? SizeWord(Figure figure, string evidence)
    {
        if (figure.Value is not null) return null;
        var word = figure is { Low: 24, High: null or <= 99 } ? "dozens"
            : Sizes.Where(size => figure.Low == size.Low && (figure.High is null || Math.Abs(figure.High.Value - size.High) <= 1))
                .Select(size => size.Word).FirstOrDefault();
        return word is not null && evidence.Contains(word, StringComparison.OrdinalIgnoreCase) ? word : null;
    }

    /// <summary>A plain number.</summary>
    public static string Format(double value)
    {
        foreach (var (size, name) in Magnitudes)
        {
            if (Math.Abs(value) < size) continue;
            var short_ = value / size;
            if (Math.Abs(short_ - Math.Round(short_, 2)) < 1e-9) return $"{short_.ToString("#,0.##", CultureInfo.InvariantCulture)} {name}";
        }

        return value.ToString("#,0.###", CultureInfo.InvariantCulture);
    }

    private static string Bounds(Figure figure) => figure switch
    {
        { Value: { } value } => Show(value, figure.Unit),
        { Low: { } low, High: { } high } => $"between {Show(low, figure.Unit)} and {Show(high, figure.Unit)}",
        { Low: { } low } => $"at least {Show(low, figure.Unit)}",
        { High: { } high } => $"at most {Show(high, figure.Unit)}",
        _ => "",
    };

    // A third is 33 %, not 33.3 %: nobody measured the decimal.
    private static string Percent(double value) =>
        value.ToString(Math.Abs(value - Math.Round(value, 1)) < 1e-9 ? "#,0.#" : "#,0", CultureInfo.InvariantCulture);

    private static string Show(double value, string? unit) => unit switch
    {
        "share" => $"{Percent(value * 100)} %",
        "percent" or "%" => $"{value.ToString("#,0.##", CultureInfo.InvariantCulture)} %",
        { Length: 3 } when unit.All(char.IsAsciiLetterUpper) => $"{unit} {Format(value)}",
        _ => Format(value),
    };
}
