using Chancery.Text.Lemmas;
using Chancery.Text.Lexicons;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Text.Factuality;

/// <summary>
/// The status that a predicate's own words give it: its verb group, negation, adverbs, what modifies a noun, the conditions beside it. Nothing above it is looked at; nothing is given
/// where its words say nothing (an infinitive, a participle, a bare noun).
/// </summary>
internal sealed class ToldStatus(StatusLexicons lexicons, SyntaxTree tree)
{
    private static readonly ulong No = TokenKey.Of("no"), Next = TokenKey.Of("next"), Question = TokenKey.Of("?");
    private static readonly RelationSet Adverbs = RelationSet.Of(Relation.Advmod, Relation.Obl, Relation.OblUnmarked);

    /// <summary>The status, or <see langword="null"/>.</summary>
    public Status? Of(int predicate)
    {
        if (IsConditionalMain(predicate)) return Status.Conditional;
        var told = IsNominal(predicate) ? OfNoun(predicate) : OfVerb(predicate);
        return told is Status.Occurred or Status.Ongoing or null ? OfAdverbs(predicate, told) : told;
    }

    /// <summary>True for a noun without a copula.</summary>
    public bool IsNominal(int predicate) => tree.UposOf(predicate) is Upos.NOUN or Upos.PROPN && tree.CopulaOf(predicate) == SyntaxTree.None;

    /// <summary>True for a clause opened by an inverted auxiliary: "should they leave", "had they left".</summary>
    public bool IsInverted(int clause)
    {
        var first = tree.Yield(clause).First;
        return tree.RelationOf(clause) == Relation.Advcl && tree.MarkOf(clause) == SyntaxTree.None && tree.HeadOf(first) == clause && tree.RelationOf(first) is Relation.Aux or Relation.AuxPass
            && tree.SubjectOf(clause) > first;
    }

    private Status? OfNoun(int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            if (tree.RelationOf(child) == Relation.Det && tree.KeyOf(child) == No) return Status.Denied;
            if (tree.RelationOf(child) is not (Relation.Amod or Relation.Compound)) continue;
            if (lexicons.Adjective(tree.KeyOf(child)) is { } entry && StatusLexicons.EffectOf(entry, 1) is var effect and > Effect.Kept) return StatusReader.StatusOf(effect);
        }

        return null;
    }

    private Status? OfVerb(int verb)
    {
        var holder = tree.AuxiliaryHolderOf(verb);
        var isDenied = tree.NegationOf(verb) >= 0 || tree.NegativeArgumentOf(verb) >= 0 || (holder != verb && tree.NegationOf(holder) >= 0);
        if (OfModal(holder, isDenied) is { } modal) return modal;
        if (tree.ModalityOf(verb) == Modality.HaveTo && tree.TenseOf(tree.HeadOf(holder)) == WrittenTense.Present) return Status.Possible;
        if (isDenied) return Status.Denied;
        if (IsAsked(verb) || IsBidden(verb)) return Status.Possible;
        if (IsHeadlineToCome(verb)) return Status.Planned;
        if (tree.CaseOf(verb) is >= 0 and var opener && tree.PennOf(verb).Is("VB") && lexicons.Opener(tree.Document, opener) is { } entry) return StatusReader.StatusOf(StatusLexicons.EffectOf(entry, 0));
        return tree.TenseOf(verb) switch
        {
            WrittenTense.None => null,
            _ when tree.PennOf(verb).Is("VBG") => Status.Ongoing,
            WrittenTense.Present when lexicons.IsState(tree.Document.Lemmas[verb].Key) => Status.Ongoing,
            _ => Status.Occurred,
        };
    }

    private Status? OfModal(int holder, bool isDenied)
    {
        LexiconEntry? entry = null;
        foreach (var auxiliary in tree.AuxiliariesOf(holder))
        {
            if (entry is null) entry = tree.PennOf(auxiliary).Is("MD") ? lexicons.Modal(tree.KeyOf(auxiliary)) : null;
            else if (FunctionKeys.IsHave(tree.KeyOf(auxiliary)) && !isDenied) return StatusReader.StatusOf(StatusLexicons.EffectOf(entry, 2));
        }

        return entry is null ? null : StatusReader.StatusOf(StatusLexicons.EffectOf(entry, isDenied ? 1 : 0));
    }

    private Status? OfAdverbs(int predicate, Status? told)
    {
        foreach (var child in tree.Children(predicate, Adverbs))
        {
            var effect = lexicons.Adverb(tree.KeyOf(child));
            if (effect is Effect.Possible or Effect.Denied) return StatusReader.StatusOf(effect);
            if (effect == Effect.Planned && tree.TenseOf(predicate) == WrittenTense.Present) return Status.Planned;
            if (IsNext(child) && tree.TenseOf(predicate) == WrittenTense.Present) return Status.Planned;
        }

        return told;
    }

    /// <summary>"next week", and a preposition before it.</summary>
    private bool IsNext(int time)
    {
        foreach (var child in tree.Children(time, RelationSet.Of(Relation.Amod)))
            if (tree.KeyOf(child) == Next)
                return true;
        return false;
    }

    /// <summary>A condition hangs on it.</summary>
    private bool IsConditionalMain(int predicate)
    {
        foreach (var clause in tree.Children(predicate, RelationSet.Of(Relation.Advcl)))
        {
            if (IsInverted(clause)) return true;
            if (tree.MarkOf(clause) is >= 0 and var mark && lexicons.Opener(tree.Document, mark) is { } entry && StatusLexicons.EffectOf(entry, 2) == Effect.Conditional) return true;
        }

        return false;
    }

    /// <summary>"Did they leave?"</summary>
    private bool IsAsked(int verb)
    {
        if (!tree.IsRoot(verb)) return false;
        var last = tree.Yield(verb).End - 1;
        return last > verb && tree.KeyOf(last) == Question;
    }

    /// <summary>"Leave at once": a bare verb form that opens its sentence.</summary>
    private bool IsBidden(int verb) => tree.IsRoot(verb) && tree.PennOf(verb).Is("VB") && tree.SubjectOf(verb) == SyntaxTree.None && tree.MarkOf(verb) == SyntaxTree.None && tree.Yield(verb).First == verb;

    /// <summary>"Ministers to meet in Oslo".</summary>
    private bool IsHeadlineToCome(int verb) => tree.IsRoot(verb) && tree.PennOf(verb).Is("VB") && tree.SubjectOf(verb) >= 0 && tree.MarkOf(verb) > tree.SubjectOf(verb);
}
