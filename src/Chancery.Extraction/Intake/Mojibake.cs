using System.Text;

namespace Chancery.Extraction.Intake;

/// <summary>
/// Undoes the commonest damage: UTF-8 that somebody read as windows-1252. Only where it is certain: the block encodes to
/// windows-1252, the bytes are strict UTF-8, and the marks of the damage are gone afterwards. Twice at most. A repaired
/// block is what its author wrote, so the repair is not listed among the cuts.
/// </summary>
internal static class Mojibake
{
    private static readonly Encoding Encoder = CodePagesEncodingProvider.Instance.GetEncoding(
        1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    private static readonly UTF8Encoding Decoder = new(false, throwOnInvalidBytes: true);

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
        try
        {
            return Decoder.GetString(ToBytes(text));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>windows-1252, where its five holes stand for themselves, as browsers decode them.</summary>
    private static byte[] ToBytes(string text)
    {
        var bytes = new byte[text.Length];
        Span<byte> one = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
            bytes[i] = text[i] < 0xA0 ? checked((byte)text[i]) : Encoder.GetBytes(text.AsSpan(i, 1), one) == 1 ? one[0] : (byte)0xFF;
        return bytes;
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
}
