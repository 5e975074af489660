namespace Chancery.Extraction.Intake;

/// <summary>How much of a document is read, whatever it says of itself. Measured on 908 real pages, with room to spare.</summary>
internal static class Limits
{
    public const int Megabyte = 1024 * 1024;

    /// <summary>Bytes of a document as it came.</summary>
    public const int PackedBytes = 10 * Megabyte;

    /// <summary>Bytes after unpacking; also of a document that came unpacked from a file.</summary>
    public const int UnpackedBytes = 20 * Megabyte;

    /// <summary>How many bytes one packed byte may become once a megabyte was unpacked.</summary>
    public const int Ratio = 100;

    /// <summary>How often a file may be packed in itself.</summary>
    public const int Packings = 2;

    /// <summary>Bytes of an archive as it came; a setting of the program usually allows fewer.</summary>
    public const int ArchiveBytes = 512 * Megabyte;

    /// <summary>Bytes that all members of an archive may become together.</summary>
    public const int ArchiveUnpackedBytes = 256 * Megabyte;

    /// <summary>How many bytes a packed byte of a whole archive may become, beyond <see cref="UnpackedBytes"/>.</summary>
    public const int ArchiveRatio = 20;

    /// <summary>Bytes of the header of a record, a message or an answer.</summary>
    public const int HeaderBytes = 64 * 1024;

    /// <summary>Characters of one field of a header, beyond which its further lines are passed over.</summary>
    public const int HeaderLength = 8 * 1024;

    /// <summary>Objects and arrays of JSON within each other.</summary>
    public const int JsonDepth = 64;

    /// <summary>Parts of a message within each other.</summary>
    public const int MailDepth = 8;

    /// <summary>Tags of a page; the text of what follows is kept.</summary>
    public const int Tags = 200_000;

    /// <summary>Open elements; deeper ones lose their tags and keep their text.</summary>
    public const int Depth = 256;

    /// <summary>Open elements of the kind that a parser opens again in every paragraph (b, font, a …).</summary>
    public const int Formatting = 12;

    /// <summary>Characters of one tag with its attributes.</summary>
    public const int TagLength = 128 * 1024;

    /// <summary>Attributes of one tag.</summary>
    public const int Attributes = 1_000;

    /// <summary>Lines of a plain text; a text of more is a book, and no report.</summary>
    public const int Lines = 50_000;

    /// <summary>Items of a feed, lines of a JSON lines file.</summary>
    public const int Items = 100_000;
}
