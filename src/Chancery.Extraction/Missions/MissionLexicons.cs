using Chancery.Text.Factuality;
using Chancery.Text.Lexicons;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Missions;

/// <summary>The words of missions: what they are called, who works there, what they do, and in which state a word leaves them.</summary>
internal sealed class MissionLexicons
{
    private static readonly Status[] Columns = [Status.Occurred, Status.Ongoing, Status.Planned, Status.Possible, Status.Denied];

    private readonly Dictionary<ulong, LexiconEntry> _states;
    private readonly HashSet<ulong> _staff;
    private readonly HashSet<ulong> _work;

    public MissionLexicons(Resources resources)
    {
        Nouns = resources.Lexicon("mission-nouns");
        var (states, staff, work) = (resources.Lexicon("mission-states"), resources.Lexicon("mission-staff"), resources.Lexicon("mission-work"));
        _states = states.Entries.ToDictionary(entry => TokenKey.Of(entry.Form));
        (_staff, _work) = (Keys(staff), Keys(work));
        Hash = string.Concat(Nouns.Hash, states.Hash, staff.Hash, work.Hash);
    }

    /// <summary>"embassy", "consulate general", with the type.</summary>
    public Lexicon Nouns { get; }

    /// <summary>A hash over all of them.</summary>
    public string Hash { get; }

    public LexiconEntry? StateWord(ulong lemma) => _states.GetValueOrDefault(lemma);

    public bool IsStaff(ulong lemma) => _staff.Contains(lemma);

    public bool IsWork(ulong lemma) => _work.Contains(lemma);

    /// <summary>True if the word's state comes about where it takes this: <c>itself</c>, <c>staff</c>, <c>work</c>.</summary>
    public static bool Takes(LexiconEntry entry, string what) => entry.Field(0).Split(' ').Contains(what, StringComparer.Ordinal);

    /// <summary>The mission's state where the word has that status; a condition counts as possible. <see langword="null"/> if it says nothing of it.</summary>
    public static string? StateOf(LexiconEntry entry, Status status)
    {
        var column = Array.IndexOf(Columns, status == Status.Conditional ? Status.Possible : status);
        return entry.Field(1 + column) is { Length: > 0 } state ? state : null;
    }

    private static HashSet<ulong> Keys(Lexicon lexicon) => [.. lexicon.Entries.Select(entry => TokenKey.Of(entry.Form))];
}
