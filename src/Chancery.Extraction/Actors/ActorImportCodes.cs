namespace Chancery.Extraction.Actors;

/// <summary>Why a line of an actor file is not used. Codes are never used again for another reason; <c>docs/cli.md</c> lists them.</summary>
internal static class ActorImportCodes
{
    /// <summary>A line of no shape that is read.</summary>
    public const string NoActor = "AC01";

    /// <summary>A code that names neither a country nor a role.</summary>
    public const string NoCode = "AC02";

    /// <summary>A day that is none.</summary>
    public const string NoDay = "AC03";

    /// <summary>A country that nobody knows.</summary>
    public const string NoCountry = "AC04";
}
