using Chancery.Extraction.Mentions;
using Chancery.Text.Syntax;

namespace Chancery.Extraction.Events;

/// <summary>
/// Where the parties of a trigger stand: its frame asked of the tree, whatever the voice, through control, raising and light verbs. Gives the heads of nominals, of a
/// coordination the first.
/// </summary>
internal sealed class ArgumentFinder(EventText text)
{
    private const int Deepest = 3;
    private const int Farthest = 8;
    private static readonly string[] Towards = ["to", "with", "against", "on", "for", "from", "in", "between"];
    private readonly SyntaxTree _tree = text.Tree;

    /// <summary>The nominals at one place of a frame, in order; mostly one or none.</summary>
    public IEnumerable<int> At(Trigger trigger, string slot) => slot switch
    {
        "subj" => Some(trigger.IsVerb ? SubjectOf(trigger.Token) : HolderOf(trigger.Token)),
        "obj" => Some(ObjectOf(trigger.Token)),
        "iobj" => Some(text.IsPassive(trigger.Token) ? ObjectOf(trigger.Token) : GivenOf(trigger.Token)),
        "comp" => Within(ClauseUnder(trigger.IsVerb || LightVerbOf(trigger.Token) < 0 ? trigger.Token : LightVerbOf(trigger.Token)), 0),
        "poss" => Some(_tree.PossessorOf(trigger.Token)),
        "mod" => Modifiers(trigger.Token),
        _ => trigger.IsVerb ? Beside(trigger.Token, slot) : BesideNoun(trigger.Token, slot),
    };

    /// <summary>Who does what a light verb says of a noun: "held talks", "the talks that they held".</summary>
    public int HolderOf(int noun)
    {
        if (LightVerbOf(noun) is >= 0 and var verb) return SubjectOf(verb);
        if (text.IsStateOf(noun)) return text.Resolved(_tree.SubjectOf(noun));
        return PlanOf(noun) is >= 0 and var plan ? PlannerOf(plan) : SyntaxTree.None;
    }

    /// <summary>The light verb whose object a noun is, in the passive its subject.</summary>
    public int LightVerbOf(int noun)
    {
        var first = _tree.FirstConjunctOf(noun);
        var verb = _tree.HeadOf(first);
        // "a round of talks", "ten days of war games"
        if (verb >= 0 && _tree.KindOf(first) == DependentKind.NounModifier && text.HasCase(first, "of")) (first, verb) = (verb, _tree.HeadOf(verb));
        if (verb < 0 || !text.Lexicons.IsLight(text.LemmaOf(verb))) return SyntaxTree.None;
        return _tree.KindOf(first) switch
        {
            DependentKind.DirectObject => verb,
            DependentKind.Oblique when !text.IsPassive(verb) && (text.HasCase(first, "in") || text.HasCase(first, "out") || text.HasCase(first, "for")) => verb,
            DependentKind.Subject when text.IsPassive(verb) => verb,
            _ => SyntaxTree.None,
        };
    }

    /// <summary>Who does what a verb says; in the passive its agent.</summary>
    public int SubjectOf(int verb)
    {
        for (var steps = 0; verb >= 0 && steps < Deepest; steps++)
        {
            if (text.IsMisplaced(verb)) return BeforeOf(verb);
            if (text.IsPassive(verb)) return AgentOf(verb);
            if (_tree.KindOf(verb) == DependentKind.Subject && text.IsInfinitive(verb)) return ExpletiveOf(_tree.HeadOf(verb));
            if (!(text.IsInfinitive(verb) && _tree.KindOf(verb) == DependentKind.NounClause) && _tree.UnderstoodSubjectOf(verb) is >= 0 and var subject) return ResultOf(verb, text.Resolved(subject));
            var above = _tree.HeadOf(verb);
            switch (_tree.KindOf(verb))
            {
                case DependentKind.AdverbialClause: verb = above; break;
                case DependentKind.NounClause: return PlannerOf(above);
                default: return SyntaxTree.None;
            }
        }

        return SyntaxTree.None;
    }

    /// <summary>Who has a plan, an order or a deadline: its possessor, or the subject of the verb that has it as object ("announced plans to leave").</summary>
    public int PlannerOf(int noun)
    {
        if (_tree.PossessorOf(noun) is >= 0 and var owner) return owner;
        if (text.Lexicons.EmbedderOf(text.LemmaOf(noun), isVerb: false) != "planned") return SyntaxTree.None;
        return _tree.KindOf(noun) is DependentKind.DirectObject && _tree.HeadOf(noun) is >= 0 and var verb && _tree.UnderstoodSubjectOf(verb) is >= 0 and var subject ? text.Resolved(subject) : SyntaxTree.None;
    }

    /// <summary>The plan, order or deadline for what a noun tells, be it the noun above or the object beside ("set a deadline for the withdrawal").</summary>
    public int PlanOf(int noun)
    {
        var above = _tree.HeadOf(noun);
        if (above < 0) return SyntaxTree.None;
        if (_tree.KindOf(noun) == DependentKind.Oblique && text.HasCase(noun, "for")) above = _tree.ObjectOf(above);
        else if (_tree.KindOf(noun) != DependentKind.NounModifier) return SyntaxTree.None;
        return above >= 0 && text.Lexicons.EmbedderOf(text.LemmaOf(above), isVerb: false) == "planned" ? above : SyntaxTree.None;
    }

    /// <summary>The nominal that ends right before a misplaced verb.</summary>
    private int BeforeOf(int verb)
    {
        var head = verb - 1;
        for (var steps = 0; steps < Farthest && _tree.HeadOf(head) is >= 0 and var above && above < verb; steps++) head = above;
        return head;
    }

    /// <summary>"it is ready to leave", where the parser takes the leaving for the subject.</summary>
    private int ExpletiveOf(int predicate)
    {
        foreach (var child in _tree.Children(predicate))
            if (_tree.KindOf(child) == DependentKind.Expletive)
                return child;
        return SyntaxTree.None;
    }

    /// <summary>Who is given: the indirect object, or the first of two direct ones.</summary>
    private int GivenOf(int verb)
    {
        if (_tree.IndirectObjectOf(verb) is >= 0 and var told) return told;
        var (first, count) = (SyntaxTree.None, 0);
        foreach (var child in _tree.Children(verb))
            if (_tree.KindOf(child) == DependentKind.DirectObject && count++ == 0)
                first = child;
        return count > 1 ? first : SyntaxTree.None;
    }

    /// <summary>To whom or what a verb does it; in the passive its subject.</summary>
    public int ObjectOf(int verb)
    {
        if (text.IsMisplaced(verb)) return _tree.HeadOf(verb);
        if (text.IsPassive(verb)) return text.Resolved(_tree.UnderstoodSubjectOf(verb));
        return text.Resolved(_tree.ObjectOf(verb) is >= 0 and var direct ? direct : _tree.IndirectObjectOf(verb) is >= 0 and var told ? told : RelativeObject(verb));
    }

    /// <summary>"the town that they shelled", where no pronoun need stand.</summary>
    private int RelativeObject(int verb) =>
        _tree.KindOf(verb) == DependentKind.RelativeClause && _tree.SubjectOf(verb) is >= 0 and var subject && _tree.AntecedentOf(subject) < 0 ? _tree.HeadOf(verb) : SyntaxTree.None;

    /// <summary>"was shelled by rebels, killing two": a participle after a passive says what its agent did.</summary>
    private int ResultOf(int verb, int subject) =>
        _tree.KindOf(verb) == DependentKind.AdverbialClause && text.IsTagged(verb, "VBG") && _tree.SubjectOf(verb) < 0 && _tree.HeadOf(verb) is >= 0 and var main && main < verb && text.IsPassive(main) ? AgentOf(main) : subject;

    private int AgentOf(int verb)
    {
        if (_tree.AgentOf(verb) is >= 0 and var agent) return agent;
        foreach (var beside in _tree.ObliquesOf(verb))
            if (text.HasCase(beside, "by")) return beside;
        return SyntaxTree.None;
    }

    /// <summary>What stands with a preposition beside a verb, or beside its object ("imposed sanctions on").</summary>
    private IEnumerable<int> Beside(int verb, string preposition)
    {
        foreach (var child in _tree.ObliquesOf(verb))
            if (text.HasCase(child, preposition)) yield return child;
        foreach (var child in _tree.ObliquesOf(verb))
            if (!text.HasCase(child, "by") && !text.HasCase(child, "after"))
                foreach (var deeper in Modifying(child, preposition)) yield return deeper;
        var thing = ObjectOf(verb);
        if (thing < 0) yield break;
        foreach (var child in Modifying(thing, preposition)) yield return child;
        if (preposition == "of" && _tree.PossessorOf(thing) is >= 0 and var owner) yield return owner;
        if (preposition == "of")
            foreach (var modifier in Modifiers(thing)) yield return modifier;
    }

    private IEnumerable<int> BesideNoun(int noun, string preposition)
    {
        foreach (var child in Modifying(noun, preposition)) yield return child;
        var verb = LightVerbOf(noun);
        if (verb < 0 || preposition is "by" or "of") yield break;
        foreach (var child in _tree.ObliquesOf(verb))
            if (child != noun && text.HasCase(child, preposition)) yield return child;
    }

    /// <summary>What hangs on a noun with a preposition, or deeper: "an attack by Malta on Fiji" hangs Fiji on Malta, "tons of aid to" hangs it on the aid. "of" is the noun's own.</summary>
    private IEnumerable<int> Modifying(int noun, string preposition, int depth = 0)
    {
        foreach (var child in _tree.Children(noun))
            if (_tree.KindOf(child) is DependentKind.NounModifier or DependentKind.Oblique && text.HasCase(child, preposition)) yield return child;
        if (depth >= Deepest || preposition is "of" or "in") yield break;
        foreach (var child in _tree.Children(noun))
            if (_tree.KindOf(child) is DependentKind.NounModifier or DependentKind.Conjunct && !text.HasCase(child, preposition))
                foreach (var deeper in Modifying(child, preposition, depth + 1)) yield return deeper;
    }

    /// <summary>Names, peoples and bodies written before a noun: "Russian", "army".</summary>
    private IEnumerable<int> Modifiers(int noun)
    {
        foreach (var child in _tree.Children(noun))
            if (_tree.KindOf(child) is DependentKind.NominalPart or DependentKind.Description && child < noun && text.MentionAt(child) is { } mention && !mention.Range.Contains(noun) && (mention.Form != MentionForm.Description || mention.Country is not null || mention.Sector is not (null or "MIL"))) yield return child;
    }

    /// <summary>The clause that a predicate governs, be it said, promised or asked; through a noun too ("made an offer to help").</summary>
    public int ClauseUnder(int predicate)
    {
        if (_tree.OpenComplementOf(predicate) is >= 0 and var open) return open;
        if (_tree.ComplementOf(predicate) is >= 0 and var clause) return clause;
        foreach (var child in _tree.Children(predicate))
            if (text.IsInfinitive(child) && _tree.KindOf(child) is DependentKind.NounClause or DependentKind.AdverbialClause && child > predicate) return child;
        return SyntaxTree.None;
    }

    /// <summary>Who is named in a clause as the one it is done to: its objects, then what stands beside, then deeper.</summary>
    private IEnumerable<int> Within(int predicate, int depth)
    {
        if (predicate < 0 || depth > Deepest) yield break;
        if (_tree.KindOf(predicate) == DependentKind.Complement && _tree.SubjectOf(predicate) is >= 0 and var subject && !text.IsPassive(predicate)) yield return subject;
        if (GivenOf(predicate) is >= 0 and var told) yield return told;
        foreach (var preposition in Towards)
            foreach (var beside in Beside(predicate, preposition)) yield return beside;
        if (ObjectOf(predicate) is >= 0 and var thing && !text.IsPassive(predicate)) yield return thing;
        foreach (var deeper in Within(ClauseUnder(predicate), depth + 1)) yield return deeper;
    }

    /// <summary>"threatened to leave if Malta goes on": who can still help it is warned.</summary>
    public IEnumerable<int> Warned(int verb)
    {
        for (var (at, steps) = (verb, 0); at >= 0 && steps < Deepest; (at, steps) = (ClauseUnder(at), steps + 1))
            foreach (var child in _tree.Children(at))
                if (_tree.KindOf(child) == DependentKind.AdverbialClause && (text.Is(_tree.MarkOf(child), "if") || text.Is(_tree.MarkOf(child), "unless")) && SubjectOf(child) is >= 0 and var subject)
                    yield return subject;
    }

    /// <summary>What stands in the aim or the cause of a protest: "blocked roads to demand a reply from the government", "a strike over a bill signed by the minister".</summary>
    public IEnumerable<int> Aimed(int protest, int end)
    {
        var main = LightVerbOf(protest) is >= 0 and var light ? light : protest;
        for (var child = protest + 1; child < end; child++)
            if (_tree.HeadOf(child) == main ? IsAim(child) : _tree.KindOf(child) == DependentKind.AdverbialClause && text.IsInfinitive(child) && _tree.IsUnder(child, main))
                for (var token = child; token < end; token++)
                    if (text.IsNominal(token) && (token == child || _tree.IsUnder(token, child)) && _tree.KindOf(token) is not (DependentKind.Subject or DependentKind.NominalPart))
                        yield return token;
    }

    private bool IsAim(int child) => _tree.KindOf(child) switch
    {
        DependentKind.AdverbialClause or DependentKind.NounClause or DependentKind.OpenComplement => !text.Is(_tree.MarkOf(child), "after") && !text.Is(_tree.MarkOf(child), "before") && !text.Is(_tree.MarkOf(child), "when"),
        DependentKind.Oblique or DependentKind.NounModifier => text.HasCase(child, "over") || text.HasCase(child, "against") || text.HasCase(child, "at") || text.Is(child, "protest") || text.Is(child, "defiance"),
        _ => false,
    };

    private static IEnumerable<int> Some(int token) => token >= 0 ? [token] : [];
}
