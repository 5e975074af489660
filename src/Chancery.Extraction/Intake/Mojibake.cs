using System.Collections.Frozen;
using System.Text;
using System.Text.Unicode;

namespace Chancery.Extraction.Intake;

/// <summary>
/// Undoes the commonest damage: UTF-8 that somebody read as windows-1252. Only where it is certain: the block encodes to
/// windows-1252, the bytes are strict UTF-8, and the marks of the damage are gone afterwards. Twice at most. A repaired
/// block is what its author wrote, so the repair is not listed among the cuts.
/// </summary>
internal static class Mojibake
{
    private static readonly FrozenDictionary<char, byte> Bytes = MakeBytes();

    /// <summary>The text as it was meant, or as it is.</summary>
    public static string Repair(string text)
    {
        for (var times = 0; times < 2 && HasMarks(text); times++)
        {
            if (Undo(text) is not { } undone || Marks(undone) >= Marks(text)) break;
            text = undone;
        }

        return text;
    }

    private static string? Undo(string text)
    {
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
            if (!Bytes.TryGetValue(text[i], out bytes[i]))
                return null;
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
    }

    private static bool HasMarks(string text) => text.AsSpan().IndexOfAny('Ã', 'â', 'Â') >= 0;

    /// <summary>Lead characters of the damage followed by what can only be a continuation byte.</summary>
    private static int Marks(string text)
    {
        var count = 0;
        for (var i = 0; i + 1 < text.Length; i++)
            if (text[i] is 'Ã' or 'Â' or 'â' && !char.IsAsciiLetterOrDigit(text[i + 1]) && text[i + 1] != ' ')
                count++;
        return count;
    }

    /// <summary>windows-1252 backwards; its five holes stand for themselves, as browsers decode them.</summary>
    private static FrozenDictionary<char, byte> MakeBytes()
    {
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var bytes = new Dictionary<char, byte>();
        for (var value = 0; value < 256; value++)
        {
            bytes.TryAdd((char)value, (byte)value);
            bytes[western.GetString([(byte)value])[0]] = (byte)value;
        }

        return bytes.ToFrozenDictionary();
    }
}
