using System.Text;

namespace Chancery.Record.Claims;

/// <summary>Brings wordings that differ only in case, marks and spacing to one form, for comparing and never for showing.</summary>
internal static class Folding
{
    /// <summary>The words in lower case with single spaces; apostrophes vanish, all other marks part words.</summary>
    public static string Fold(string? text)
    {
        var folded = new StringBuilder(text?.Length ?? 0);
        var pending = false;
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (rune.Value is '\'' or '’') continue;
            if (!Rune.IsLetterOrDigit(rune)) { pending = folded.Length > 0; continue; }
            if (pending) folded.Append(' ');
            pending = false;
            folded.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        return folded.ToString();
    }

    /// <summary>How many words a folded text has.</summary>
    public static int Words(string folded) => folded.Length == 0 ? 0 : folded.AsSpan().Count(' ') + 1;
}
