namespace Chancery.App.Evaluation;

/// <summary>
/// The interval in which an F1 lies when documents are drawn again with replacement (Efron's percentile bootstrap): the
/// middle 95 of a hundred draws. Seeded, so that the same counts give the same interval.
/// </summary>
internal static class Bootstrap
{
    private const int Draws = 1000;

    /// <summary>Lower and upper bound, percentages.</summary>
    public static (double Low, double High) Interval(IReadOnlyList<Counts> documents) =>
        Interval(documents.Count, draw => draw.Aggregate(default(Counts), (sum, i) => sum + documents[i]).F1);

    /// <summary>Lower and upper bound of any score over documents.</summary>
    /// <param name="count">How many documents there are, 1 or more.</param>
    /// <param name="score">The score over a draw, which names as many documents by index, some of them several times.</param>
    public static (double Low, double High) Interval(int count, Func<int[], double> score)
    {
        var state = 0x9E3779B97F4A7C15UL;
        var scores = new double[Draws];
        var documents = new int[count];
        for (var draw = 0; draw < Draws; draw++)
        {
            for (var i = 0; i < count; i++) documents[i] = (int)(Next(ref state) % (ulong)count);
            scores[draw] = score(documents);
        }

        Array.Sort(scores);
        return (scores[Draws * 25 / 1000], scores[Draws * 975 / 1000 - 1]);
    }

    // Steele, Lea and Flood 2014, SplitMix64.
    private static ulong Next(ref ulong state)
    {
        unchecked
        {
            var mixed = state += 0x9E3779B97F4A7C15UL;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}
