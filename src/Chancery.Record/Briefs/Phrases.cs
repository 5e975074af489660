using System.Globalization;

namespace Chancery.Record.Briefs;

/// <summary>The small turns of phrase from which sentences are composed. Verbs are always the report's own.</summary>
internal static class Phrases
{
    private static readonly HashSet<string> TakesPerson = new(StringComparer.OrdinalIgnoreCase)
    {
        "told", "tells", "informed", "informs", "assured", "assures", "warned", "warns", "reminded", "asked", "asks", "urged", "urges", "advised", "promised",
    };

    // A cue is a verb with what belongs to it unless it begins like a phrase of another sort ("in the words of").
    private static readonly HashSet<string> NoVerbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "in", "on", "at", "by", "of", "from", "with", "his", "her", "its", "their",
    };

    /// <summary>A count with its noun: <c>1 report</c>, <c>2 reports</c>.</summary>
    public static string Count(int count, string noun) =>
        $"{count.ToString("#,0", CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>A country by name, or by its code if the table does not have it.</summary>
    public static string Country(string code, BriefOptions options) =>
        options.Countries.TryGetValue(code, out var name) ? name : code;

    /// <summary>The chain above a line: <c>ANI reports that according to TASS, </c>; empty for the report's own voice.</summary>
    public static string Chain(IEnumerable<Voice> voices) => string.Concat(voices.Select(Link));

    /// <summary>The chain above something that is no sentence: <c>India has said: </c>.</summary>
    public static string Heading(IEnumerable<Voice> voices)
    {
        var chain = Chain(voices);
        if (chain.EndsWith(" that ", StringComparison.Ordinal)) return $"{chain[..^6]}: ";
        return chain.EndsWith(", ", StringComparison.Ordinal) ? $"{chain[..^2]}: " : chain;
    }

    /// <summary>The chain as a label of its own: <c>ANI reports, according to TASS</c>.</summary>
    public static string? Via(IEnumerable<Voice> voices)
    {
        var links = voices.Select(voice => IsAccording(voice.Cue) ? $"according to {voice.Name}"
            : voice.Cue is { Length: > 0 } cue && IsVerb(cue) ? $"{voice.Name} {cue}"
            : voice.Name);
        var text = string.Join(", ", links);
        return text.Length == 0 ? null : text;
    }

    /// <summary>Who attributes, by which words, to whom, up to the colon.</summary>
    public static string Saying(string speaker, string? cue, string? addressee)
    {
        var to = addressee is null ? "" : $" to {addressee}";
        if (string.IsNullOrWhiteSpace(cue) || !cue.Any(char.IsLetter)) return $"{speaker}{to}";
        if (IsPassive(cue)) return addressee is null ? $"{cue} by {speaker}" : $"{addressee} {cue} by {speaker}";
        if (IsAccording(cue)) return $"according to {speaker}{to}";
        if (!IsVerb(cue)) return $"{speaker} (“{cue}”){to}";
        if (addressee is not null && TakesPerson.Contains(LastWord(cue))) return $"{speaker} {cue} {addressee}";
        return LastWord(cue).EndsWith("ing", StringComparison.OrdinalIgnoreCase) && !cue.Contains(' ')
            ? $"{speaker}, {cue}{to}"
            : $"{speaker} {cue}{to}";
    }

    /// <summary>What is attributed to nobody by name: "it was announced", "reportedly", "somebody added".</summary>
    public static string Hearsay(string? cue, string? addressee)
    {
        if (cue is not { Length: > 0 }) return "somebody";
        if (cue.EndsWith("ly", StringComparison.Ordinal)) return cue.ToLowerInvariant();
        if (!IsPassive(cue)) return Saying("somebody", cue, addressee);
        if (addressee is not null) return $"{addressee} {cue}";
        var words = cue.Split(' ', 2);
        return $"it {words[0] switch { "are" => "is", "were" => "was", "have" => "has", var word => word }} {words[1]}";
    }

    /// <summary>True if a cue is a passive verb group, which puts who is told before it and who says it behind; "was quoted as saying" is none.</summary>
    private static bool IsPassive(string cue) => cue.Split(' ') is { Length: > 1 } words && !cue.Contains("saying", StringComparison.Ordinal) &&
        (words[0] is "is" or "are" or "was" or "were" || (words.Length > 2 && words[1] == "been")) && !words[^1].EndsWith("ing", StringComparison.Ordinal);

    private static string Link(Voice voice)
    {
        if (voice.Cue is not { Length: > 0 } cue) return $"{voice.Name}: ";
        if (IsAccording(cue)) return $"according to {voice.Name}, ";
        return IsVerb(cue) ? $"{voice.Name} {cue} that " : $"{voice.Name}: ";
    }

    private static bool IsAccording(string? cue) => cue is not null
        && (cue.StartsWith("according", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("as per", StringComparison.OrdinalIgnoreCase)
            || cue.StartsWith("per", StringComparison.OrdinalIgnoreCase));

    private static bool IsVerb(string cue) => char.IsLetter(cue[0]) && !NoVerbs.Contains(cue.Split(' ', 2)[0]);

    private static string LastWord(string cue) => cue[(cue.LastIndexOf(' ') + 1)..];
}
