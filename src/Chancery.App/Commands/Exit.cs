namespace Chancery.App.Commands;

/// <summary>What the program's exit code says.</summary>
internal static class Exit
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUse = 2;

    /// <summary>Done, but some inputs were refused.</summary>
    public const int Refused = 3;
}
