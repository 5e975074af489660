using Chancery.Text.Lexicons;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Text.Factuality;

/// <summary>Finds the word above a predicate that bears on its status, and what it makes of it.</summary>
internal sealed class GoverningWords(StatusLexicons lexicons, SyntaxTree tree)
{
    private const int Clause = 0, Object = 1, Subject = 2, VerbDenied = 3, NounOf = 1, AdjectiveDenied = 2;
    private const int LongestChain = 64;
    private static readonly ulong To = TokenKey.Of("to"), Be = TokenKey.Of("be"), From = TokenKey.Of("from"), Too = TokenKey.Of("too");
    private static readonly RelationSet Openers = RelationSet.Of(Relation.Case, Relation.Cc);

    /// <summary>The governing word, or <see langword="null"/> if the predicate stands by itself: in a main or relative clause.</summary>
    public Governed? Above(int token)
    {
        var first = FirstOf(token);
        var above = tree.HeadOf(first);
        if (above < 0) return null;
        return tree.RelationOf(first) switch
        {
            Relation.Ccomp or Relation.Xcomp or Relation.Csubj or Relation.CsubjPass or Relation.CsubjOuter => OfClause(token, first, above),
            Relation.Advcl => OfAdverbial(token, first, above),
            Relation.Acl => OfNounClause(token, first, above),
            Relation.Obj or Relation.NsubjPass or Relation.OblUnmarked => OfNominal(token, above, Object),
            Relation.Nsubj => OfNominal(token, above, Subject),
            Relation.Obl or Relation.Nmod => OfPrepositional(token, first, above),
            Relation.Compound => lexicons.Noun(LemmaOf(above)) is { } noun && StatusLexicons.EffectOf(noun, NounOf) is var effect and not Effect.None ? Make(token, above, effect, Effect.None, false) : null,
            _ => null,
        };
    }

    /// <summary>The first of a coordination: what governs it governs all.</summary>
    private int FirstOf(int token)
    {
        for (var steps = 0; steps < LongestChain && tree.RelationOf(token) == Relation.Conj && tree.HeadOf(token) >= 0; steps++) token = tree.HeadOf(token);
        return token;
    }

    private Governed OfClause(int token, int first, int above)
    {
        var isInfinitive = IsInfinitive(first);
        if (LemmaOf(above) == Be && isInfinitive) return Make(token, above, Effect.Planned, Effect.Denied, true);
        if (Opened(token, first, above, Clause) is { } opened) return opened;
        if (IsTooMuch(above)) return Make(token, above, Effect.Denied, Effect.Denied, true);
        var entry = EntryOf(above);
        return entry is null ? new Governed(token, above, Effect.None, Effect.None, true) : Make(token, above, StatusLexicons.EffectOf(entry, Clause), DeniedOf(above, entry), true);
    }

    private Governed OfAdverbial(int token, int first, int above)
    {
        if (new ToldStatus(lexicons, tree).IsInverted(first)) return new Governed(token, above, Effect.Conditional, Effect.Conditional, true);
        if (Opened(token, first, above, Clause) is { } opened) return opened;
        var mark = tree.MarkOf(first);
        if (IsTooMuch(above)) return Make(token, above, Effect.Denied, Effect.Denied, true);
        var entry = (mark >= 0 ? lexicons.VerbWith(LemmaOf(above), tree.KeyOf(mark)) : null) ?? EntryOf(above);
        var isInfinitive = IsInfinitive(first);
        var isAsked = entry is not null && StatusLexicons.EffectOf(entry, Clause) == Effect.Possible;
        if (isInfinitive && !isAsked && tree.UposOf(above) != Upos.ADJ) return Make(token, above, Effect.Planned, Effect.Denied, true);
        var isGoverned = entry is not null && (isInfinitive || (mark >= 0 && tree.PennOf(mark).Is("IN") && tree.PennOf(first).Is("VBG")));
        if (isGoverned) return Make(token, above, StatusLexicons.EffectOf(entry!, Clause), DeniedOf(above, entry!), true);
        return new Governed(token, above, mark < 0 ? Effect.Kept : Effect.None, mark < 0 ? Effect.Denied : Effect.None, true, IsTime: mark >= 0);
    }

    private Governed? OfNounClause(int token, int first, int above)
    {
        if (tree.MarkOf(first) == SyntaxTree.None && !tree.PennOf(first).Is("VB")) return null;
        var effect = lexicons.Noun(LemmaOf(above)) is { } entry ? StatusLexicons.EffectOf(entry, Clause) : Effect.None;
        if (effect == Effect.None && tree.PennOf(first).Is("VB")) effect = Effect.Possible;
        return effect == Effect.None ? null : Make(token, above, effect, Effect.None, true);
    }

    private Governed? OfNominal(int token, int above, int column)
    {
        var entry = tree.UposOf(above) is Upos.VERB or Upos.AUX ? lexicons.Verb(LemmaOf(above), ParticleOf(above)) : null;
        if (entry is null && column == Subject && tree.CopulaOf(above) >= 0 && lexicons.Adjective(tree.KeyOf(above)) is { } adjective)
            return Make(token, above, StatusLexicons.EffectOf(adjective, Clause), DeniedOf(above, adjective), false);
        var effect = entry is null ? Effect.None : StatusLexicons.EffectOf(entry, column);
        return effect == Effect.None ? null : Make(token, above, effect, Effect.None, false);
    }

    private Governed? OfPrepositional(int token, int first, int above)
    {
        var preposition = tree.CaseOf(first);
        if (preposition < 0) return null;
        if (tree.KeyOf(preposition) == From && tree.UposOf(above) == Upos.VERB && lexicons.Verb(LemmaOf(above)) is { } kept && StatusLexicons.EffectOf(kept, Clause) == Effect.Denied)
            return Make(token, above, Effect.Denied, DeniedOf(above, kept), false);
        if (lexicons.Opener(tree.Document, preposition) is { } opener && StatusLexicons.EffectOf(opener, 1) is var opened and not (Effect.None or Effect.Own))
            return new Governed(token, above, opened, opened, false);
        var effect = tree.UposOf(above) is Upos.NOUN
            ? lexicons.Noun(LemmaOf(above)) is { } noun ? StatusLexicons.EffectOf(noun, NounOf) : Effect.None
            : lexicons.VerbWith(LemmaOf(above), tree.KeyOf(preposition)) is { } verb ? StatusLexicons.EffectOf(verb, Object) : Effect.None;
        return effect == Effect.None ? null : Make(token, above, effect, Effect.None, false);
    }

    /// <summary>By the word that opens the clause: "if", "without".</summary>
    private Governed? Opened(int token, int first, int above, int column)
    {
        var opener = tree.MarkOf(first) is >= 0 and var mark ? mark : tree.RelationOf(first) == Relation.Conj ? SyntaxTree.None : tree.Child(first, Openers);
        if (opener < 0 || lexicons.Opener(tree.Document, opener) is not { } entry) return null;
        var effect = StatusLexicons.EffectOf(entry, column);
        // "asked if he left", "unclear if he left": a question, no condition.
        var isAsked = effect == Effect.Conditional && (tree.RelationOf(first) == Relation.Ccomp || (EntryOf(above) is { } over && StatusLexicons.EffectOf(over, Clause) == Effect.Possible));
        if (isAsked) effect = Effect.Possible;
        return effect is Effect.None or Effect.Own ? null : new Governed(token, above, effect, effect, true);
    }

    private LexiconEntry? EntryOf(int above) => tree.UposOf(above) switch
    {
        Upos.VERB or Upos.AUX => lexicons.Verb(LemmaOf(above), ParticleOf(above)) ?? lexicons.Adjective(tree.KeyOf(above)),
        Upos.ADJ or Upos.ADV or Upos.ADP => lexicons.Adjective(tree.KeyOf(above)) ?? lexicons.Verb(LemmaOf(above)),
        _ => lexicons.Noun(LemmaOf(above)),
    };

    private Effect DeniedOf(int above, LexiconEntry entry) => tree.UposOf(above) is Upos.VERB or Upos.AUX && lexicons.Verb(LemmaOf(above), ParticleOf(above)) == entry
        ? StatusLexicons.EffectOf(entry, VerbDenied)
        : lexicons.Adjective(tree.KeyOf(above)) == entry ? StatusLexicons.EffectOf(entry, AdjectiveDenied) : Effect.None;

    private ulong LemmaOf(int token) => tree.Document.Layer<Lemmas.Lemma>()[token].Key;

    /// <summary>"called off"; "went ahead", whose second word is an adverb.</summary>
    private ulong ParticleOf(int verb)
    {
        if (tree.ParticleOf(verb) is >= 0 and var particle) return tree.KeyOf(particle);
        foreach (var adverb in tree.Children(verb, RelationSet.Of(Relation.Advmod)))
            if (adverb > verb && lexicons.VerbWith(LemmaOf(verb), tree.KeyOf(adverb)) is not null) return tree.KeyOf(adverb);
        return 0;
    }

    private bool IsInfinitive(int clause)
    {
        foreach (var mark in tree.Children(clause, RelationSet.Of(Relation.Mark)))
            if (tree.KeyOf(mark) == To)
                return true;
        return false;
    }

    /// <summary>"too early to": what follows is not so.</summary>
    private bool IsTooMuch(int above)
    {
        foreach (var adverb in tree.Children(above, RelationSet.Of(Relation.Advmod)))
            if (tree.KeyOf(adverb) == Too && adverb < above)
                return true;
        return false;
    }

    /// <summary>Where the word above is denied the contrary holds, unless the lexicon says otherwise.</summary>
    private static Governed Make(int token, int above, Effect effect, Effect denied, bool isClause) => new(token, above, effect, denied != Effect.None ? denied : effect switch
    {
        Effect.Kept or Effect.Planned or Effect.Ongoing or Effect.Occurred => Effect.Denied,
        Effect.Denied => Effect.Kept,
        _ => effect,
    }, isClause);
}
