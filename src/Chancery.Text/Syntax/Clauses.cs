namespace Chancery.Text.Syntax;

/// <summary>
/// Questions about a predicate (a verb, or the noun or adjective of a copular clause) and what it governs. Every answer is a token's index or
/// <see cref="SyntaxTree.None"/>; a phrase is given by its head. They say what is written, not what is meant: no list of verbs is consulted.
/// </summary>
/// <remarks>Source: universaldependencies.org/en/dep, the pages of each relation.</remarks>
public static class Clauses
{
    private const int LongestChain = 64;
    private static readonly RelationSet Subjects = RelationSet.Of(Relation.Nsubj, Relation.NsubjPass, Relation.Csubj, Relation.CsubjPass);
    private static readonly RelationSet OuterSubjects = RelationSet.Of(Relation.NsubjOuter, Relation.CsubjOuter);
    private static readonly RelationSet PassiveSigns = RelationSet.Of(Relation.AuxPass, Relation.NsubjPass, Relation.CsubjPass, Relation.OblAgent);
    private static readonly RelationSet Complete = RelationSet.Of(Relation.Obj, Relation.Ccomp, Relation.Expl);
    private static readonly RelationSet Objects = RelationSet.Of(Relation.Obj, Relation.Iobj);

    extension(SyntaxTree tree)
    {
        /// <summary>
        /// The subject written with a predicate, that of a passive too (<c>nsubj</c>, <c>nsubj:pass</c>, <c>csubj</c>); the expletive "there" and "it" are none.
        /// A relative pronoun is given as such: see <see cref="AntecedentOf"/>.
        /// </summary>
        public int SubjectOf(int predicate)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.Child(predicate, Subjects) is var subject and not SyntaxTree.None ? subject : tree.Child(predicate, OuterSubjects);
        }

        /// <summary>
        /// The subject of a predicate, its own or the one that syntax lets it share: of the first conjunct ("he came and left"), and for an open complement
        /// (<c>xcomp</c>) of the object above it, else of the subject above it ("want the army to leave", "vowed to rebuild"). "Promise" with an object is read
        /// like the others.
        /// </summary>
        public int SharedSubjectOf(int predicate)
        {
            ArgumentNullException.ThrowIfNull(tree);
            for (var steps = 0; predicate != SyntaxTree.None && steps < LongestChain; steps++)
            {
                if (tree.SubjectOf(predicate) is var own and not SyntaxTree.None) return own;
                var relation = tree.RelationOf(predicate);
                if (relation is not (Relation.Conj or Relation.Xcomp)) return SyntaxTree.None;
                var above = tree.HeadOf(predicate);
                if (relation == Relation.Xcomp && tree.ControllerUnder(above, predicate) is var controller and not SyntaxTree.None) return controller;
                predicate = above;
            }

            return SyntaxTree.None;
        }

        /// <summary>
        /// Who is understood to do or suffer what a predicate says: <see cref="SharedSubjectOf"/> with relative pronouns resolved; the noun that a participle or infinitive
        /// modifies ("trucks carrying flour", "houses destroyed"); and for a participle beside a clause that clause's subject ("…, he said, adding that").
        /// </summary>
        public int UnderstoodSubjectOf(int predicate)
        {
            ArgumentNullException.ThrowIfNull(tree);
            for (var steps = 0; predicate != SyntaxTree.None && steps < LongestChain; steps++)
            {
                if (tree.SharedSubjectOf(predicate) is var subject and not SyntaxTree.None)
                    return tree.AntecedentOf(subject) is var antecedent and not SyntaxTree.None ? antecedent : subject;
                switch (tree.RelationOf(predicate))
                {
                    case Relation.Acl: return tree.HeadOf(predicate);
                    case Relation.Advcl when tree.IsParticiple(predicate): break;
                    case Relation.Conj or Relation.Xcomp: break;
                    default: return SyntaxTree.None;
                }

                predicate = tree.HeadOf(predicate);
            }

            return SyntaxTree.None;
        }

        /// <summary>The noun for which a relative pronoun stands ("who", "whom", "whose", "which", "that" within a relative clause).</summary>
        public int AntecedentOf(int pronoun)
        {
            ArgumentNullException.ThrowIfNull(tree);
            if (!FunctionKeys.IsRelative(tree.KeyOf(pronoun)) || tree.UposOf(pronoun) is not (Tags.Upos.PRON or Tags.Upos.DET)) return SyntaxTree.None;
            var above = pronoun;
            for (var steps = 0; above != SyntaxTree.None && steps < LongestChain; steps++)
            {
                if (tree.RelationOf(above) == Relation.Relative) return tree.HeadOf(above);
                above = tree.HeadOf(above);
            }

            return SyntaxTree.None;
        }

        /// <summary>The direct object (<c>obj</c>).</summary>
        public int ObjectOf(int predicate)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.Child(predicate, Relation.Obj);
        }

        /// <summary>Who is given, told, asked or urged (<c>iobj</c>). English treebanks of 2026 write it so even where no direct object follows.</summary>
        public int IndirectObjectOf(int predicate)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.Child(predicate, Relation.Iobj);
        }

        /// <summary>Who does what a passive says was done, "by the army" (<c>obl:agent</c>).</summary>
        public int AgentOf(int predicate)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.Child(predicate, Relation.OblAgent);
        }

        /// <summary>
        /// True if a predicate is passive: an auxiliary, subject or agent of the passive stands with it; or it is a past participle that modifies a noun
        /// or is marked so; or it shares such an auxiliary as a conjunct ("were stopped and searched").
        /// </summary>
        public bool IsPassive(int predicate)
        {
            ArgumentNullException.ThrowIfNull(tree);
            if (tree.Child(predicate, PassiveSigns) != SyntaxTree.None) return true;
            if (!tree.PennOf(predicate).Is("VBN")) return false;
            if (tree.RelationOf(predicate) is Relation.Acl || tree.Has(predicate, "Voice", "Pass")) return true;
            return tree.AuxiliaryHolderOf(predicate) is var holder && holder != predicate && tree.Child(holder, Relation.AuxPass) != SyntaxTree.None;
        }

        /// <summary>The clause that a predicate governs as its object, with a subject of its own (<c>ccomp</c>): what is said, known, denied.</summary>
        public int ComplementOf(int predicate)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.Child(predicate, Relation.Ccomp);
        }

        /// <summary>The clause without subject that a predicate governs (<c>xcomp</c>): what is promised, begun; also what something is called or becomes.</summary>
        public int OpenComplementOf(int predicate)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.Child(predicate, Relation.Xcomp);
        }

        /// <summary>
        /// The clause that a verb reports, wherever it stands: its complement ("he said that …", "…, he said."), or the clause into which the verb with its
        /// subject is thrust (<c>parataxis</c>: "the roads, he said, are closed"). Whether it is a verb of speech is for the asker to know.
        /// </summary>
        public int ReportedClauseOf(int verb)
        {
            ArgumentNullException.ThrowIfNull(tree);
            if (tree.ComplementOf(verb) is var complement and not SyntaxTree.None) return complement;
            return tree.IsParenthetical(verb) ? tree.HeadOf(verb) : SyntaxTree.None;
        }

        /// <summary>True if a verb with a subject and neither object nor complement is thrust into or put behind another clause as parataxis: "…, officials said, …".</summary>
        public bool IsParenthetical(int verb)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.RelationOf(verb) == Relation.Parataxis && tree.SubjectOf(verb) != SyntaxTree.None && tree.Child(verb, Complete) == SyntaxTree.None;
        }

        /// <summary>The word that opens a subordinate clause ("that", "if", "whether", "to"; <c>mark</c>).</summary>
        public int MarkOf(int predicate)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.Child(predicate, Relation.Mark);
        }

        /// <summary>The form of "be" in a copular clause, whose predicate is what this is asked of ("is" for "safe" in "it is safe").</summary>
        public int CopulaOf(int predicate)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.Child(predicate, Relation.Cop);
        }

        /// <summary>The predicate of a copula: what the subject is said to be.</summary>
        public int PredicateOf(int copula)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.RelationOf(copula) == Relation.Cop ? tree.HeadOf(copula) : SyntaxTree.None;
        }

        /// <summary>The clause, by its predicate, in which a token stands: the nearest above it that is one, or the token itself.</summary>
        public int ClauseOf(int token)
        {
            ArgumentNullException.ThrowIfNull(tree);
            for (var steps = 0; steps < LongestChain && token != SyntaxTree.None; steps++)
            {
                if (ClauseHeads.Has(tree.RelationOf(token)) || tree.IsRoot(token)) return token;
                if (tree.RelationOf(token) == Relation.Conj && (tree.UposOf(token) is Tags.Upos.VERB || tree.SubjectOf(token) != SyntaxTree.None)) return token;
                token = tree.HeadOf(token);
            }

            return token;
        }

        private int ControllerUnder(int predicate, int complement)
        {
            foreach (var child in tree.Children(predicate, Objects))
                if (child < complement)
                    return child;
            return SyntaxTree.None;
        }

        private bool IsParticiple(int predicate) => tree.PennOf(predicate) is var penn && (penn.Is("VBG") || penn.Is("VBN"));
    }

    private static readonly RelationSet ClauseHeads = RelationSet.Of(
        Relation.Root, Relation.Acl, Relation.Relative, Relation.Advcl, Relation.AdvclRelative, Relation.Ccomp, Relation.Xcomp, Relation.Csubj,
        Relation.CsubjPass, Relation.CsubjOuter, Relation.Parataxis);
}
