using Chancery.Text.Nets;

namespace Chancery.Tests.Text.Nets;

public sealed class NameRowsTests
{
    private const int Words = 4, Types = 2, Columns = 12;
    private const int Classes = 1 + 4 * Types;

    [Fact]
    public void Loss_and_slopes_are_those_of_all_well_formed_rows_counted_one_by_one()
    {
        var scores = Scores();
        short[] gold = [0, 5, 7, 4];
        var rows = Rows().Where(IsWellFormed).ToList();
        var all = rows.Sum(row => Math.Exp(Sum(row, scores)));
        var gradient = new float[Words * Columns];
        var loss = new NameRows().Loss(scores, Columns, Types, gold, 2, gradient);
        Assert.Equal(2 * (Math.Log(all) - Sum(gold, scores)), loss, 4);
        for (var word = 0; word < Words; word++)
        {
            for (var c = 0; c < Classes; c++)
            {
                var likely = rows.Where(row => row[word] == c).Sum(row => Math.Exp(Sum(row, scores))) / all;
                Assert.Equal(2 * (likely - (gold[word] == c ? 1 : 0)), gradient[word * Columns + c], 4);
            }

            Assert.Equal(0, gradient[word * Columns + Classes]);
        }
    }

    [Fact]
    public void A_long_row_of_strong_scores_is_weighed_without_overflow()
    {
        var scores = Enumerable.Range(0, 500 * Columns).Select(i => i % 7 * 60f).ToArray();
        var gradient = new float[scores.Length];
        var loss = new NameRows().Loss(scores, Columns, Types, new short[500], 1, gradient);
        Assert.True(double.IsFinite(loss) && loss > 0);
        Assert.All(gradient, slope => Assert.True(float.IsFinite(slope)));
    }

    private static float[] Scores()
    {
        var chance = new Chance(11);
        return [.. Enumerable.Range(0, Words * Columns).Select(_ => chance.Bell())];
    }

    private static double Sum(short[] row, float[] scores) => row.Select((c, word) => scores[word * Columns + c]).Sum();

    private static IEnumerable<short[]> Rows() =>
        Enumerable.Range(0, (int)Math.Pow(Classes, Words)).Select(number =>
        {
            var row = new short[Words];
            for (var word = 0; word < Words; word++, number /= Classes) row[word] = (short)(number % Classes);
            return row;
        });

    /// <summary>Outside, single, or beginning, any number of insides and end of one type.</summary>
    private static bool IsWellFormed(short[] row)
    {
        var open = -1;
        foreach (var c in row)
        {
            var (type, begins, ends) = NameClasses.Read(c);
            if ((open >= 0) != (c != 0 && !begins) || (open >= 0 && open != type)) return false;
            open = c != 0 && !ends ? type : -1;
        }

        return open < 0;
    }
}
