using System.Collections.Immutable;

namespace Chancery.Text.Rules;

/// <summary>
/// Reads a file of rules. A rule is a block of lines, each a key and a value:
/// <code>
/// rule  counted-noun
/// match (about|around)=approx? &lt;number&gt;=value {counted}=what
/// yes   "About 40 diplomats left." => about 40 diplomats
/// no    "Page 40 was left out."
/// </code>
/// A pattern is a row of elements. <c>word</c> is that word in upper or lower case, <c>'Word'</c> as written, <c>{list}</c> a
/// phrase of that lexicon (the longest), <c>&lt;class&gt;</c> a class of tokens that the annotator knows, <c>( a | b )</c> a
/// choice, <c>!( a )</c> "not here", <c>^</c> and <c>$</c> the sentence's edges; after an element stand <c>?</c>, <c>*</c> or
/// <c>+</c>, and <c>=name</c> to keep its place. A rule without an example is not read.
/// </summary>
public static class RuleReader
{
    /// <summary>Reads the text of a rule file.</summary>
    /// <exception cref="FormatException">A line cannot be read; the message says <c>file:line: what is wrong</c>.</exception>
    public static RuleSet Read(string name, string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var blocks = new List<List<(string Key, string Value, int Line)>>();
        var number = 0;
        foreach (var row in content.Split('\n'))
        {
            number++;
            var line = row.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            var (key, value) = Cut(line);
            if (key == "rule") blocks.Add([]);
            if (blocks.Count == 0) throw new FormatException($"{name}:{number}: a rule must open with 'rule NAME'.");
            blocks[^1].Add((key, value, number));
        }

        var rules = blocks.Select(block => ToRule(name, block)).ToImmutableArray();
        if (rules.GroupBy(rule => rule.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new FormatException($"{name}:{twice.Last().Line}: the rule '{twice.Key}' stands here a second time.");
        return new RuleSet(name, new SourceText(content).Hash, rules);
    }

    private static (string Key, string Value) Cut(string line)
    {
        var space = line.IndexOfAny([' ', '\t']);
        return space < 0 ? (line, "") : (line[..space], line[space..].Trim());
    }

    private static TokenRule ToRule(string file, List<(string Key, string Value, int Line)> block)
    {
        var line = block[0].Line;
        if (block[0].Value.Length == 0) throw new FormatException($"{file}:{line}: the rule has no name.");
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in block)
            if (row.Key is not ("yes" or "no") && !given.Add(row.Key))
                throw new FormatException($"{file}:{row.Line}: '{row.Key}' stands in the rule a second time.");
        var examples = block.Where(row => row.Key == "yes").Select(row => ToExample(file, row)).ToImmutableArray();
        var counterexamples = block.Where(row => row.Key == "no").Select(row => ToExample(file, row)).ToImmutableArray();
        var pattern = block.SingleOrDefault(row => row.Key == "match").Value;
        if (string.IsNullOrEmpty(pattern)) throw new FormatException($"{file}:{line}: the rule has no 'match' line.");
        if (examples.IsEmpty) throw new FormatException($"{file}:{line}: the rule has no example ('yes').");
        var settings = block.Where(row => row.Key is not ("rule" or "match" or "yes" or "no"))
            .ToImmutableDictionary(row => row.Key, row => row.Value);
        return new TokenRule(block[0].Value, pattern, settings, examples, counterexamples, line);
    }

    private static RuleExample ToExample(string file, (string Key, string Value, int Line) row)
    {
        var close = row.Value.LastIndexOf("\" =>", StringComparison.Ordinal);
        var expected = close < 0 ? "" : row.Value[(close + 4)..].Trim();
        var text = close < 0 ? row.Value : row.Value[..(close + 1)];
        if (text.Length < 3 || text[0] != '"' || text[^1] != '"')
            throw new FormatException($"{file}:{row.Line}: an example is a sentence between quotation marks.");
        return new RuleExample(text[1..^1], expected, row.Line);
    }
}
