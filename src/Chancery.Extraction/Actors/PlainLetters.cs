using System.Text;

namespace Chancery.Extraction.Actors;

/// <summary>Names without case and marks on letters, so that "Erdogan" and "Erdoğan" are one. Latin letters only; others stay as they are.</summary>
internal static class PlainLetters
{
    private static readonly string[] Marked =
    [
        "aàáâãäåāăąạảấầẩẫậắằẳẵặǎə", "cçćĉċč", "dďđð", "eèéêëēĕėęěẹẻẽếềểễệ", "gĝğġģǧ", "hĥħḥḩ", "iìíîïĩīĭįıịỉǐ", "jĵ", "kķḳǩ", "lĺļľŀł", "nñńņňŉŋ",
        "oòóôõöøōŏőơọỏốồổỗộớờởỡợǒ", "rŕŗř", "sśŝşšșṣ", "tţťŧțṭ", "uùúûüũūŭůűųưụủứừửữựǔ", "wŵ", "yýÿŷỳỵỷỹ", "zźżžẓ",
    ];

    private static readonly Dictionary<char, char> Plain = Marked.SelectMany(row => row.Skip(1).Select(letter => (letter, row[0]))).ToDictionary();

    /// <summary>Small plain letters and digits, hyphens and full stops as spaces, one space between words, no apostrophes.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            var letter = char.ToLowerInvariant(character);
            if (char.IsLetterOrDigit(letter)) folded.Append(Plain.GetValueOrDefault(letter, letter));
            else if (letter is not ('\'' or '\u2019' or '\u2018' or '\u02BC' or '`') && folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }
}
