using Chancery.App.Evaluation;
using Chancery.Extraction.Places;
using Chancery.Record;
using Chancery.Text;
using Chancery.Text.Tokens;

namespace Chancery.Tests.App.Evaluation;

public class PlaceScoresTests
{
    private static readonly GoldPlace Sealand = new(new Span(0, 5), 10, 10, "country", "SE", "");
    private static readonly GoldPlace Town = new(new Span(10, 15), 50, 0, "other", "", "");
    private static readonly GoldPlace Unknown = new(new Span(20, 25), null, null, "none", "", "");

    [Fact]
    public void A_state_is_right_wherever_its_point_lies()
    {
        var scores = Scored([Sealand, Town], Found(0, 5, PlaceKind.Country, "SE", 40, 40), Found(10, 15, PlaceKind.Town, "GB", 50.5, 0.5)).Resolution();
        Assert.Equal((100, 50), (scores["identity"], scores["strict161"]));
    }

    [Fact]
    public void A_town_far_away_or_of_another_rank_is_wrong()
    {
        var scores = Scored([Sealand, Town], Found(0, 5, PlaceKind.Town, "SE", 40, 40), Found(10, 15, PlaceKind.Town, "GB", 53, 0)).Resolution();
        Assert.Equal((0, 2), (scores["identity"], scores["answered"]));
    }

    [Fact]
    public void A_name_without_answer_is_wrong_and_one_without_gold_point_does_not_count()
    {
        var scores = Scored([Sealand, Unknown], new PlaceMention(new TokenRange(0, 1), new Span(0, 5), "Sea", PlaceUse.Place)).Resolution();
        Assert.Equal((1, 0, 0), (scores["toponyms"], scores["answered"], scores["identity"]));
    }

    [Fact]
    public void Recognition_counts_exact_and_overlapping_spans_once()
    {
        var scores = Scored([Sealand, Town], Found(0, 5, PlaceKind.Country, "SE", 10, 10), Found(12, 18, PlaceKind.Town, "GB", 50, 0), Found(30, 33, PlaceKind.Town, "GB", 0, 0)).EndToEnd();
        Assert.Equal(100.0 / 3, scores["exactPrecision"], 3);
        Assert.Equal(50, scores["exactRecall"]);
        Assert.Equal(100, scores["overlapRecall"]);
        Assert.Equal(100, scores["accuracy161"]);
    }

    private static PlaceScores Scored(IReadOnlyList<GoldPlace> gold, params PlaceMention[] found)
    {
        var scores = new PlaceScores();
        scores.Add(gold, found);
        return scores;
    }

    private static PlaceMention Found(int start, int end, PlaceKind kind, string country, double lat, double lon) =>
        new(new TokenRange(0, 1), new Span(start, end), "x", PlaceUse.Place, new Place("x", Lat: lat, Lon: lon), kind, 0.9, country);
}
