using Chancery.Extraction.Mentions;
using Chancery.Text;
using Chancery.Text.Coreference;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;
using MentionForm = Chancery.Extraction.Mentions.MentionForm;

namespace Chancery.Extraction.Missions;

/// <summary>A mission that a report speaks of, once for each city that stands with it.</summary>
/// <param name="Noun">The token of "embassy".</param>
/// <param name="Range">From the first word that says whose or where it is to the last.</param>
/// <param name="Type">embassy, consulate or mission.</param>
/// <param name="State">Whose it is, alpha-3.</param>
/// <param name="City">Where.</param>
/// <param name="Country">In which country, alpha-3, if the words say so.</param>
internal sealed record MissionSite(int Noun, TokenRange Range, string Type, string State, string? City, string? Country);

/// <summary>
/// Finds the missions that a report names, whose they are and where: "the Indian consulates in Kandahar and Herat", "its Kabul embassy". One whose state is not said in its own words
/// is that of the same type and city elsewhere in the report, or of the state that the sentence is about, if no other state has missions here; else it is left out.
/// </summary>
internal sealed class MissionSites(Document document, SyntaxTree tree, MissionLexicons lexicons)
{
    private const int MostSteps = 8;
    private const int MostCities = 12;

    // How many mentions before a word are asked: the sentence around it has no more, and time stays linear.
    private const int Nearby = 64;

    // The names of places in the report, with the country of those that are capitals.
    private readonly Dictionary<string, string?> _places = document.Mentions.Where(mention => mention is { Type: "place", Form: MentionForm.Name }).GroupBy(mention => mention.Name)
        .ToDictionary(group => group.Key, group => group.FirstOrDefault(mention => mention.Rule == "capital")?.Country, StringComparer.Ordinal);

    private sealed record Named(int Noun, TokenRange Range, string Type, string? State, IReadOnlyList<(string? City, string? Country)> Where);

    /// <summary>The sites, in the order of the text.</summary>
    public List<MissionSite> Find()
    {
        var named = new List<Named>();
        for (var token = 0; token < document.Tokens.Length; token++)
            if (lexicons.Nouns.Match(document, token) is { } match)
            {
                named.Add(Read(token + match.Length - 1, match.Entry.Field(0)));
                token += match.Length - 1;
            }

        var known = named.Where(one => one.State is not null).SelectMany(one => one.Where.Select(place => (one.Type, place.City, one.State))).ToLookup(one => (one.Type, one.City), one => one.State!);
        var states = named.Select(one => one.State).OfType<string>().Distinct().Take(2).ToList();
        var (sites, before) = (new List<MissionSite>(), (Named?)null);
        foreach (var one in named)
        {
            sites.AddRange(Sites(one, city => one.State is not null ? (one.State, null, null) : Found(one, city, before, known, states)));
            if (one.State is not null) before = one;
        }

        return sites;
    }

    private static TokenRange One(int token) => new(token, token + 1);

    private Named Read(int noun, string type)
    {
        var range = One(noun);
        var where = new List<(string?, string?)>();
        var state = OwnState(noun, ref range, where);
        ReadPlaces(noun, ref range, where);
        return new Named(noun, range, type, state, where);
    }

    /// <summary>By the words before it ("Indian", "Russia's", "its") or behind "of"; a city before it is where it stands.</summary>
    private string? OwnState(int noun, ref TokenRange range, List<(string?, string?)> where)
    {
        string? state = null;
        foreach (var child in tree.Children(noun))
        {
            var mention = LayerSearch.Holding(document.Mentions, document.Tokens[child].Span.Start);
            var kind = tree.KindOf(child);
            if (kind == DependentKind.Possessor && document.Tags[child].Upos == Upos.PRON) state ??= StateBehind(child);
            else if (mention is null || child == noun || kind is not (DependentKind.Possessor or DependentKind.NominalPart or DependentKind.NounModifier)) continue;
            else if (kind == DependentKind.NounModifier && !Is(tree.CaseOf(child), "of")) continue;
            else if (kind == DependentKind.NominalPart && IsCity(mention, child)) where.Add((mention.Range.Contains(noun) ? document.Text[document.Tokens[child].Span] : mention.Name, mention.Country is { } host && mention.Rule == "capital" ? host : CapitalCountry(child)));
            else if (mention.Country is { } country) state ??= country;
            else continue;
            range = range.Cover(One(child));
        }

        return state ?? (LayerSearch.Holding(document.Mentions, document.Tokens[noun].Span.Start) is { Country: { } owner, Form: MentionForm.Description } ? owner : null);
    }

    /// <summary>"Kabul" of "its Kabul embassy", which is all one mention: a name that stands elsewhere for a place.</summary>
    private bool IsCity(Mention mention, int token)
    {
        if (mention.Type == "place") return true;
        var words = document.TextOf(document.Tokens[token]).ToString();
        if (mention.Country is null && LayerSearch.IsPlaceName(document, token)) return true;
        return document.Tags[token].Upos == Upos.PROPN && _places.ContainsKey(words);
    }

    private string? CapitalCountry(int token) => _places.GetValueOrDefault(document.TextOf(document.Tokens[token]).ToString());

    /// <summary>"in Kandahar, Herat and Jalalabad", "in Kabul, Afghanistan", "in Vietnam": right behind it. "where there is a consulate": the place before "where".</summary>
    private void ReadPlaces(int noun, ref TokenRange range, List<(string?, string?)> where)
    {
        var at = noun + 1;
        if (at < document.Tokens.Length && (Is(at, "in") || Is(at, "at")))
            for (var next = at + 1; where.Count < MostCities && MentionAt(next) is { Type: "place" or "state" or "", Form: MentionForm.Name } place; next = AfterJoin(place.Range.End))
            {
                if (place.Type == "state" && where.Count > 0) where[^1] = (where[^1].Item1, place.Country);
                else where.Add(place.Type == "state" ? (null, place.Country) : (place.Name, place.Rule == "capital" ? place.Country : null));
                range = range.Cover(place.Range);
            }

        if (where.Count > 0 || !HasWhere(noun)) return;
        if (Before(noun, "place") is not { } before) return;
        where.Add((before.Name, before.Rule == "capital" ? before.Country : null));
        range = range.Cover(before.Range);
    }

    private bool HasWhere(int noun)
    {
        foreach (var sibling in tree.Children(tree.HeadOf(noun) is >= 0 and var above ? above : noun))
            if (Is(sibling, "where"))
                return true;
        return false;
    }

    private Mention? MentionAt(int token) => token < document.Tokens.Length ? LayerSearch.StartingAt(document.Mentions, document.Tokens[token].Span.Start) : null;

    private int AfterJoin(int token)
    {
        while (token < document.Tokens.Length && (Is(token, ",") || Is(token, "and") || Is(token, "or"))) token++;
        return token;
    }

    /// <summary>For whom "its" stands: by coreference, else the subject above that is a state, else the state named last before it in the sentence.</summary>
    private string? StateBehind(int pronoun)
    {
        if (Antecedent(pronoun) is { } antecedent) return antecedent;
        var above = pronoun;
        for (var steps = 0; steps < MostSteps && tree.HeadOf(above) >= 0; steps++)
        {
            above = tree.HeadOf(above);
            if (tree.UnderstoodSubjectOf(above) is >= 0 and var subject && StateAt(subject) is { } country) return country;
        }

        return Before(pronoun, "state")?.Country;
    }

    /// <summary>The state of the chain of a pronoun, if one is named shortly before it.</summary>
    private string? Antecedent(int pronoun)
    {
        var mentions = document.EntityMentions;
        var index = LayerSearch.FirstFrom(mentions, document.Tokens[pronoun].Span.Start);
        while (index < mentions.Length && mentions[index].First == pronoun && mentions[index].End != pronoun + 1) index++;
        if (index >= mentions.Length || mentions[index].First != pronoun) return null;
        for (var i = index - 1; i >= 0 && i > index - Nearby; i--)
            if (mentions[i].Chain == mentions[index].Chain && StateAt(mentions[i].Head) is { } country)
                return country;
        return null;
    }

    /// <summary>The last name of that type before a token, in its sentence.</summary>
    private Mention? Before(int token, string type)
    {
        var index = LayerSearch.FirstFrom(document.Mentions, document.Tokens[token].Span.Start) - 1;
        for (var i = index; i >= 0 && i > index - Nearby && SameSentence(document.Mentions[i].Range.First, token); i--)
            if (document.Mentions[i] is { Form: MentionForm.Name } mention && mention.Type == type && mention.Range.End <= token)
                return mention;
        return null;
    }

    private string? StateAt(int token) =>
        LayerSearch.Holding(document.Mentions, document.Tokens[token].Span.Start) is { Form: MentionForm.Name, Country: { } country } mention && (mention.Type == "state" || mention.Rule == "capital") ? country : null;

    private static IEnumerable<MissionSite> Sites(Named one, Func<string?, (string? State, string? City, string? Country)> find)
    {
        IEnumerable<(string? City, string? Country)> where = one.Where.Count > 0 ? one.Where : [(null, null)];
        foreach (var (city, country) in where)
            if (find(city) is var (state, at, host) && state is not null)
                yield return new MissionSite(one.Noun, one.Range, one.Type, state, city ?? at, country ?? host);
    }

    /// <summary>Whose a mission is that does not say so itself.</summary>
    private (string? State, string? City, string? Country) Found(Named one, string? city, Named? before, ILookup<(string Type, string? City), string> known, List<string> states)
    {
        if (city is not null && known[(one.Type, city)].Distinct().Take(2).ToList() is [var only]) return (only, null, null);
        if (city is null && before is not null && before.Type == one.Type && before.Where.Count < 2 && IsDefinite(one.Noun))
            return before.Where.Count == 0 ? (before.State, null, null) : (before.State, before.Where[0].City, before.Where[0].Country);
        return states.Count == 1 && MainState(one.Noun) == states[0] ? (states[0], null, null) : default;
    }

    private bool IsDefinite(int noun)
    {
        foreach (var child in tree.Children(noun))
            if (Is(child, "the"))
                return true;
        return false;
    }

    /// <summary>The state that the sentence's main clause has as its subject.</summary>
    private string? MainState(int token)
    {
        for (var steps = 0; steps < MostSteps && tree.HeadOf(token) >= 0; steps++) token = tree.HeadOf(token);
        return tree.SubjectOf(token) is >= 0 and var subject ? StateAt(subject) : null;
    }

    private bool SameSentence(int one, int other) => document.SentenceAt(document.Tokens[one].Span.Start) == document.SentenceAt(document.Tokens[other].Span.Start);

    private bool Is(int token, string word) => token >= 0 && document.TextOf(document.Tokens[token]).Equals(word, StringComparison.OrdinalIgnoreCase);
}
