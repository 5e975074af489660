using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.Tests.Text.Syntax;

public class SyntaxTreeTests
{
    // "A hearing is scheduled on the issue": the phrase with "on" hangs on the hearing, across the verb.
    private const string Crossing = """
        A a DT 2 det
        hearing hearing NN 4 nsubj:pass
        is be VBZ/AUX 4 aux:pass
        scheduled schedule VBN 0 root
        on on IN 7 case
        the the DT 7 det
        issue issue NN 2 nmod

        They they PRP 2 nsubj
        left leave VBD 0 root
        """;

    private static readonly SyntaxTree Tree = new(TreebankDocuments.Of(Crossing));

    [Fact]
    public void Children_come_in_the_order_of_the_text()
    {
        Assert.Equal([1, 2], Tree.Children(3).ToArray());
        Assert.Equal([0, 6], Tree.Children(1).ToArray());
        Assert.Empty(Tree.Children(0).ToArray());
        Assert.Equal(6, Tree.Child(1, Relation.Nmod));
        Assert.Equal(SyntaxTree.None, Tree.Child(1, Relation.Obj));
    }

    [Fact]
    public void Heads_and_roots_are_of_the_document_and_not_of_the_sentence()
    {
        Assert.Equal(8, Tree.HeadOf(7));
        Assert.True(Tree.IsRoot(8));
        Assert.False(Tree.IsRoot(7));
        Assert.Equal(8, Tree.RootOf(new TokenRange(7, 9)));
        Assert.Equal(SyntaxTree.None, Tree.RootOf(new TokenRange(4, 7)));
    }

    [Fact]
    public void Yield_of_a_tree_that_crosses_has_its_boundaries_and_says_that_it_is_broken()
    {
        Assert.Equal(new TokenRange(0, 7), Tree.Yield(1));
        Assert.False(Tree.IsUnbroken(1));
        Assert.Equal(new TokenRange(0, 7), Tree.Yield(3));
        Assert.True(Tree.IsUnbroken(3));
        Assert.Equal(new TokenRange(4, 7), Tree.Yield(6));
        Assert.True(Tree.IsUnder(5, 1));
        Assert.False(Tree.IsUnder(2, 1));
        Assert.Equal("on the issue", Tree.Document.Text[Tree.Yield(6).In(Tree.Document)]);
    }

    [Fact]
    public void Without_a_parser_every_token_stands_alone()
    {
        var tree = new SyntaxTree(Doc.Of("Two of them left."));
        Assert.Equal(5, tree.Count);
        Assert.All(Enumerable.Range(0, 5), token => Assert.True(tree.IsRoot(token) && tree.Yield(token).Count == 1));
    }

    [Fact]
    public void Empty_document_has_a_tree() => Assert.Equal(0, new SyntaxTree(Doc.Of("")).Count);

    [Fact]
    public void Layers_that_do_not_share_the_tokens_index_are_refused() => Assert.Throws<ArgumentException>(() =>
        new SyntaxTree(Doc.Of("Two left").With([new Dependency(new Span(0, 3), -1, Relation.Root)])));

    /// <summary>Random trees, the crossing ones too: yields and children say the same as heads.</summary>
    [Fact]
    public void Yields_and_children_agree_with_heads_in_random_trees()
    {
        var random = new Random(4);
        for (var round = 0; round < 200; round++)
        {
            var heads = RandomHeads(random, random.Next(1, 12));
            var tree = OfHeads(heads);
            for (var i = 0; i < heads.Length; i++)
            {
                var under = Enumerable.Range(0, heads.Length).Where(token => IsUnder(heads, token, i)).ToArray();
                Assert.Equal(new TokenRange(under.Min(), under.Max() + 1), tree.Yield(i));
                Assert.Equal(under.Length == under.Max() + 1 - under.Min(), tree.IsUnbroken(i));
                Assert.Equal(Enumerable.Range(0, heads.Length).Where(token => heads[token] == i), tree.Children(i).ToArray());
                Assert.Equal(under, Enumerable.Range(0, heads.Length).Where(token => tree.IsUnder(token, i)));
            }
        }
    }

    /// <summary>What no parser of ours gives must still not hang: circles, heads outside the text.</summary>
    [Fact]
    public void Circle_and_head_outside_the_text_are_survived()
    {
        var tree = OfHeads([1, 0, 2, 9, -1]);
        Assert.False(tree.IsUnder(0, 4));
        Assert.Equal(SyntaxTree.None, tree.SharedSubjectOf(0));
        Assert.Equal(5, tree.Count);
        _ = tree.ClauseOf(0);
        _ = tree.NominalOf(1);
    }

    [Fact]
    public void Tree_as_deep_as_the_text_is_long_is_built()
    {
        var tree = OfHeads([-1, .. Enumerable.Range(0, 50_000)]);
        Assert.Equal(new TokenRange(0, 50_001), tree.Yield(0));
        Assert.Equal(new TokenRange(50_000, 50_001), tree.Yield(50_000));
        Assert.True(tree.IsUnbroken(25_000));
        _ = (tree.ClauseOf(50_000), tree.FirstConjunctOf(50_000), tree.SharedSubjectOf(50_000), tree.NominalOf(25_000));
    }

    [Fact]
    public void Walking_allocates_nothing()
    {
        Walk();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) Walk();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static int Walk()
        {
            var sum = Tree.SubjectOf(3) + Tree.NegationOf(3) + (int)Tree.TenseOf(3) + (int)Tree.ModalityOf(3) + Tree.NominalOf(1).End;
            foreach (var child in Tree.Children(3)) sum += child;
            return sum;
        }
    }

    private static int[] RandomHeads(Random random, int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        var heads = new int[count];
        for (var i = 0; i < count; i++) heads[order[i]] = i == 0 ? -1 : order[random.Next(i)];
        return heads;
    }

    private static bool IsUnder(int[] heads, int token, int other)
    {
        while (token != other && token >= 0) token = heads[token];
        return token == other;
    }

    private static SyntaxTree OfHeads(int[] heads)
    {
        var document = Doc.Of(string.Join(' ', heads.Select((_, i) => $"w{i}")));
        return new SyntaxTree(document.With(heads.Select((head, i) => new Dependency(document.Tokens[i].Span, head, head < 0 ? Relation.Root : Relation.Conj)).ToImmutableArray()));
    }
}
