using System.Text;
using Chancery.Text;

namespace Chancery.App.Evaluation;

/// <summary>
/// A text with every place counted in characters that are not white space, and another text, cut out of it by intake, laid upon it paragraph by paragraph.
/// </summary>
internal sealed class BlackText
{
    private readonly string _black;
    private readonly int[] _places;

    public BlackText(string text)
    {
        _places = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++) _places[i + 1] = _places[i] + (char.IsWhiteSpace(text[i]) ? 0 : 1);
        _black = Squeezed(text);
    }

    /// <summary>A place of the text itself, in characters that are not white space.</summary>
    public Span Place(Span span) => new(_places[span.Start], _places[Math.Min(span.End, _places.Length - 1)]);

    /// <summary>For each character of another text its place here, −1 where its paragraph does not stand here.</summary>
    public int[] PlacesOf(string other)
    {
        var (places, from, start) = (new int[other.Length + 1], 0, 0);
        Array.Fill(places, -1);
        foreach (var paragraph in other.Split('\n'))
        {
            var black = Squeezed(paragraph);
            var at = black.Length == 0 ? -1 : _black.IndexOf(black, Math.Min(from, _black.Length), StringComparison.Ordinal);
            if (at < 0 && black.Length > 0) at = _black.IndexOf(black, StringComparison.Ordinal);
            if (at >= 0)
            {
                Lay(paragraph, start, at, places);
                from = at + black.Length;
            }

            start += paragraph.Length + 1;
        }

        return places;
    }

    private static void Lay(string paragraph, int start, int at, int[] places)
    {
        for (var i = 0; i < paragraph.Length; i++)
        {
            places[start + i] = at;
            if (!char.IsWhiteSpace(paragraph[i])) at++;
        }

        places[start + paragraph.Length] = at;
    }

    private static string Squeezed(string text)
    {
        var black = new StringBuilder(text.Length);
        foreach (var character in text)
            if (!char.IsWhiteSpace(character)) black.Append(character);
        return black.ToString();
    }
}
