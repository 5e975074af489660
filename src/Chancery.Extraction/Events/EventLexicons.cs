using Chancery.Text.Lexicons;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Events;

/// <summary>The tables that events are found with, opened once.</summary>
internal sealed class EventLexicons
{
    private readonly Dictionary<ulong, string[]> _objects;
    private readonly Dictionary<ulong, string> _verbEmbedders;
    private readonly Dictionary<ulong, string> _nounEmbedders;
    private const string Some = "some";
    private readonly HashSet<ulong> _lightVerbs;
    private readonly HashSet<ulong> _some;
    private readonly HashSet<ulong> _saying;
    private readonly Dictionary<ulong, string> _people;

    public EventLexicons(Resources resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        var (predicates, objects) = (resources.Lexicon("event-predicates"), resources.Lexicon("event-objects"));
        var (embedders, light) = (resources.Lexicon("event-embedders"), resources.Lexicon("event-light-verbs"));
        Predicates = new EventPredicates(predicates);
        _objects = objects.Entries.ToDictionary(entry => TokenKey.Of(entry.Form), entry => entry.Field(0).Split(' '));
        _verbEmbedders = Embedders(embedders, isVerb: true);
        _nounEmbedders = Embedders(embedders, isVerb: false);
        _lightVerbs = [.. light.Entries.Select(entry => TokenKey.Of(entry.Form))];
        var people = resources.Lexicon("event-people");
        _some = [.. people.Entries.Where(entry => entry.Field(0) == Some).Select(entry => TokenKey.Of(entry.Form))];
        _people = people.Entries.Where(entry => entry.Field(0) != Some).ToDictionary(entry => TokenKey.Of(entry.Form), entry => entry.Field(0));
        var saying = resources.Lexicon("speech-verbs");
        _saying = [.. saying.Entries.Select(entry => TokenKey.Of(entry.Form))];
        Hash = predicates.Hash + objects.Hash + embedders.Hash + light.Hash + people.Hash + saying.Hash;
    }

    public EventPredicates Predicates { get; }

    public string Hash { get; }

    /// <summary>True if a noun is one for people or a body that can be a party.</summary>
    public bool IsPeople(ulong lemma) => _people.ContainsKey(lemma);

    /// <summary>True if a verb is one of saying.</summary>
    public bool IsSaying(ulong lemma) => _saying.Contains(lemma);

    /// <summary>True if a noun says how many of those behind "of".</summary>
    public bool IsSome(ulong lemma) => _some.Contains(lemma);

    /// <summary>The PLOVER sector of people by their noun; <see langword="null"/> if it does not say.</summary>
    public string? SectorOf(ulong lemma) => _people.GetValueOrDefault(lemma) is { Length: > 0 } sector ? sector : null;

    /// <summary>True if a noun is of that class.</summary>
    public bool IsOf(ulong lemma, string noun) => _objects.TryGetValue(lemma, out var classes) && classes.Contains(noun);

    /// <summary>True if a verb only says that what its object names is done.</summary>
    public bool IsLight(ulong lemma) => _lightVerbs.Contains(lemma);

    /// <summary>What a verb, or a noun or adjective, says of what stands under it: <c>planned</c>, <c>possible</c>, <c>denied</c>, <c>ongoing</c>, <c>same</c>; <see langword="null"/> if nothing.</summary>
    public string? EmbedderOf(ulong lemma, bool isVerb) => (isVerb ? _verbEmbedders : _nounEmbedders).GetValueOrDefault(lemma);

    private static Dictionary<ulong, string> Embedders(Lexicon lexicon, bool isVerb) => lexicon.Entries
        .Where(entry => entry.Form.StartsWith("to ", StringComparison.Ordinal) == isVerb)
        .ToDictionary(entry => TokenKey.Of(isVerb ? entry.Form[3..] : entry.Form), entry => entry.Field(0));
}
