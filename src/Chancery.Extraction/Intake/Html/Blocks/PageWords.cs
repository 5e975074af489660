namespace Chancery.Extraction.Intake.Html.Blocks;

/// <summary>How far blocks are held by what the page says elsewhere: its title, its description, the body in its metadata, its own other blocks.</summary>
internal sealed class PageWords
{
    private const int Run = 3;
    private readonly Page _page;
    private readonly HashSet<string>? _title;
    private readonly HashSet<string>? _description;
    private readonly HashSet<string>? _body;
    private readonly int _bodyWords;
    private readonly int[] _repeats;
    private readonly bool[] _isFirst;

    public PageWords(Page page, PageFacts facts, string? title)
    {
        _page = page;
        _title = title is null ? null : [.. Words(title)];
        _description = facts.Description is { } description ? [.. Words(description)] : null;
        if (facts.ArticleBody is { } body)
        {
            var words = Words(body);
            _bodyWords = words.Length;
            if (_bodyWords >= 20) _body = [.. Runs(words)];
        }

        (_repeats, _isFirst) = Repeats();
    }

    public void Fill(ref FeatureRow row, int number)
    {
        var words = Words(_page.Blocks[number].Text);
        row.Add(Share(words, _title));
        row.Add(_title is null ? -1 : words.Length == 0 ? 0 : (double)_title.Count(word => words.Contains(word, StringComparer.Ordinal)) / Math.Max(1, _title.Count));
        row.Add(Share(words, _description));
        row.Add(_body is null ? -1 : words.Length == 0 ? 0 : Runs(words).Average(run => _body.Contains(run) ? 1.0 : 0.0));
        row.AddLog(_bodyWords);
        row.Add(_repeats[number]);
        row.Add(_isFirst[number]);
    }

    private static double Share(string[] words, HashSet<string>? known) =>
        known is null ? -1 : words.Length == 0 ? 0 : (double)words.Count(known.Contains) / words.Length;

    private (int[], bool[]) Repeats()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var first = new bool[_page.Blocks.Count];
        for (var i = 0; i < first.Length; i++)
        {
            var text = _page.Blocks[i].Text;
            first[i] = counts.TryAdd(text, 0);
            counts[text]++;
        }

        return ([.. _page.Blocks.Select(block => Math.Min(counts[block.Text], 5))], first);
    }

    private static IEnumerable<string> Runs(string[] words)
    {
        if (words.Length < Run) yield return string.Join(' ', words);
        for (var i = 0; i + Run <= words.Length; i++) yield return $"{words[i]} {words[i + 1]} {words[i + 2]}";
    }

    private static string[] Words(string text)
    {
        var letters = text.ToLowerInvariant().ToCharArray();
        for (var i = 0; i < letters.Length; i++)
            if (!char.IsLetterOrDigit(letters[i])) letters[i] = ' ';
        return new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
