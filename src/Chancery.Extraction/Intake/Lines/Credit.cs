using System.Buffers;

namespace Chancery.Extraction.Intake.Lines;

/// <summary>
/// A line that gives credit for content: "(With inputs from X)", "Inputs from X, Y", "Reporting by A; Editing by B",
/// "(Agencies)". Picture credits are captions, not credits.
/// </summary>
/// <param name="Agencies">The agencies and papers credited, by the names to record; generic ones in the report's words.</param>
/// <param name="Bylines">The reporters it names.</param>
internal sealed record Credit(List<string> Agencies, List<string> Bylines)
{
    private const int Longest = 300;
    private const string Contribution = " contributed to this ";
    private static readonly SearchValues<char> PhraseEnds = SearchValues.Create(".,;()\n");
    private static readonly string[] Separators = [", ", "; ", " and ", " & ", "/", " | ", ","];

    /// <summary>The reading of the line, or <see langword="null"/> if it gives no credit.</summary>
    public static Credit? Read(string line)
    {
        if (line.Length > Longest) return null;
        var body = line.Trim(' ', '(', ')', '[', ']', '.', '-', '–', '—', '*', '"', '|', '•', '_');
        return Contributed(body) ?? Reporting(body) ?? From(line, body) ?? Stated(body) ?? Bare(line, body);
    }

    /// <summary>A credit in brackets at the end of a paragraph: where it begins, or −1.</summary>
    public static int StartAtEnd(string paragraph)
    {
        var end = paragraph.AsSpan().TrimEnd(" .").Length;
        if (end == 0 || paragraph[end - 1] is not (')' or ']')) return -1;
        var start = paragraph.LastIndexOf(paragraph[end - 1] == ')' ? '(' : '[', end - 1);
        return start > 0 && Read(paragraph[start..end]) is not null ? start : -1;
    }

    /// <summary>The agencies that "according to an X report" names in running text.</summary>
    public static List<string> InText(string text)
    {
        var found = new List<string>();
        foreach (var cue in IntakeTables.Credits.Entries.Where(entry => entry.Field(0) == "running"))
            for (var at = text.IndexOf(cue.Form, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(cue.Form, at + 1, StringComparison.OrdinalIgnoreCase))
                found.AddRange(AfterCue(text, at + cue.Form.Length, cue.Field(1)));
        return found;
    }

    /// <summary>The agencies in a list of names; what is not in the table is left out.</summary>
    public static List<string> AgenciesIn(string list)
    {
        var found = new List<string>();
        foreach (var part in PartsOf(list))
            if ((Agency(part) ?? Employer(part)) is { } name && !found.Contains(name))
                found.Add(name);
        return found;
    }

    /// <summary>The agency of "Kestrel writer Tam Ferrow": what stands before the word for one who works there.</summary>
    private static string? Employer(string part)
    {
        for (var at = part.IndexOf(' ', StringComparison.Ordinal); at > 0; at = part.IndexOf(' ', at + 1))
        {
            var rest = part.AsSpan(at + 1);
            var end = rest.IndexOf(' ');
            if (end > 0 && IntakeTables.Credits.Has(rest[..end], "tail") && Agency(part.AsSpan(0, at)) is { } name) return name;
        }

        return null;
    }

    /// <summary>
    /// As the other, where the place of the list says that only agencies stand in it: a name of one capitalised word or in
    /// capitals that the table does not know is taken too. A person has two names.
    /// </summary>
    public static List<string> AgenciesByPlace(string list)
    {
        var found = new List<string>();
        foreach (var part in PartsOf(list))
            if ((Agency(part) ?? Unknown(part)) is { } name && !found.Contains(name))
                found.Add(name);
        return found;
    }

    private static string? Unknown(string part)
    {
        var name = part.Trim(' ', '.', ',', ':', '"', '(', ')');
        if (name.Length is < 2 or > 30 || !char.IsUpper(name[0]) || !name.All(char.IsLetter)) return null;
        return IntakeTables.Bylines.Contains(name) || IntakeTables.DateWords.Contains(name) || IntakeTables.Lines.Contains(name) ? null : name;
    }

    /// <summary>The name to record for this form; a generic one as the report has it.</summary>
    public static string? Agency(ReadOnlySpan<char> form)
    {
        form = form.Trim(" ().,:;'\"“”[]*-–—");
        if (form.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) form = form[4..];
        var entry = IntakeTables.Agencies.Find(form) ?? IntakeTables.Agencies.Find(WithoutTail(form));
        if (entry is null) return null;
        return entry.Field(1) == "generic" ? form.ToString() : entry.Field(0);
    }

    private static ReadOnlySpan<char> WithoutTail(ReadOnlySpan<char> form)
    {
        foreach (var entry in IntakeTables.Credits.Entries)
            if (entry.Field(0) == "tail" && form.EndsWith(entry.Form, StringComparison.OrdinalIgnoreCase) && form.Length > entry.Form.Length + 1)
                return form[..^entry.Form.Length].TrimEnd();
        return form;
    }

    /// <summary>"AP and Reuters contributed to this report".</summary>
    private static Credit? Contributed(string body)
    {
        var at = body.IndexOf(Contribution, StringComparison.OrdinalIgnoreCase);
        if (at <= 0) return null;
        var piece = body.AsSpan(at + Contribution.Length).Trim(" .)");
        return IntakeTables.Credits.Has(piece, "piece") || IntakeTables.Credits.Has(piece, "noun") ? new Credit(AgenciesIn(body[..at]), []) : null;
    }

    /// <summary>"Reporting by A and B; Editing by C".</summary>
    private static Credit? Reporting(string body)
    {
        foreach (var entry in IntakeTables.Credits.Entries)
        {
            if (entry.Field(0) != "hand" || !body.StartsWith(entry.Form, StringComparison.OrdinalIgnoreCase)) continue;
            if (entry.Field(1) != "reporter") return new Credit([], []);
            var names = body[entry.Form.Length..].Split([';', '('], 2)[0].Replace(", and ", ", ", StringComparison.OrdinalIgnoreCase);
            var editing = names.IndexOf(" editing by", StringComparison.OrdinalIgnoreCase);
            return new Credit(AgenciesIn(names), Byline.Names((editing > 0 ? names[..editing] : names).Trim()));
        }

        return null;
    }

    /// <summary>
    /// "With inputs from X": after "with" any noun will do, as machine translation changes it, if an agency follows "from";
    /// with a noun of the table an unknown name will do, if nothing but names follows or brackets stand around. A sentence
    /// about reports from somewhere is none.
    /// </summary>
    private static Credit? From(string line, string body)
    {
        var at = body.IndexOf(" from ", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return WithAgencies(body);
        var before = body[..at].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (before.Length is 0 or > 4) return null;
        var list = body[(at + " from ".Length)..];
        var agencies = AgenciesIn(list);
        var with = before[0].Equals("with", StringComparison.OrdinalIgnoreCase);
        var noun = IntakeTables.Credits.Has(before[^1], "noun");
        var named = AgenciesByPlace(list);
        var bracketed = line.Length > 0 && line[0] is '(' or '[';
        if (noun && (with || before.Length <= 2) && (named.Count == PartsOf(list).Length || (with && bracketed))) return new Credit(named, []);
        return with && agencies.Count > 0 && (bracketed || !TextShape.EndsSentence(line)) ? new Credit(agencies, []) : null;
    }

    /// <summary>"With agency inputs", "With agencies".</summary>
    private static Credit? WithAgencies(string body)
    {
        var words = body.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 5 || !words[0].Equals("with", StringComparison.OrdinalIgnoreCase)) return null;
        var last = IntakeTables.Credits.Has(words[^1], "noun") ? words[1..^1] : words[1..];
        var agencies = AgenciesIn(string.Join(' ', last));
        return agencies.Count > 0 ? new Credit(agencies, []) : null;
    }

    /// <summary>"Source: X", "This story was first published by X": sentences that the table knows the beginning of.</summary>
    private static Credit? Stated(string body)
    {
        foreach (var entry in IntakeTables.Credits.Entries)
            if (entry.Field(0) == "start" && body.StartsWith(entry.Form, StringComparison.OrdinalIgnoreCase))
            {
                var agencies = AgenciesIn(body[entry.Form.Length..].TrimStart(':', ' '));
                return agencies.Count > 0 || entry.Field(1) == "alone" ? new Credit(agencies, []) : null;
            }

        return null;
    }

    /// <summary>"(AP)", "— PTI", "(Agencies)": nothing but agencies, set off by brackets or a dash.</summary>
    private static Credit? Bare(string line, string body)
    {
        if (line.Length == 0 || line[0] is not ('(' or '[' or '-' or '–' or '—') || body.Length > 60) return null;
        var parts = PartsOf(body);
        var agencies = AgenciesIn(body);
        return parts.Length > 0 && agencies.Count == parts.Length ? new Credit(agencies, []) : null;
    }

    private static string[] PartsOf(string list) => list.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static List<string> AfterCue(string text, int start, string end)
    {
        var window = text.AsSpan(start, Math.Min(60, text.Length - start));
        var stop = end.Length > 0 ? window.IndexOf(end, StringComparison.OrdinalIgnoreCase) : window.IndexOfAny(PhraseEnds);
        if (stop < 0) return [];
        return Agency(window[..stop]) is { } name ? [name] : [];
    }
}
