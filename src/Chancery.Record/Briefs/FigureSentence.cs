using Chancery.Record.Findings;

namespace Chancery.Record.Briefs;

/// <summary>A figure as a sentence: how many of what, of which whole and where.</summary>
internal static class FigureSentence
{
    private const int LongestContext = 200;

    private static readonly string[] Joining = ["in ", "of ", "at ", "from ", "on ", "by ", "to ", "for ", "among ", "across ", "since ", "under "];

    public static void Write(SentenceBuilder sentence, Figure figure)
    {
        var evidence = string.Join(' ', figure.Evidence.Select(piece => piece.Quote));
        if (Numbers.SizeWord(figure, evidence) is { } size) sentence.Number(size).Words(Thing(figure).Length == 0 ? $" of {figure.Unit}" : " of ");
        else if (IsFound(figure, evidence)) sentence.Number(Numbers.Of(figure)).Words(Thing(figure).Length == 0 ? "" : " ");
        else sentence.Words("a figure for ");
        sentence.Words(Thing(figure));
        if (!IsFound(figure, evidence)) sentence.Words(": ").Reported(figure.Evidence[0].Quote);
    }

    /// <summary>The report's sentence around the figure, so that it is seen what was counted.</summary>
    public static void WriteContext(SentenceBuilder sentence, Figure figure, string text)
    {
        var piece = figure.Evidence[0];
        if (piece.End > text.Length || piece.End - piece.Start > LongestContext) return;
        var around = SentenceAround.Of(text, piece.Start, piece.End);
        var (from, to) = (Math.Max(around.Start, piece.End - LongestContext), Math.Min(around.End, piece.Start + LongestContext));
        if (from > around.Start) from = Next(text, from, piece.Start);
        if (to < around.End) to = Previous(text, to, piece.End);
        if (to - from <= piece.End - piece.Start + 1) return;
        sentence.Words(from > around.Start ? ": …" : ": ").Reported(text[from..to].TrimEnd('.')).Words(to < around.End ? "…" : "");
    }

    private static int Next(string text, int at, int end)
    {
        while (at < end && !char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static int Previous(string text, int at, int start)
    {
        while (at > start && !char.IsWhiteSpace(text[at - 1])) at--;
        return at;
    }

    // A number that cannot be found again in the report's words is not told as ours: the words themselves are.
    private static bool IsFound(Figure figure, string evidence)
    {
        var values = NumberReader.Read(evidence);
        double?[] stated = [figure.Value, figure.Low, figure.High];
        return stated.Any(value => value is not null)
            && (Numbers.SizeWord(figure, evidence) is not null || stated.All(value => value is null || NumberReader.Holds(values, value.Value)));
    }

    private static string Thing(Figure figure)
    {
        var thing = NameOf(figure);
        if (figure.Scope is { Length: > 0 } scope && !thing.Contains(scope, StringComparison.OrdinalIgnoreCase))
            thing = IsJoined(scope) ? $"{thing} {scope}" : $"{scope} {thing}";
        thing = thing.Trim();
        if (figure.Place is { } place && !thing.Contains(place.Name, StringComparison.OrdinalIgnoreCase)) thing = $"{thing} ({place.Name})";
        return thing;
    }

    private static string NameOf(Figure figure)
    {
        var unit = figure.Unit is null or "share" or "percent" or "%" or "people" || figure.Unit == figure.What || figure.Unit.All(char.IsAsciiLetterUpper) ? "" : figure.Unit;
        if (figure.Unit is "share" or "percent" or "%") return figure.What == "share" ? "" : $"of {figure.What}";
        if (figure.Unit is { Length: 3 } code && code.All(char.IsAsciiLetterUpper)) return figure.What == "money" ? "" : $"({figure.What})";
        if (unit.Length == 0) return figure.What;
        var units = unit.Length > 3 && figure.Value is not 1 ? unit + "s" : unit;
        return figure.What is "distance" or "amount" ? units : $"{units} of {figure.What}";
    }

    private static bool IsJoined(string scope) => Joining.Any(word => scope.StartsWith(word, StringComparison.OrdinalIgnoreCase));
}
