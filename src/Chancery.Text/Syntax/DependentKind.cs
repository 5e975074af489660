namespace Chancery.Text.Syntax;

/// <summary>What a word is to the word it hangs on, in the coarse terms of a grammar book; several relations of Universal Dependencies may be one kind.</summary>
public enum DependentKind : byte
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>Nothing stands above it.</summary>
    Root,

    /// <summary>Subject, nominal or clausal, of the passive too.</summary>
    Subject,

    /// <summary>"there" and "it" that mean nothing.</summary>
    Expletive,

    /// <summary>Direct object.</summary>
    DirectObject,

    /// <summary>The one given, told, asked.</summary>
    IndirectObject,

    /// <summary>A nominal beside a predicate, mostly with a preposition; the agent of a passive too.</summary>
    Oblique,

    /// <summary>An adverb.</summary>
    Adverb,

    /// <summary>A clause as object, with a subject of its own.</summary>
    Complement,

    /// <summary>A clause as object, without one.</summary>
    OpenComplement,

    /// <summary>A clause that tells when, why or how.</summary>
    AdverbialClause,

    /// <summary>A clause that modifies a noun and is no relative clause.</summary>
    NounClause,

    /// <summary>A relative clause.</summary>
    RelativeClause,

    /// <summary>A clause put beside another without a link.</summary>
    Parataxis,

    /// <summary>A later part of a coordination.</summary>
    Conjunct,

    /// <summary>"and", "but".</summary>
    Coordinator,

    /// <summary>A nominal put beside another for the same.</summary>
    Apposition,

    /// <summary>A nominal that modifies a noun, mostly with a preposition.</summary>
    NounModifier,

    /// <summary>Whose it is.</summary>
    Possessor,

    /// <summary>A title or description before a name.</summary>
    Description,

    /// <summary>An article, adjective, number, first part of a compound or later part of a name.</summary>
    NominalPart,

    /// <summary>A preposition or possessive mark.</summary>
    Case,

    /// <summary>"that", "if", "to" before a clause.</summary>
    Mark,

    /// <summary>An auxiliary.</summary>
    Auxiliary,

    /// <summary>A sign.</summary>
    Punctuation,
}

/// <summary>The question what a word is to the word above it.</summary>
/// <remarks>Source: universaldependencies.org/u/dep.</remarks>
public static class DependentKinds
{
    extension(SyntaxTree tree)
    {
        /// <summary>What a token is to the token it hangs on.</summary>
        public DependentKind KindOf(int token)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return Of(tree.RelationOf(token));
        }

        /// <summary>True if a token is an article, adjective, title, preposition, possessor or sign within the nominal of its head.</summary>
        public bool IsWithinNominal(int token) => tree.KindOf(token) is DependentKind.NominalPart or DependentKind.Possessor or DependentKind.Description or DependentKind.Case or DependentKind.Punctuation or DependentKind.Adverb;
    }

    private static DependentKind Of(Relation relation) => relation switch
    {
        Relation.Root => DependentKind.Root,
        Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter or Relation.Csubj or Relation.CsubjPass or Relation.CsubjOuter => DependentKind.Subject,
        Relation.Expl => DependentKind.Expletive,
        Relation.Obj => DependentKind.DirectObject,
        Relation.Iobj => DependentKind.IndirectObject,
        Relation.Obl or Relation.OblAgent or Relation.OblUnmarked => DependentKind.Oblique,
        Relation.Advmod => DependentKind.Adverb,
        Relation.Ccomp => DependentKind.Complement,
        Relation.Xcomp => DependentKind.OpenComplement,
        Relation.Advcl or Relation.AdvclRelative => DependentKind.AdverbialClause,
        Relation.Acl => DependentKind.NounClause,
        Relation.Relative => DependentKind.RelativeClause,
        Relation.Parataxis => DependentKind.Parataxis,
        Relation.Conj => DependentKind.Conjunct,
        Relation.Cc or Relation.CcPreconj => DependentKind.Coordinator,
        Relation.Appos => DependentKind.Apposition,
        Relation.Nmod or Relation.NmodUnmarked => DependentKind.NounModifier,
        Relation.NmodPoss => DependentKind.Possessor,
        Relation.NmodDesc => DependentKind.Description,
        Relation.Det or Relation.DetPredet or Relation.Amod or Relation.Compound or Relation.Nummod or Relation.Flat or Relation.Goeswith => DependentKind.NominalPart,
        Relation.Case => DependentKind.Case,
        Relation.Mark => DependentKind.Mark,
        Relation.Aux or Relation.AuxPass => DependentKind.Auxiliary,
        Relation.Punct => DependentKind.Punctuation,
        _ => DependentKind.Other,
    };
}
