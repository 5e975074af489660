using Chancery.Text.Nets;

namespace Chancery.Tests.Text.Nets;

public sealed class MaximumTreeTests
{
    [Fact]
    public void The_tree_is_as_good_as_the_best_of_all_trees()
    {
        var (chance, tree) = (new Chance(11), new MaximumTree());
        for (var round = 0; round < 400; round++)
        {
            var nodes = 2 + chance.Below(4);
            var scores = new float[nodes, nodes];
            for (var head = 0; head < nodes; head++)
                for (var dependent = 0; dependent < nodes; dependent++) scores[head, dependent] = chance.Below(2) == 0 ? chance.Below(6) : chance.Bell();
            var best = AllTrees(nodes).Max(heads => Sum(scores, heads));
            var found = tree.Of((float[,])scores.Clone(), nodes);
            Assert.True(IsTree(found), string.Join(' ', found));
            Assert.Equal(best, Sum(scores, found), 3);
        }
    }

    [Fact]
    public void Whatever_the_scores_a_sentence_becomes_a_tree_with_one_root()
    {
        var (chance, decoder) = (new Chance(5), new TreeDecoder());
        for (var round = 0; round < 300; round++)
        {
            var words = 1 + chance.Below(40);
            decoder.Begin(words);
            for (var word = 0; word < words; word++)
            {
                foreach (ref var score in decoder.Row(word, words)) score = chance.Bell();
                decoder.Row(word, words)[word + 1] = float.NegativeInfinity;
            }

            var heads = decoder.Decode(words).ToArray();
            Assert.Equal(1, heads.Count(head => head == 0));
            Assert.True(IsTree([0, .. heads]));
        }
    }

    private static bool IsTree(int[] heads)
    {
        for (var node = 1; node < heads.Length; node++)
        {
            var (at, steps) = (node, 0);
            while (at != 0 && steps++ <= heads.Length) at = heads[at];
            if (at != 0) return false;
        }

        return true;
    }

    private static float Sum(float[,] scores, int[] heads) => Enumerable.Range(1, heads.Length - 1).Sum(node => scores[heads[node], node]);

    private static IEnumerable<int[]> AllTrees(int nodes)
    {
        var heads = new int[nodes];
        for (var code = 0; code < (int)Math.Pow(nodes, nodes - 1); code++)
        {
            var rest = code;
            for (var node = 1; node < nodes; node++)
            {
                heads[node] = rest % nodes;
                rest /= nodes;
            }

            if (Enumerable.Range(1, nodes - 1).All(node => heads[node] != node) && IsTree(heads)) yield return [.. heads];
        }
    }
}
