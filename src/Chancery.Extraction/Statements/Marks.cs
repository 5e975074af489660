using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>Keys of the few words and marks on which the grammar of attribution turns.</summary>
internal static class Marks
{
    public static readonly ulong That = TokenKey.Of("that");
    public static readonly ulong About = TokenKey.Of("about");
    public static readonly ulong To = TokenKey.Of("to");
    public static readonly ulong Comma = TokenKey.Of(",");
    public static readonly ulong Colon = TokenKey.Of(":");
}
