using Chancery.Text.Tokens;

namespace Chancery.Text.Syntax;

/// <summary>
/// Questions about a nominal (a noun, name, pronoun or number with what modifies it), given by its head: how far it reaches, what is put beside it, what it is
/// joined with.
/// </summary>
/// <remarks>Source: universaldependencies.org/en/dep/appos, /conj, /case, /flat, /nmod-desc.</remarks>
public static class Nominals
{
    private const int LongestChain = 64;
    private const int LongestReach = 256;
    private static readonly RelationSet Clausal = RelationSet.Of(Relation.Acl, Relation.Relative, Relation.Advcl, Relation.AdvclRelative);

    private static readonly RelationSet Modifiers = RelationSet.Of(
        Relation.Acl, Relation.Relative, Relation.Advcl, Relation.Advmod, Relation.Amod, Relation.Compound, Relation.CompoundPrt, Relation.Det, Relation.DetPredet,
        Relation.Fixed, Relation.Flat, Relation.Goeswith, Relation.Nmod, Relation.NmodDesc, Relation.NmodPoss, Relation.NmodUnmarked, Relation.Nummod);

    private static readonly RelationSet ModifiersInPredicates = new(Modifiers.Bits & ~RelationSet.Of(Relation.Advmod, Relation.Advcl).Bits);

    extension(SyntaxTree tree)
    {
        /// <summary>The head of a run of tokens: the first whose own head lies outside it; <see cref="SyntaxTree.None"/> for an empty run.</summary>
        public int HeadOf(TokenRange tokens)
        {
            ArgumentNullException.ThrowIfNull(tree);
            for (var i = tokens.First; i < tokens.End; i++)
                if (!tokens.Contains(tree.HeadOf(i)))
                    return i;
            return SyntaxTree.None;
        }

        /// <summary>
        /// A nominal with all that modifies it, relative clauses too; without its preposition, conjuncts, appositions and the punctuation around it. Of the
        /// predicate of a copular clause, without the clause. No farther than 256 tokens from the head.
        /// </summary>
        public TokenRange NominalOf(int head)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.Reach(head, tree.CopulaOf(head) == SyntaxTree.None ? Modifiers : ModifiersInPredicates, clauses: true);
        }

        /// <summary>As <see cref="NominalOf"/>, but without the clauses that modify it or a noun within it: "the draft" of "the draft, which was seen by this agency".</summary>
        public TokenRange NominalCoreOf(int head)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.Reach(head, tree.CopulaOf(head) == SyntaxTree.None ? Modifiers : ModifiersInPredicates, clauses: false);
        }

        /// <summary>A word with the later parts of its fixed expression: "according to", "more than". Mostly that word alone.</summary>
        public TokenRange FixedOf(int token)
        {
            ArgumentNullException.ThrowIfNull(tree);
            var range = new TokenRange(token, token + 1);
            foreach (var part in tree.Children(token, RelationSet.Of(Relation.Fixed))) range = range.Cover(new TokenRange(part, part + 1));
            return range;
        }

        /// <summary>The preposition of a nominal, or its possessive mark (<c>case</c>); the first of several. See <see cref="FixedOf"/> for "according to".</summary>
        public int CaseOf(int head)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.Child(head, Relation.Case);
        }

        /// <summary>The nominals that modify a predicate, with a preposition or without one (<c>obl</c>); agents of passives among them.</summary>
        public TokensUnder ObliquesOf(int predicate)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.Children(predicate, RelationSet.Of(Relation.Obl, Relation.OblAgent, Relation.OblUnmarked));
        }

        /// <summary>What is put beside a nominal to say the same of it ("the commander" of "Gen. Rahmani, the commander"; <c>appos</c>).</summary>
        public TokensUnder AppositionsOf(int head)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.Children(head, RelationSet.Of(Relation.Appos));
        }

        /// <summary>As <see cref="NominalOf"/>, with what is put beside it: "the premier, Ada Olsen, who resigned".</summary>
        public TokenRange NominalWithAppositionsOf(int head)
        {
            ArgumentNullException.ThrowIfNull(tree);
            var range = tree.NominalOf(head);
            foreach (var beside in tree.AppositionsOf(head)) range = range.Cover(tree.NominalOf(beside));
            return range;
        }

        /// <summary>The nominal beside which this one is put, or <see cref="SyntaxTree.None"/> if it is no apposition.</summary>
        public int AppositionHeadOf(int token)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.RelationOf(token) == Relation.Appos ? tree.HeadOf(token) : SyntaxTree.None;
        }

        /// <summary>Titles and descriptions written into a name ("Ambassador", "rebel envoy"; <c>nmod:desc</c>).</summary>
        public TokensUnder DescriptionsOf(int name)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.Children(name, RelationSet.Of(Relation.NmodDesc));
        }

        /// <summary>The possessor of a nominal ("its", "the city" of "the city's suburbs"; <c>nmod:poss</c>).</summary>
        public int PossessorOf(int head)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.Child(head, Relation.NmodPoss);
        }

        /// <summary>The first of the conjuncts to which a token belongs; the token itself if it stands alone or first.</summary>
        public int FirstConjunctOf(int token)
        {
            ArgumentNullException.ThrowIfNull(tree);
            for (var steps = 0; steps < LongestChain && tree.RelationOf(token) == Relation.Conj; steps++) token = tree.HeadOf(token);
            return token;
        }

        /// <summary>All conjuncts of a coordination by its first one, that one included; conjuncts of conjuncts are not.</summary>
        public TokensUnder ConjunctsOf(int first)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return new TokensUnder(tree, first, RelationSet.Of(Relation.Conj), isSelfFirst: true);
        }

        /// <summary>The conjunction before a conjunct ("and", "but"; <c>cc</c>), or <see cref="SyntaxTree.None"/>.</summary>
        public int CoordinatorOf(int conjunct)
        {
            ArgumentNullException.ThrowIfNull(tree);
            return tree.Child(conjunct, Relation.Cc);
        }

        /// <summary>From the first to the last token that hangs on the head by these relations; punctuation at the edges is none of it.</summary>
        private TokenRange Reach(int head, RelationSet relations, bool clauses)
        {
            var range = new TokenRange(head, head + 1);
            var (from, to) = (Math.Max(tree.Yield(head).First, head - LongestReach), Math.Min(tree.Yield(head).End, head + LongestReach));
            for (var i = from; i < to; i++)
                if (!range.Contains(i) && tree.IsWord(i) && tree.Hangs(i, head, relations, clauses))
                    range = range.Cover(new TokenRange(i, i + 1));
            return range;
        }

        private bool IsWord(int token) => tree.RelationOf(token) != Relation.Punct || tree.PennOf(token).Is("-RRB-");

        private bool Hangs(int token, int head, RelationSet relations, bool clauses)
        {
            for (var steps = 0; steps < LongestChain; steps++)
            {
                var relation = tree.RelationOf(token);
                if (!clauses && Clausal.Has(relation)) return false;
                token = tree.HeadOf(token);
                if (token == head) return relations.Has(relation);
                if (token == SyntaxTree.None) return false;
            }

            return false;
        }
    }
}
