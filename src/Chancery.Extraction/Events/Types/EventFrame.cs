using Chancery.Text;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Events.Types;

/// <summary>
/// Who is said to act on whom, and by which word, with what the tree says of the way between them. Says what is written: which kind of event it is, is asked of an
/// <see cref="EventTypeModel"/>. Built in time linear in the depth of the tree.
/// </summary>
public sealed class EventFrame
{
    private const int LongestPath = 32;

    /// <summary>A frame.</summary>
    /// <param name="tree">The trees of a document with tags, lemmas and the numbers of the language net.</param>
    /// <param name="source">The words of who acts; empty if nobody is named.</param>
    /// <param name="target">The words of whom it is done to; empty if nobody is named.</param>
    /// <param name="predicate">The word that tells what happens, or <see cref="SyntaxTree.None"/> if it must be found between the two.</param>
    /// <exception cref="ArgumentException">There is neither a source, nor a target, nor a predicate.</exception>
    public EventFrame(SyntaxTree tree, TokenRange source, TokenRange target, int predicate = SyntaxTree.None)
    {
        ArgumentNullException.ThrowIfNull(tree);
        Tree = tree;
        Sentence = predicate == SyntaxTree.None ? new TokenRange(0, tree.Count) : SentenceOf(predicate);
        (Source, Target) = (Within(source), Within(target));
        (SourceHead, TargetHead) = (tree.HeadOf(Source), tree.HeadOf(Target));
        if (predicate == SyntaxTree.None && SourceHead == SyntaxTree.None && TargetHead == SyntaxTree.None) throw new ArgumentException("There is nobody and nothing that happens.", nameof(predicate));
        IsGiven = predicate != SyntaxTree.None;
        Outer = IsGiven ? predicate : PredicateOver(SourceHead != SyntaxTree.None ? SourceHead : TargetHead);
        Inner = IsGiven ? predicate : InnerOf(Outer);
        Sentence = SentenceOf(Outer);
    }

    /// <summary>The trees.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>The document.</summary>
    public Document Document => Tree.Document;

    /// <summary>The words of who acts; perhaps none.</summary>
    public TokenRange Source { get; }

    /// <summary>The words of whom it is done to; perhaps none.</summary>
    public TokenRange Target { get; }

    /// <summary>The head of the source, or <see cref="SyntaxTree.None"/>.</summary>
    public int SourceHead { get; }

    /// <summary>The head of the target, or <see cref="SyntaxTree.None"/>.</summary>
    public int TargetHead { get; }

    /// <summary>True if the predicate was given and not looked for.</summary>
    public bool IsGiven { get; }

    /// <summary>The predicate of which the source is a part: "agreed" of "the rebels agreed to free the crew".</summary>
    public int Outer { get; }

    /// <summary>The predicate below it that the target belongs to, or that an open or whole complement gives where there is no target: "free".</summary>
    public int Inner { get; }

    /// <summary>The words of the sentence.</summary>
    public TokenRange Sentence { get; }

    /// <summary>The words above a token that are predicates or stand right under one, from the token up to <paramref name="end"/>.</summary>
    public IEnumerable<int> Above(int token, int end)
    {
        for (var steps = 0; token != SyntaxTree.None && token != end && steps < LongestPath; steps++)
        {
            token = Tree.HeadOf(token);
            if (token != SyntaxTree.None) yield return token;
        }
    }

    /// <summary>True if a word can be a predicate: a verb, or what stands where one would.</summary>
    public bool IsPredicate(int token) =>
        Document.Tags[token].Upos == Upos.VERB || Tree.CopulaOf(token) != SyntaxTree.None || Tree.SubjectOf(token) != SyntaxTree.None || Tree.IsRoot(token);

    /// <summary>Words of another sentence, as where a pronoun stands for them, say nothing of the way to the predicate.</summary>
    private TokenRange Within(TokenRange words) => Sentence.First <= words.First && words.End <= Sentence.End ? words : default;

    private int PredicateOver(int head)
    {
        var at = head;
        for (var steps = 0; steps < LongestPath && !Tree.IsRoot(at); steps++)
        {
            at = Tree.HeadOf(at);
            if (IsPredicate(at) && Tree.KindOf(at) is not (DependentKind.NominalPart or DependentKind.Case)) return at;
        }

        return at;
    }

    private int InnerOf(int outer)
    {
        if (TargetHead == SyntaxTree.None || !Tree.IsUnder(TargetHead, outer)) return Complement(outer);
        var inner = PredicateOver(TargetHead);
        return Tree.IsUnder(inner, outer) ? inner : outer;
    }

    private int Complement(int outer)
    {
        for (var steps = 0; steps < LongestPath; steps++)
        {
            var below = Tree.OpenComplementOf(outer) is var open and not SyntaxTree.None ? open : Tree.ComplementOf(outer);
            if (below == SyntaxTree.None) return outer;
            outer = below;
        }

        return outer;
    }

    private TokenRange SentenceOf(int token)
    {
        var at = token;
        for (var steps = 0; steps < 4 * LongestPath && !Tree.IsRoot(at); steps++) at = Tree.HeadOf(at);
        return Tree.Yield(at);
    }
}
