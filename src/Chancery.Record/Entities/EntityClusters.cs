using Chancery.Record.Claims;
using Chancery.Record.Findings;

namespace Chancery.Record.Entities;

/// <summary>Entities of one type, put together by the names they share.</summary>
internal sealed class EntityClusters
{
    private readonly IReadOnlyList<Entity> _entities;
    private readonly int[] _parents;
    private readonly string?[] _countries;

    public EntityClusters(IReadOnlyList<Entity> entities)
    {
        _entities = entities;
        _parents = [.. Enumerable.Range(0, entities.Count)];
        _countries = [.. entities.Select(entity => entity.Country)];
        JoinStates();
        JoinFullNames();
        if (entities.Count > 0 && entities[0].Type == "person") JoinSingleNames();
    }

    /// <summary>The clusters; each lists its members by id.</summary>
    public IEnumerable<IReadOnlyList<Entity>> Clusters => Enumerable.Range(0, _entities.Count)
        .GroupBy(RootOf)
        .Select(group => (IReadOnlyList<Entity>)[.. group.Select(index => _entities[index])]);

    private void JoinStates()
    {
        if (_entities.Count == 0 || _entities[0].Type != "state") return;
        JoinAlike(Enumerable.Range(0, _entities.Count).Where(index => _entities[index].Country is not null), index => [_entities[index].Country!]);
    }

    private void JoinFullNames() => JoinAlike(Enumerable.Range(0, _entities.Count), index => FullNames(_entities[index]));

    private static IEnumerable<string> FullNames(Entity entity) => NamesOf(entity)
        .Where(name => entity.Type != "person" || Folding.Words(name) > 1)
        .Distinct(StringComparer.Ordinal);

    // The named ones join first by country, so that one without a country can find a single match or none.
    private void JoinAlike(IEnumerable<int> indices, Func<int, IEnumerable<string>> keysOf)
    {
        var groups = indices
            .SelectMany(index => keysOf(index).Select(key => (key, index)))
            .GroupBy(pair => pair.key, pair => pair.index, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            foreach (var sameCountry in group.Where(index => CountryOf(index) is not null).GroupBy(CountryOf))
                JoinAll([.. sameCountry]);
            if (group.Select(CountryOf).Where(country => country is not null).Distinct().Count() <= 1) JoinAll([.. group]);
            else JoinAll([.. group.Where(index => CountryOf(index) is null)]);
        }
    }

    private void JoinSingleNames()
    {
        var byLastWord = Enumerable.Range(0, _entities.Count)
            .SelectMany(index => FullNames(_entities[index]).Select(name => (Word: LastWord(name), Root: RootOf(index))))
            .Distinct()
            .ToLookup(pair => pair.Word, pair => pair.Root, StringComparer.Ordinal);
        var singles = Enumerable.Range(0, _entities.Count).Where(index => !FullNames(_entities[index]).Any()).ToList();
        foreach (var index in singles)
        {
            var candidates = byLastWord[Folding.Fold(_entities[index].Name)]
                .Select(RootOf)
                .Distinct()
                .Where(root => AgreesOn(_entities[index].Country, _countries[root]))
                .ToList();
            if (candidates.Count == 1) JoinAll([candidates[0], index]);
        }

        JoinAlike(singles.Where(index => RootOf(index) == index), index => [Folding.Fold(_entities[index].Name)]);
    }

    private static bool AgreesOn(string? left, string? right) => left is null || right is null || string.Equals(left, right, StringComparison.Ordinal);

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private static IEnumerable<string> NamesOf(Entity entity) =>
        ((IEnumerable<string>)[entity.Name, .. entity.Names]).Select(Folding.Fold).Where(name => name.Length > 0);

    private string? CountryOf(int index) => _countries[RootOf(index)];

    private void JoinAll(int[] indices)
    {
        for (var i = 1; i < indices.Length; i++) Join(RootOf(indices[0]), RootOf(indices[i]));
    }

    private void Join(int left, int right)
    {
        if (left == right || !AgreesOn(_countries[left], _countries[right])) return;
        var (root, child) = left < right ? (left, right) : (right, left);
        _parents[child] = root;
        _countries[root] ??= _countries[child];
    }

    private int RootOf(int index)
    {
        while (_parents[index] != index) index = _parents[index] = _parents[_parents[index]];
        return index;
    }
}
