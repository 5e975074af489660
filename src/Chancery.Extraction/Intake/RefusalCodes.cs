using System.Collections.Frozen;

namespace Chancery.Extraction.Intake;

/// <summary>The catalogue of refusals: why bytes did not become a report. Codes are never reused for another reason.</summary>
public static class RefusalCodes
{
    /// <summary>There are no bytes, or nothing but white space.</summary>
    public const string Empty = "IN01";

    /// <summary>The bytes are a picture, a program or another thing that is not text.</summary>
    public const string Binary = "IN02";

    /// <summary>It is text, but of no shape that is read.</summary>
    public const string Unrecognised = "IN03";

    /// <summary>More bytes than are read, packed or unpacked.</summary>
    public const string TooLarge = "IN04";

    /// <summary>No encoding makes text of the bytes.</summary>
    public const string NotText = "IN05";

    /// <summary>A packed file ends too early or is damaged.</summary>
    public const string Truncated = "IN06";

    /// <summary>A packed file that swells beyond all measure, or is packed in itself again and again.</summary>
    public const string Unsafe = "IN07";

    /// <summary>No article was found in the page.</summary>
    public const string NoArticle = "IN08";

    /// <summary>A line is not a JSON object with a text.</summary>
    public const string BadJsonLine = "IN09";

    /// <summary>A feed without an item that can be read.</summary>
    public const string EmptyFeed = "IN10";

    /// <summary>The shape is known, but not read yet.</summary>
    public const string NotReadYet = "IN11";

    /// <summary>An item of a feed has neither text nor title.</summary>
    public const string EmptyItem = "IN12";

    /// <summary>An archive without a member that could be a report.</summary>
    public const string EmptyArchive = "IN13";

    /// <summary>A member of an archive is locked with a password.</summary>
    public const string Locked = "IN14";

    /// <summary>A record of a web archive says that a page had not changed, and the page is not in the archive.</summary>
    public const string Unchanged = "IN15";

    /// <summary>Its sender took the item back or withheld it.</summary>
    public const string Withdrawn = "IN16";

    /// <summary>The item must not be published yet, or nobody can tell.</summary>
    public const string Embargoed = "IN17";

    /// <summary>A news item that is a picture, a video or a package, or has no text.</summary>
    public const string NoNewsText = "IN18";

    /// <summary>A list of feeds, which holds addresses and no reports.</summary>
    public const string FeedList = "IN19";

    /// <summary>A file attached to a message.</summary>
    public const string Attachment = "IN24";

    /// <summary>A JSON document that is no feed, no news item and no report, or is not JSON.</summary>
    public const string BadJson = "IN25";

    /// <summary>A further page of an article, read together with the first.</summary>
    public const string FurtherPage = "IN40";

    /// <summary>Reading failed in a way that nobody foresaw; a defect of Chancery, not of the document.</summary>
    public const string Defect = "IN99";

    /// <summary>Every code with its sentence for a person.</summary>
    public static FrozenDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Empty] = "The document is empty.",
        [Binary] = "The document is not text; give a saved page, a feed, JSON lines or plain text.",
        [Unrecognised] = "No format that Chancery reads was recognised.",
        [TooLarge] = $"The document is larger than {Limits.PackedBytes / Limits.Megabyte} MB, or than {Limits.UnpackedBytes / Limits.Megabyte} MB unpacked; split it.",
        [NotText] = "No encoding makes text of the bytes; save the document as UTF-8.",
        [Truncated] = "The packed file is damaged or ends too early; fetch it again.",
        [Unsafe] = "The packed file swells beyond all measure, or is packed in itself too often; it was not opened to its end.",
        [NoArticle] = "No article was found in the page, only furniture; save the page of the article itself.",
        [BadJsonLine] = "The line is not a JSON object with a 'text' and was left out.",
        [EmptyFeed] = "The feed has no item that can be read.",
        [NotReadYet] = "The format is known, but Chancery does not read it yet.",
        [EmptyItem] = "The item of the feed has no text and was left out.",
        [EmptyArchive] = "The archive holds no document that could be a report.",
        [Locked] = "The member of the archive is locked with a password; unpack it yourself.",
        [Unchanged] = "The record says that the page had not changed since an earlier visit, which is not in the archive.",
        [Withdrawn] = "Its sender took the item back or withheld it.",
        [Embargoed] = "The item is under embargo, and nothing says that the time has passed.",
        [NoNewsText] = "The news item has no text: it is a picture, a video, a package or a pointer.",
        [FeedList] = "This is a list of feeds; it holds addresses and no reports.",
        [Attachment] = "The file attached to the message was not read; save it and give it by itself.",
        [BadJson] = "The JSON is damaged, or no feed, news item or report.",
        [FurtherPage] = "The page goes on with an article; its text is in the report of the first page.",
        [Defect] = "Reading failed unexpectedly; please report this with the document.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The sentence of a code.</summary>
    /// <exception cref="KeyNotFoundException">There is no such code.</exception>
    public static string Sentence(string code) => All[code];
}
