using Chancery.Text.Tokens;

namespace Chancery.Text.Lemmas;

/// <summary>Words drawn out in writing ("sooo good"): a letter stands three times or more, as no English word has it.</summary>
internal static class DrawnOut
{
    private const int Run = 3;

    private static readonly LemmaRule[] Both = [new(0, "", LemmaSpelling.RunsToTwo), new(0, "", LemmaSpelling.RunsToOne)];

    /// <summary>Rules that could make the word again, the one that takes less first: "good" of "goood" goes before "god".</summary>
    public static ReadOnlySpan<LemmaRule> Rules => Both;

    /// <summary>True if a letter stands three times in a row or more, and another letter beside it.</summary>
    public static bool Is(ReadOnlySpan<char> form)
    {
        var (isDrawn, run) = (false, 0);
        for (var i = 0; i < form.Length; i++)
        {
            if (!char.IsLetter(form[i])) return false;
            run = i > 0 && TokenKey.Fold(form[i]) == TokenKey.Fold(form[i - 1]) ? run + 1 : 1;
            isDrawn |= run == Run;
        }

        return isDrawn && run < form.Length;
    }

    /// <summary>True if the character at a place belongs to a letter's run of three or more and is not among the first of it that are kept.</summary>
    public static bool IsSurplus(ReadOnlySpan<char> form, int at, int kept)
    {
        var before = at >= 1 && Same(form, at - 1) ? at >= 2 && Same(form, at - 2) ? 2 : 1 : 0;
        return before >= kept && (before == 2 || (before == 1 && at + 1 < form.Length && Same(form, at)));
    }

    private static bool Same(ReadOnlySpan<char> form, int at) => TokenKey.Fold(form[at]) == TokenKey.Fold(form[at + 1]);
}
