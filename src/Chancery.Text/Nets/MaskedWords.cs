using Chancery.Text.Tokens;

namespace Chancery.Text.Nets;

/// <summary>
/// What a net is asked while it reads text that nobody annotated: which word stood where one was hidden (Devlin and others 2019; here
/// without a transformer). Frequent words are classes of their own; a rare one is of the class of its ending and its writing.
/// </summary>
internal sealed class MaskedWords
{
    private const int Frequent = 4096;
    private const int Rare = 1024;

    /// <summary>Classes in all.</summary>
    public const int Classes = Frequent + Rare;

    private readonly Dictionary<string, short> _classes;

    /// <summary>Counts the words of the sentences.</summary>
    public MaskedWords(IEnumerable<string[]> sentences)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var form in sentences.SelectMany(sentence => sentence)) counts[Key(form)] = counts.GetValueOrDefault(Key(form)) + 1;
        _classes = counts
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(Frequent)
            .Select((pair, index) => (pair.Key, Index: (short)index)).ToDictionary(pair => pair.Key, pair => pair.Index, StringComparer.Ordinal);
    }

    /// <summary>The class of a word.</summary>
    public short this[string form] => _classes.TryGetValue(Key(form), out var frequent) ? frequent : (short)(Frequent + RareClass(form));

    private static string Key(string form) => form.ToLowerInvariant();

    private static int RareClass(string form)
    {
        var ending = TokenKey.Of(form.AsSpan(Math.Max(0, form.Length - 2)));
        var writing = (char.IsUpper(form[0]) ? 1UL : 0) + (form.Any(char.IsDigit) ? 2UL : 0) + (form.Contains('-') ? 4UL : 0);
        return (int)(Chance.Mix(ending + writing * 31) % Rare);
    }
}
