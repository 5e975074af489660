namespace Chancery.App.Fetching;

/// <summary>Why an address gave no bytes. Codes are never used again for another reason; <c>docs/cli.md</c> lists them.</summary>
internal static class FetchCodes
{
    /// <summary>Not an address that is fetched: another scheme, a password in it, a port of another service.</summary>
    public const string BadAddress = "FE01";

    /// <summary>The name leads to this machine, to a private network or to another place that is not the web.</summary>
    public const string Inside = "FE02";

    /// <summary>Nobody knows the name.</summary>
    public const string NoSuchHost = "FE03";

    /// <summary>No connection, no TLS, or it broke.</summary>
    public const string NoConnection = "FE04";

    /// <summary>Too slow to connect, to answer, or to send.</summary>
    public const string TooSlow = "FE05";

    /// <summary>More bytes than are read, packed or unpacked.</summary>
    public const string TooLarge = "FE06";

    /// <summary>The body swells beyond all measure.</summary>
    public const string Swollen = "FE07";

    /// <summary>Fewer bytes came than were announced.</summary>
    public const string CutShort = "FE08";

    /// <summary>Redirects in a circle, too many of them, or one that leads nowhere.</summary>
    public const string LostInRedirects = "FE09";

    /// <summary>The site's robots.txt asks not to fetch it.</summary>
    public const string Forbidden = "FE10";

    /// <summary>The site's robots.txt could not be had, which forbids until it can.</summary>
    public const string RobotsUnknown = "FE11";

    /// <summary>There is no such page, or it is not for everybody.</summary>
    public const string NotThere = "FE12";

    /// <summary>It was removed for good.</summary>
    public const string Gone = "FE13";

    /// <summary>The server asks to come back later.</summary>
    public const string Later = "FE14";

    /// <summary>The server failed, or answered what cannot be understood.</summary>
    public const string ServerFault = "FE15";

    /// <summary>The body is packed in a way that is not known, or its packing is damaged.</summary>
    public const string BadPacking = "FE16";

    /// <summary>What came from a feed's address is not a feed.</summary>
    public const string NotAFeed = "FE20";

    /// <summary>True if the same address may well answer another time.</summary>
    public static bool IsPassing(string code) => code is NoSuchHost or NoConnection or TooSlow or CutShort or RobotsUnknown or Later or ServerFault or BadPacking;
}
