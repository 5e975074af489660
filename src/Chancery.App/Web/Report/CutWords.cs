namespace Chancery.App.Web;

/// <summary>Why a part of a document is not part of the report's text, in words.</summary>
internal static class CutWords
{
    public static string Why(string kind) => kind switch
    {
        "furniture" => "Belongs to the page, not to the article",
        "navigation" => "Leads around the site",
        "related" or "tail" => "Leads to other articles",
        "newsletter" => "Asks the reader to sign up",
        "share" => "Buttons for passing it on",
        "comments" => "Readers' comments",
        "caption" => "Describes a picture",
        "summary" => "Stands above the article or sums it up",
        "credit" => "Names who supplied text or pictures",
        "byline" => "A line that names who signed",
        "date" => "A line that only gives a day",
        "dateline" => "The dateline; read for place and day",
        "title" => "The headline, shown above",
        "repeat" => "Stands in the text already",
        _ => "Not part of the article",
    };
}
