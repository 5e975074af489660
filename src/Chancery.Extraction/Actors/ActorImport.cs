using System.Text;
using Chancery.Text.Lexicons;

namespace Chancery.Extraction.Actors;

/// <summary>A line of an actor file that could not be used, and why.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Code">A code of <see cref="ActorImportCodes"/>.</param>
/// <param name="Reason">One sentence.</param>
public sealed record ActorImportFault(int Line, string Code, string Reason);

/// <summary>
/// Actors that a desk brings along, beside the tables that ship: the dictionaries of Phoenix and PETRARCH, or a table made from Wikidata. Knows no
/// paths. What it cannot read it names, line by line.
/// </summary>
public sealed class ActorImport
{
    private readonly SortedDictionary<string, Actor> _actors = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ActorImportFault> _faults = [];

    /// <summary>How many actors there are.</summary>
    public int Count => _actors.Count;

    /// <summary>The lines that could not be used, in the order of the file.</summary>
    public IReadOnlyList<ActorImportFault> Faults => _faults;

    /// <summary>Adds the actors of a file that an earlier import wrote.</summary>
    /// <exception cref="FormatException">It is not such a file.</exception>
    public void AddTable(string content)
    {
        foreach (var entry in LexiconReader.Read("actors", content).Entries)
            foreach (var term in entry.Field(2).Split("; "))
                Add(entry.Form, entry.Field(0).Split('|', StringSplitOptions.RemoveEmptyEntries), entry.Field(1), OfficeTerm.Read(term));
    }

    /// <summary>Adds the actors of a dictionary of Phoenix or PETRARCH, or of a table from Wikidata; the table's first line names its columns.</summary>
    /// <param name="content">The whole text of the file.</param>
    /// <param name="resources">Where the tables of countries, agents and role codes are.</param>
    public void AddFile(string content, Resources resources)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(resources);
        var lines = content.ReplaceLineEndings("\n").Split('\n');
        if (WikidataActors.Recognises(lines[0])) new WikidataActors(this, resources).Read(lines);
        else new PetrarchActors(this, resources).Read(lines);
    }

    /// <summary>The file as a desk keeps it: a lexicon in the form of the table <c>office-holders</c>.</summary>
    public string ToTable()
    {
        var table = new StringBuilder("# columns: form aliases country terms\n# what: actors imported into this desk\n# source: chancery import actors\n# licence: the imported file's\n");
        foreach (var (name, actor) in _actors)
            table.Append(name).Append('\t').AppendJoin('|', actor.Aliases).Append('\t').Append(actor.Country).Append('\t')
                .AppendJoin("; ", actor.Terms.OrderBy(term => term.From)).Append('\n');
        return table.ToString();
    }

    internal void Add(string name, IEnumerable<string> aliases, string country, OfficeTerm term)
    {
        if (!_actors.TryGetValue(name, out var actor)) _actors[name] = actor = new Actor(country, new SortedSet<string>(StringComparer.Ordinal), []);
        actor.Aliases.UnionWith(aliases.Where(alias => alias.Length > 0));
        var own = country == actor.Country ? term : term with { Country = term.Country ?? country };
        if (!actor.Terms.Contains(own)) actor.Terms.Add(own);
    }

    internal void Fault(int line, string code, string reason) => _faults.Add(new ActorImportFault(line, code, reason));

    private sealed record Actor(string Country, SortedSet<string> Aliases, List<OfficeTerm> Terms);
}
