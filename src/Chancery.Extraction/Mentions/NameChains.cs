namespace Chancery.Extraction.Mentions;

/// <summary>
/// Says which names stand for the same: states by code, bodies and places by name, persons by surname with first names
/// that do not speak against it. A surname alone goes to the person of that name, wherever in the report he is named in full.
/// </summary>
internal sealed class NameChains(List<Mention> mentions)
{
    // A report names some dozens of persons; a list of thousands must not make time grow with its square.
    private const int MostPersons = 2000;
    private readonly Dictionary<string, int> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(int Chain, string[] Name)> _persons = [];
    private int _next;

    public List<Mention> Resolve()
    {
        var result = mentions.Select(mention => mention.Type == "person" ? mention : WithKeyedChain(mention)).ToList();
        PromoteRepeated(result);
        Assign(result, mention => IsPersonName(mention) && Words(mention).Length > 1, PersonChain);
        Assign(result, mention => IsPersonName(mention), PersonChain);
        Assign(result, mention => mention is { Form: MentionForm.Name, Type: "" or "handle" }, KnownPersonChain);
        Assign(result, mention => mention is { Form: MentionForm.Name, Type: "place", Rule: not "capital" } && Words(mention).Length == 1, KnownPersonChain);
        Assign(result, mention => mention is { Form: MentionForm.Name, Type: "" }, mention => (KeyedChain("name:" + mention.Name), ""));
        return result;
    }

    /// <summary>A name of two to four words whose last stands alone elsewhere in the report is a person's: so surnames are used.</summary>
    private static void PromoteRepeated(List<Mention> list)
    {
        var alone = list.Where(mention => mention is { Form: MentionForm.Name, Type: "" } &&
            Words(mention).Length == 1).Select(mention => mention.Name).ToHashSet();
        for (var i = 0; i < list.Count; i++)
            if (list[i] is { Form: MentionForm.Name, Type: "" } mention && Words(mention) is { Length: > 1 and < 5 } words && alone.Contains(words[^1]))
                list[i] = mention with { Type = "person", Rule = "repeated-surname" };
    }

    private static bool IsPersonName(Mention mention) => mention is { Form: MentionForm.Name, Type: "person" };

    private static void Assign(List<Mention> list, Func<Mention, bool> applies, Func<Mention, (int Chain, string Type)> chainOf)
    {
        for (var i = 0; i < list.Count; i++)
            if (applies(list[i]) && chainOf(list[i]) is { Chain: >= 0 } found && (list[i].Chain < 0 || found.Type == "person"))
                list[i] = list[i] with { Chain = found.Chain, Type = found.Type };
    }

    private Mention WithKeyedChain(Mention mention) => (mention.Form, mention.Type) switch
    {
        (MentionForm.Name or MentionForm.Demonym, "state") => mention with { Chain = KeyedChain("state:" + mention.Country) },
        (MentionForm.Name, "organisation" or "group" or "office" or "place") => mention with { Chain = KeyedChain(mention.Type + ":" + mention.Name) },
        (MentionForm.Description, "office" or "group") when mention.Rule == "owned-body" => mention with { Chain = KeyedChain("body:" + mention.Name) },
        _ => mention,
    };

    private int KeyedChain(string key)
    {
        if (!_byKey.TryGetValue(key, out var chain)) _byKey[key] = chain = _next++;
        return chain;
    }

    private (int Chain, string Type) PersonChain(Mention mention)
    {
        var words = Words(mention);
        if (mention.Chain >= 0) return (mention.Chain, "person");
        var known = Known(person => IsSame(person, words));
        if (known >= 0 && _persons[known].Name.AsSpan().SequenceEqual(words)) return (_persons[known].Chain, "person");
        var chain = known >= 0 ? _persons[known].Chain : _next++;
        _persons.Add((chain, words));
        return (chain, "person");
    }

    /// <summary>The person whose surname, or whose handle, this single word is; −1 if there is none.</summary>
    private (int Chain, string Type) KnownPersonChain(Mention mention)
    {
        var words = Words(mention);
        if (words.Length != 1)
        {
            var same = Known(person => person.Length > 1 && IsSame(person, words));
            return (same >= 0 ? _persons[same].Chain : -1, "person");
        }

        var known = mention.Type == "handle"
            ? Known(person => person[^1].Length > 3 && words[0].Contains(person[^1], StringComparison.OrdinalIgnoreCase))
            : Known(person => SameWord(person[^1], words[0]) || (person.Length > 1 && IsStuck(person[^1], words[0])));
        return known >= 0 ? (_persons[known].Chain, "person") : (-1, "");
    }

    /// <summary>Index of the last of the persons named lately that fits; −1 if none does.</summary>
    private int Known(Func<string[], bool> fits)
    {
        for (var i = _persons.Count - 1; i >= Math.Max(0, _persons.Count - MostPersons); i--)
            if (fits(_persons[i].Name))
                return i;
        return -1;
    }

    private static string[] Words(Mention mention) => mention.Name.Split([' ', '\n', '.'], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsSame(string[] known, string[] name)
    {
        if (!SameSurname(known, name)) return name.Length == 1 && known.Length > 1 && IsShortOrGlued(known, name[0]);
        if (known.Length == 1 || name.Length == 1) return true;
        return known[..^1].Any(first => name[..^1].Any(other => AgreesAsFirstName(first, other)));
    }

    /// <summary>The first name alone, or names written together without spaces: "MHaneefAtmar".</summary>
    private static bool IsShortOrGlued(string[] known, string name) =>
        name.Length > 3 && (known[0] == name || (name.Length > known[^1].Length && known[^1].Length > 3 && name.EndsWith(known[^1], StringComparison.Ordinal)));

    private static bool AgreesAsFirstName(string first, string other) =>
        SameWord(first, other) || ((first.Length == 1 || other.Length == 1) && char.ToUpperInvariant(first[0]) == char.ToUpperInvariant(other[0])) ||
        IsTransliterationOf(first, other);

    /// <summary>"Sergei" and "Sergey", "Mohammad" and "Mohammed": same beginning, at most two letters apart at the end.</summary>
    private static bool IsTransliterationOf(string first, string other) =>
        Math.Min(first.Length, other.Length) >= 5 && CommonPrefix(first, other) >= Math.Max(first.Length, other.Length) - 2;

    /// <summary>The same surname, or one with letters of the next word stuck to it where the first names agree.</summary>
    private static bool SameSurname(string[] known, string[] name)
    {
        var (first, other) = (known[^1], name[^1]);
        if (SameWord(first, other)) return true;
        var shorter = Math.Min(first.Length, other.Length);
        return known.Length > 1 && name.Length > 1 && SameWord(known[0], name[0]) && shorter >= 4 &&
            Math.Abs(first.Length - other.Length) <= 2 && CommonPrefix(first, other) == shorter;
    }

    /// <summary>A surname with one or two letters of the next word stuck to it: "Haleis" for "Hale is".</summary>
    private static bool IsStuck(string known, string name) =>
        name.Length >= 4 && known.Length - name.Length is 1 or 2 && known.StartsWith(name, StringComparison.Ordinal);

    private static bool SameWord(string first, string other) => string.Equals(first, other, StringComparison.OrdinalIgnoreCase);

    private static int CommonPrefix(string first, string other)
    {
        var length = 0;
        while (length < first.Length && length < other.Length && char.ToLowerInvariant(first[length]) == char.ToLowerInvariant(other[length])) length++;
        return length;
    }
}
