using Chancery.Text.Learning;

namespace Chancery.Tests.Text.Learning;

public class SoftmaxModelTests
{
    private static readonly SoftmaxTraining Training = new(8, 30, 0.2f, 1e-4f, 1e-3f, 1, 1);

    [Fact]
    public void Learnt_choice_tells_features_and_numbers_apart()
    {
        var model = Learner().Learn(Training);
        Assert.Equal(0, Best(model, Vector(7, 0)));
        Assert.Equal(1, Best(model, Vector(8, 0)));
        Assert.Equal(2, Best(model, Vector(9, 1)));
    }

    [Fact]
    public void Same_examples_give_the_same_bytes_and_bytes_are_read_back()
    {
        var bytes = Learner().Learn(Training).ToBytes();
        Assert.Equal(bytes, Learner().Learn(Training).ToBytes());
        Assert.Equal(bytes, SoftmaxModel.Read(bytes).ToBytes());
        Assert.Throws<FormatException>(() => SoftmaxModel.Read(bytes.AsSpan(1)));
    }

    [Fact]
    public void Rest_has_score_zero_and_draws_what_is_no_answer()
    {
        var learner = new SoftmaxLearner(2, hasRest: true);
        for (var i = 0; i < 20; i++)
        {
            learner.Add(Vector(7, 0), 0b01);
            learner.Add(Vector(8, 0), 0b10);
            learner.Add(Vector(9, 0), 0);
        }

        Assert.All(Scores(learner.Learn(Training), Vector(9, 0))[..2], score => Assert.True(score < 0));
    }

    [Fact]
    public void One_of_two_right_answers_suffices()
    {
        var learner = new SoftmaxLearner(3);
        for (var i = 0; i < 20; i++)
        {
            learner.Add(Vector(7, 0), 0b011);
            learner.Add(Vector(8, 0), 0b010);
            learner.Add(Vector(9, 0), 0b100);
        }

        var scores = Scores(learner.Learn(Training), Vector(7, 0));
        Assert.True(Math.Max(scores[0], scores[1]) > scores[2] + 1);
    }

    [Fact]
    public void Rare_feature_is_left_out()
    {
        Assert.True(ScoreOfRare(1) > ScoreOfRare(2) + 0.5f);

        static float ScoreOfRare(int least)
        {
            var learner = Learner();
            learner.Add(Vector(77, 0), 0b100);
            return Scores(learner.Learn(Training with { Least = least }), Vector(77, 0))[2];
        }
    }

    private static SoftmaxLearner Learner()
    {
        var learner = new SoftmaxLearner(3);
        for (var i = 0; i < 20; i++)
        {
            learner.Add(Vector(7, 0), 0b001);
            learner.Add(Vector(8, 0), 0b010);
            learner.Add(Vector(9, 1), 0b100);
        }

        return learner;
    }

    private static FeatureVector Vector(ulong feature, float number)
    {
        var vector = new FeatureVector();
        vector.AddNumbers([number], 1);
        vector.Add(0, feature);
        vector.EndGroup(1);
        return vector;
    }

    private static int Best(SoftmaxModel model, FeatureVector vector) => Array.IndexOf(Scores(model, vector), Scores(model, vector)[..3].Max());

    private static float[] Scores(SoftmaxModel model, FeatureVector vector)
    {
        var scores = new float[SoftmaxModel.Width];
        model.Score(vector, scores);
        return scores;
    }
}
