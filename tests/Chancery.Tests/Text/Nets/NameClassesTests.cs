using Chancery.Text.Nets;

namespace Chancery.Tests.Text.Nets;

public sealed class NameClassesTests
{
    private const int Types = 2;
    private const int Count = 1 + 4 * Types;

    [Fact]
    public void What_was_marked_is_read_back()
    {
        var classes = new short[6];
        NameClasses.Mark(classes.AsSpan(1, 3), 1);
        NameClasses.Mark(classes.AsSpan(5, 1), 0);
        Assert.Equal([(-1, false, false), (1, true, false), (1, false, false), (1, false, true), (-1, false, false), (0, true, true)], classes.Select(name => NameClasses.Read(name)));
    }

    [Fact]
    public void Decoding_gives_the_best_row_that_is_well_formed()
    {
        var chance = new Chance(3);
        for (var round = 0; round < 200; round++)
        {
            var words = 1 + chance.Below(4);
            var scores = new float[words * Count];
            foreach (ref var score in scores.AsSpan()) score = chance.Bell();
            var (classes, back) = (new short[words], new short[words * Count]);
            NameClasses.Decode(scores, Count, Types, classes, back);
            Assert.True(IsWellFormed(classes), string.Join(' ', classes));
            Assert.Equal(AllRows(words).Where(IsWellFormed).Max(row => Sum(scores, row)), Sum(scores, classes), 4);
        }
    }

    private static float Sum(float[] scores, short[] row) => row.Select((name, word) => scores[word * Count + name]).Sum();

    private static bool IsWellFormed(short[] row)
    {
        var open = -1;
        foreach (var name in row)
        {
            var (type, begins, ends) = NameClasses.Read(name);
            if (type < 0 || begins ? open >= 0 : open != type) return false;
            open = type < 0 || ends ? -1 : type;
        }

        return open < 0;
    }

    private static IEnumerable<short[]> AllRows(int words) =>
        Enumerable.Range(0, (int)Math.Pow(Count, words)).Select(code => Enumerable.Range(0, words).Select(word => (short)(code / (int)Math.Pow(Count, word) % Count)).ToArray());
}
