namespace Chancery.App.Web;

/// <summary>Why a part of a document is not part of the report's text, in words.</summary>
internal static class CutWords
{
    public static string Why(string kind) => kind switch
    {
        "navigation" => "Furniture of the page, not of the article",
        "related" => "Leads to other articles",
        "newsletter" => "Asks the reader to sign up",
        "caption" => "Describes a picture",
        "credit" => "Names who took or supplied something",
        "byline" => "Names who signed it; kept as the report's byline",
        "date" => "Says the day; kept as the report's day",
        "title" => "The headline; kept as the report's title",
        "summary" => "Sums up what the text tells",
        "repeat" => "Stands in the text already",
        _ => "Not part of the article",
    };
}
