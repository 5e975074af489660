using Chancery.Extraction.Places;

namespace Chancery.Tests.Extraction.Places;

public class PlaceAnnotatorTests
{
    [Fact]
    public void Containment_that_the_text_says_decides()
    {
        Assert.Equal("US", Of("Shops shut in Paris, Texas, on Friday, the mayor said.", "Paris").Alpha2);
        Assert.Equal("FR", Of("Shops shut in Paris, the French capital, on Friday.", "Paris").Alpha2);
    }

    [Fact]
    public void A_word_beside_the_name_says_what_it_is()
    {
        Assert.Equal(PlaceKind.Province, Of("Troops left Kandahar province in Afghanistan on Monday.", "Kandahar province").Kind);
        Assert.Equal(PlaceKind.Water, Of("Boats crossed the Niger River into Mali.", "Niger River").Kind);
    }

    [Fact]
    public void A_name_of_nobody_knows_where_keeps_its_words()
    {
        var mention = Of("Two men were killed in the village of Qarabolukh on Monday, police in Afghanistan said.", "Qarabolukh");
        Assert.Null(mention.Place);
        Assert.Equal(0, mention.Certainty);
    }

    [Fact]
    public void A_place_in_the_name_of_a_body_is_no_place_where_something_is() =>
        Assert.Equal(PlaceUse.Name, Of("Researchers at the University of Texas counted the wells.", "Texas").Use);

    [Fact]
    public void The_adjective_of_a_state_is_its_people() => Assert.Equal(PlaceUse.People, Of("The Afghan soldiers held the bridge.", "Afghan").Use);

    [Fact]
    public void Nothing_is_finer_than_the_words()
    {
        Assert.Equal("country", Of("Fighting goes on in Yemen.", "Yemen").Place!.Precision);
        Assert.Null(Of("Talks on the Middle East began.", "Middle East").Place!.Precision);
    }

    private static PlaceMention Of(string text, string name) => Read.Document(text).Layer<PlaceMention>().First(mention => mention.Name == name);
}
