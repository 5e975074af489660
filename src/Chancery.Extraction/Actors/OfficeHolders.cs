using System.Globalization;
using Chancery.Text.Lexicons;

namespace Chancery.Extraction.Actors;

/// <summary>
/// The table of those who hold or held offices, looked up by name: the whole name or another spelling of it; the last name with some of the
/// others; the last name alone where no other in the table has it. Letters count without their marks ("Erdogan").
/// </summary>
public sealed class OfficeHolders
{
    private readonly Dictionary<string, OfficeHolder> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string[] Words, OfficeHolder Holder)>> _byLast = new(StringComparer.Ordinal);

    /// <summary>The people of a table with the columns form, aliases, country, terms, and more people that stand above them.</summary>
    /// <exception cref="FormatException">A line cannot be read.</exception>
    public OfficeHolders(Lexicon table, IEnumerable<(OfficeHolder Holder, IEnumerable<string> Names)>? imported = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var (holder, names) in imported ?? []) Add(holder, names);
        foreach (var entry in table.Entries) Add(Read(table, entry), [entry.Form, .. entry.Field(0).Split('|', StringSplitOptions.RemoveEmptyEntries)]);
    }

    /// <summary>Who bears this name; <see langword="null"/> if nobody in the table does, or several do.</summary>
    /// <param name="name">The name alone, without office and honorific.</param>
    /// <param name="alone">Whether a last name alone is enough.</param>
    public OfficeHolder? Find(string name, bool alone = true)
    {
        ArgumentNullException.ThrowIfNull(name);
        var folded = PlainLetters.Fold(name);
        if (_byName.TryGetValue(folded, out var exact)) return exact;
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !_byLast.TryGetValue(words[^1], out var same)) return null;
        if (words.Length == 1) return alone && words[0].Length > 3 ? Only(same.Where(known => known.Words.Length <= 2)) : null;
        return Only(same.Where(known => words[..^1].All(word => known.Words.Contains(word)) || known.Words[..^1].All(word => words.Contains(word))));
    }

    private static OfficeHolder? Only(IEnumerable<(string[] Words, OfficeHolder Holder)> found)
    {
        var holders = found.Select(known => known.Holder).Distinct().Take(2).ToList();
        return holders.Count == 1 ? holders[0] : null;
    }

    private void Add(OfficeHolder holder, IEnumerable<string> names)
    {
        foreach (var folded in names.Select(PlainLetters.Fold).Where(name => name.Length > 0))
        {
            if (!_byName.TryAdd(folded, holder)) continue;
            var words = folded.Split(' ');
            if (!_byLast.TryGetValue(words[^1], out var same)) _byLast[words[^1]] = same = [];
            same.Add((words, holder));
        }
    }

    private static OfficeHolder Read(Lexicon table, LexiconEntry entry)
    {
        try
        {
            return new OfficeHolder(entry.Form, entry.Field(1), [.. entry.Field(2).Split("; ").Select(OfficeTerm.Read)]);
        }
        catch (FormatException wrong)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{table.Name}:{entry.Line}: {wrong.Message}"), wrong);
        }
    }
}
