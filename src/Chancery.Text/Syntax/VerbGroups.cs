namespace Chancery.Text.Syntax;

/// <summary>A modal verb, or what serves as one, as written with a predicate.</summary>
public enum Modality : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>"will", "'ll", "won't".</summary>
    Will,

    /// <summary>"shall".</summary>
    Shall,

    /// <summary>"would", "'d".</summary>
    Would,

    /// <summary>"can".</summary>
    Can,

    /// <summary>"could".</summary>
    Could,

    /// <summary>"may".</summary>
    May,

    /// <summary>"might".</summary>
    Might,

    /// <summary>"must", and "need" as a modal verb.</summary>
    Must,

    /// <summary>"should", "ought".</summary>
    Should,

    /// <summary>"is going to".</summary>
    GoingTo,

    /// <summary>"has to".</summary>
    HaveTo,
}

/// <summary>The tense in which a predicate is written; not when what it says happens.</summary>
public enum WrittenTense : byte
{
    /// <summary>None: an infinitive or participle without auxiliary, or a clause without verb.</summary>
    None,

    /// <summary>"left", "was leaving", "was taken".</summary>
    Past,

    /// <summary>"leaves", "is leaving", "is taken".</summary>
    Present,

    /// <summary>"has left".</summary>
    PresentPerfect,

    /// <summary>"had left".</summary>
    PastPerfect,

    /// <summary>"will leave", "shall leave".</summary>
    Future,

    /// <summary>Any other modal verb: "would leave", "may have left".</summary>
    Modal,
}

/// <summary>Questions about the words that belong to a predicate's verb group: auxiliaries, modality, tense, negation.</summary>
/// <remarks>Source: universaldependencies.org/en/dep/aux_, /cop, /advmod; the Penn tags tell finite forms.</remarks>
public static class VerbGroups
{
    private const int LongestChain = 64;
    private static readonly RelationSet Auxiliaries = RelationSet.Of(Relation.Aux, Relation.AuxPass);
    private static readonly RelationSet Group = RelationSet.Of(Relation.Aux, Relation.AuxPass, Relation.Cop);
    private static readonly RelationSet Adverbs = RelationSet.Of(Relation.Advmod, Relation.Cc, Relation.CcPreconj);
    private static readonly RelationSet Arguments = RelationSet.Of(Relation.Nsubj, Relation.NsubjPass, Relation.Obj, Relation.Iobj);

    extension(SyntaxTree tree)
    {
        /// <summary>The auxiliaries written with a predicate, modal verbs and "to be" of the passive too; not the copula.</summary>
        public TokensUnder AuxiliariesOf(int predicate)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.Children(predicate, Auxiliaries);
        }

        /// <summary>
        /// The predicate whose auxiliaries hold for this one: itself, or the first conjunct if this one has the same form and neither subject nor auxiliary of its
        /// own ("will stop and <i>start</i>", "had killed three and <i>wounded</i> one").
        /// </summary>
        public int AuxiliaryHolderOf(int predicate)
        {
            ArgumentNullException.ThrowIfNull(tree);
            for (var steps = 0; steps < LongestChain; steps++)
            {
                if (tree.RelationOf(predicate) != Relation.Conj || tree.Child(predicate, Group) != SyntaxTree.None) return predicate;
                var first = tree.HeadOf(predicate);
                if (tree.SubjectOf(predicate) != SyntaxTree.None || tree.PennOf(first) != tree.PennOf(predicate)) return predicate;
                predicate = first;
            }

            return predicate;
        }

        /// <summary>The modality written with a predicate, shared by conjuncts (see <see cref="AuxiliaryHolderOf"/>); a modal verb before "going to" and "have to".</summary>
        public Modality ModalityOf(int predicate)
        {
            ArgumentNullException.ThrowIfNull(tree);
            var holder = tree.AuxiliaryHolderOf(predicate);
            foreach (var auxiliary in tree.AuxiliariesOf(holder))
                if (tree.PennOf(auxiliary).Is("MD") && FunctionKeys.ModalityOf(tree.KeyOf(auxiliary)) is var modality and not Modality.None)
                    return modality;
            return tree.RelationOf(holder) == Relation.Xcomp ? tree.PhrasalModality(tree.HeadOf(holder), holder) : Modality.None;
        }

        /// <summary>The tense in which a predicate is written, by its first finite word; conjuncts share it as they share auxiliaries.</summary>
        public WrittenTense TenseOf(int predicate)
        {
            ArgumentNullException.ThrowIfNull(tree);
            var holder = tree.AuxiliaryHolderOf(predicate);
            var finite = tree.Child(holder, Group) is var first and not SyntaxTree.None ? first : holder;
            var penn = tree.PennOf(finite);
            if (penn.Is("MD")) return FunctionKeys.ModalityOf(tree.KeyOf(finite)) is Modality.Will or Modality.Shall ? WrittenTense.Future : WrittenTense.Modal;
            var isPerfect = finite != holder && FunctionKeys.IsHave(tree.KeyOf(finite)) && tree.RelationOf(finite) == Relation.Aux;
            if (penn.Is("VBD")) return isPerfect ? WrittenTense.PastPerfect : WrittenTense.Past;
            if (!penn.Is("VBZ") && !penn.Is("VBP")) return WrittenTense.None;
            return isPerfect ? WrittenTense.PresentPerfect : WrittenTense.Present;
        }

        /// <summary>The word that negates a predicate: "not", "n't", "never", "nor", or "no" in "no longer"; not a negative subject or object.</summary>
        public int NegationOf(int predicate)
        {
            ArgumentNullException.ThrowIfNull(tree);
            foreach (var adverb in tree.Children(predicate, Adverbs))
            {
                if (FunctionKeys.IsNegator(tree.KeyOf(adverb))) return adverb;
                if (!FunctionKeys.IsLonger(tree.KeyOf(adverb))) continue;
                foreach (var child in tree.Children(adverb))
                    if (FunctionKeys.IsNo(tree.KeyOf(child)))
                        return child;
            }

            return SyntaxTree.None;
        }

        /// <summary>The subject or object by which a clause denies: "nobody came", "neither side has published", "there are no victims".</summary>
        public int NegativeArgumentOf(int predicate)
        {
            ArgumentNullException.ThrowIfNull(tree);
            foreach (var argument in tree.Children(predicate, Arguments))
            {
                if (FunctionKeys.IsNegativePronoun(tree.KeyOf(argument))) return argument;
                if (tree.Child(argument, Relation.Det) is var determiner and not SyntaxTree.None && FunctionKeys.IsNegativeDeterminer(tree.KeyOf(determiner))) return argument;
            }

            return SyntaxTree.None;
        }

        /// <summary>The particle of a phrasal verb ("out" of "carried out"; <c>compound:prt</c>).</summary>
        public int ParticleOf(int verb)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.Child(verb, Relation.CompoundPrt);
        }

        private Modality PhrasalModality(int above, int predicate)
        {
            if (tree.MarkOf(predicate) == SyntaxTree.None) return Modality.None;
            if (FunctionKeys.IsGoing(tree.KeyOf(above)) && tree.Child(above, Relation.Aux) != SyntaxTree.None) return Modality.GoingTo;
            return FunctionKeys.IsHave(tree.KeyOf(above)) && tree.ObjectOf(above) == SyntaxTree.None ? Modality.HaveTo : Modality.None;
        }
    }
}
