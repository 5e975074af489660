using Chancery.Text;
using Chancery.Text.Factuality;
using Chancery.Text.Lemmas;
using Chancery.Text.Lexicons;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Missions;

/// <summary>What a word says of a mission.</summary>
/// <param name="Noun">The mission's noun.</param>
/// <param name="Cue">The word.</param>
/// <param name="Words">From the first to the last word by which it is said, without the mission's own.</param>
/// <param name="State">The state it leaves the mission in.</param>
/// <param name="IsThere">True for "there is", "there are no".</param>
internal readonly record struct MissionCue(int Noun, int Cue, TokenRange Words, string State, bool IsThere = false);

/// <summary>
/// Finds the words that tell the state of a mission, and their status: "closed", "has no plans to evacuate", "there are no diplomats at". A word whose status says nothing of the mission's state
/// ("would reopen") gives none.
/// </summary>
internal sealed class MissionCues(Document document, SyntaxTree tree, MissionLexicons lexicons, StatusReader statuses)
{
    private const int MostSteps = 6;
    private static readonly DependentKind[] Inside = [DependentKind.NounModifier, DependentKind.Possessor, DependentKind.NominalPart];

    /// <summary>The cues for missions at these nouns.</summary>
    public IEnumerable<MissionCue> Find(HashSet<int> nouns)
    {
        foreach (var sentence in nouns.Select(noun => document.Sentences[document.SentenceAt(document.Tokens[noun].Span.Start)]).DistinctBy(sentence => sentence.First).OrderBy(sentence => sentence.First))
            for (var token = sentence.First; token < sentence.End; token++)
                foreach (var cue in At(token, nouns))
                    yield return cue;
    }

    private IEnumerable<MissionCue> At(int token, HashSet<int> nouns)
    {
        if (lexicons.StateWord(LemmaOf(token)) is { } entry && (document.Tags[token].Upos == Upos.NOUN) == MissionLexicons.Takes(entry, "noun"))
        {
            var status = statuses.Of(tree, token, 0);
            if (status == Status.Occurred && IsGoingOn(token)) status = Status.Ongoing;
            if (MissionLexicons.StateOf(entry, status) is not { } state) yield break;
            foreach (var noun in Missions(token, entry, nouns)) yield return new MissionCue(noun, token, Words(token), state == "reduced" && IsAll(tree.IsPassive(token) ? tree.UnderstoodSubjectOf(token) : tree.ObjectOf(token)) ? "unstaffed" : state);
        }
        else if (nouns.Contains(token) && IsThere(token))
        {
            yield return new MissionCue(token, token, Words(tree.HeadOf(token)), "open", IsThere: true);
        }
        else if (lexicons.IsStaff(LemmaOf(token)) && IsThere(token))
        {
            var state = IsNone(token) ? "unstaffed" : "open";
            foreach (var noun in Under(token, nouns).Concat(Under(tree.HeadOf(token), nouns)).Distinct()) yield return new MissionCue(noun, token, Words(token).Cover(Words(tree.HeadOf(token))), state, IsThere: true);
        }
    }

    /// <summary>"is being evacuated", "the evacuation of … has begun", "evacuation is under way".</summary>
    private bool IsGoingOn(int token)
    {
        foreach (var auxiliary in tree.AuxiliariesOf(token))
            if (document.TextOf(document.Tokens[auxiliary]) is "being")
                return true;
        return false;
    }

    private IEnumerable<int> Missions(int token, LexiconEntry entry, HashSet<int> nouns)
    {
        var found = new List<int>();
        var thing = tree.ObjectOf(token);
        if (MissionLexicons.Takes(entry, "itself")) AddItself(token, thing, nouns, found);
        if (MissionLexicons.Takes(entry, "staff")) AddAround(token, lexicons.IsStaff, nouns, found);
        if (MissionLexicons.Takes(entry, "work")) AddAround(token, lexicons.IsWork, nouns, found);
        return found.Distinct();
    }

    /// <summary>The mission is closed, or closes; the closing of it, its closing; or it has no plans to close.</summary>
    private void AddItself(int token, int thing, HashSet<int> nouns, List<int> found)
    {
        var isNoun = document.Tags[token].Upos == Upos.NOUN;
        foreach (var child in tree.Children(token))
        {
            var isTaken = tree.KindOf(child) is DependentKind.DirectObject or DependentKind.Subject || (isNoun && Inside.Contains(tree.KindOf(child)));
            if (isTaken && (thing < 0 || child == thing || tree.KindOf(child) != DependentKind.Subject)) found.AddRange(Joined(child, nouns));
        }

        if (found.Count > 0 || (thing >= 0 && !nouns.Contains(thing))) return;
        if (tree.KindOf(token) == DependentKind.NominalPart && nouns.Contains(tree.HeadOf(token)) && document.Tags[token].Upos != Upos.NOUN) found.Add(tree.HeadOf(token));
        for (var (above, steps) = (token, 0); steps < MostSteps && above >= 0 && found.Count == 0; (above, steps) = (tree.HeadOf(above), steps + 1))
        {
            if (tree.KindOf(above) is DependentKind.RelativeClause or DependentKind.AdverbialClause or DependentKind.Complement) break;
            if (tree.UnderstoodSubjectOf(above) is >= 0 and var subject) found.AddRange(Joined(subject, nouns));
            if (tree.SubjectOf(above) >= 0) break;
        }
    }

    /// <summary>"withdrew diplomats from the embassy", "suspended work at the embassy", "the embassy suspended its work".</summary>
    private void AddAround(int token, Func<ulong, bool> isThing, HashSet<int> nouns, List<int> found)
    {
        var thing = SyntaxTree.None;
        foreach (var child in tree.Children(token))
            if (tree.KindOf(child) is DependentKind.DirectObject or DependentKind.Subject or DependentKind.NounModifier && isThing(LemmaOf(child)))
                thing = child;
        if (thing < 0) return;
        found.AddRange(Under(token, nouns));
        found.AddRange(Under(thing, nouns));
    }

    /// <summary>The missions that hang on a word, and those joined with them.</summary>
    private List<int> Under(int token, HashSet<int> nouns)
    {
        var found = new List<int>();
        foreach (var child in tree.Children(token))
            if (tree.KindOf(child) is DependentKind.Subject or DependentKind.DirectObject or DependentKind.Oblique or DependentKind.NounModifier or DependentKind.Possessor or DependentKind.NominalPart)
                found.AddRange(Joined(child, nouns));
        return found;
    }

    private IEnumerable<int> Joined(int token, HashSet<int> nouns)
    {
        if (nouns.Contains(token)) yield return token;
        foreach (var child in tree.Children(token).ToArray())
            if (tree.KindOf(child) == DependentKind.Conjunct && nouns.Contains(child))
                yield return child;
    }

    /// <summary>"there is a consulate", "there are no diplomats".</summary>
    private bool IsThere(int token)
    {
        if (tree.KindOf(token) != DependentKind.Subject) return false;
        foreach (var sibling in tree.Children(tree.HeadOf(token)))
            if (tree.KindOf(sibling) == DependentKind.Expletive)
                return true;
        return false;
    }

    private bool IsNone(int noun)
    {
        if (tree.NegationOf(tree.HeadOf(noun)) >= 0) return true;
        foreach (var child in tree.Children(noun))
            if (document.TextOf(document.Tokens[child]) is "no" or "No")
                return true;
        return false;
    }

    private bool IsAll(int noun)
    {
        if (noun < 0) return false;
        foreach (var child in tree.Children(noun))
            if (document.TextOf(document.Tokens[child]) is "all")
                return true;
        return false;
    }

    /// <summary>The word with what denies it, its auxiliaries, and the words above it up to the one that has a subject: "had no plans to evacuate".</summary>
    private TokenRange Words(int token)
    {
        var range = new TokenRange(token, token + 1);
        for (var (at, steps) = (token, 0); steps < MostSteps && at >= 0; (at, steps) = (tree.HeadOf(at), steps + 1))
        {
            range = range.Cover(new TokenRange(at, at + 1));
            foreach (var child in tree.Children(at))
                if (tree.KindOf(child) == DependentKind.Subject) range = range.Cover(tree.NominalCoreOf(child));
                else if (tree.KindOf(child) is DependentKind.Auxiliary or DependentKind.Expletive || child == tree.NegationOf(at)) range = range.Cover(new TokenRange(child, child + 1));
            if (tree.SubjectOf(at) >= 0 || tree.KindOf(at) is DependentKind.Root or DependentKind.AdverbialClause or DependentKind.RelativeClause or DependentKind.Complement) break;
        }

        return range;
    }

    private ulong LemmaOf(int token) => document.Layer<Lemma>()[token].Key;
}
