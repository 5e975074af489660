using System.Globalization;
using Chancery.Text.Lexicons;
using NodaTime;

namespace Chancery.Extraction.Actors;

/// <summary>
/// The table of those who hold or held offices, looked up by name: the whole name or another spelling of it; the last name with some of the
/// others; the last name alone where no other in the table has it. Letters count without their marks ("Erdogan").
/// </summary>
public sealed class OfficeHolders
{
    private readonly Dictionary<string, OfficeHolder> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string[] Words, OfficeHolder Holder)>> _byLast = new(StringComparer.Ordinal);

    /// <summary>The people of tables with the columns form, aliases, country, terms; what an earlier table says of a name stands.</summary>
    /// <exception cref="FormatException">A line cannot be read.</exception>
    public OfficeHolders(params IEnumerable<Lexicon> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        foreach (var table in tables)
            foreach (var entry in table.Entries) Add(Read(table, entry), [entry.Form, .. entry.Field(0).Split('|', StringSplitOptions.RemoveEmptyEntries)]);
    }

    /// <summary>Who bears this name; <see langword="null"/> if nobody in the table does, or several do.</summary>
    /// <param name="name">The name alone, without office and honorific.</param>
    /// <param name="day">The day as of which a last name alone means the one who leads a state, if several have it.</param>
    /// <param name="alone">Whether a last name alone is enough.</param>
    public OfficeHolder? Find(string name, LocalDate? day = null, bool alone = true)
    {
        ArgumentNullException.ThrowIfNull(name);
        var folded = PlainLetters.Fold(name);
        if (_byName.TryGetValue(folded, out var exact)) return exact;
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !_byLast.TryGetValue(words[^1], out var same)) return null;
        if (words.Length == 1) return alone && words[0].Length > 3 ? Only(same) ?? First(same, day) : null;
        return Only(same.Where(known => IsShorter(words, known.Words) || (words[0] == known.Words[0] && IsShorter(known.Words, words))));
    }

    /// <summary>True if all first names of the one stand among those of the other.</summary>
    private static bool IsShorter(string[] name, string[] other) => name.Length <= other.Length && name.SkipLast(1).All(word => other.SkipLast(1).Contains(word, StringComparer.Ordinal));

    /// <summary>Of several with the same last name the only one who leads a state on that day; where no day is known the one who did last.</summary>
    private static OfficeHolder? First(List<(string[] Words, OfficeHolder Holder)> same, LocalDate? day)
    {
        var leaders = same.Select(known => known.Holder).Distinct()
            .Select(holder => (Holder: holder, Term: holder.Terms.LastOrDefault(term => term.IsLeading && (day is not { } known || term.Holds(known)))))
            .Where(pair => pair.Term is not null).OrderByDescending(pair => pair.Term!.From).ToList();
        return leaders.Count == 0 || (day is not null && leaders.Count > 1) ? null : leaders[0].Holder;
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
