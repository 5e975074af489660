namespace Chancery.Tests;

/// <summary>The folder of shared data beside the repository, which a stranger's clone does not have.</summary>
internal static class Shared
{
    private static readonly string Folder = System.IO.Path.GetFullPath(System.IO.Path.Combine(Doc.Repository, "..", "shared"));

    /// <summary>Why tests on shared data are skipped; <see langword="null"/> if the data is there.</summary>
    public static string? SkipReason { get; } =
        Directory.Exists(Folder) ? null : $"The shared data is not here (looked for '{Folder}').";

    /// <summary>A path inside the shared folder.</summary>
    public static string Path(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Folder, .. parts]);
}

/// <summary>A fact that needs <c>../shared</c> and says so where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = Shared.SkipReason;
}

/// <summary>A theory that needs <c>../shared</c> and says so where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = Shared.SkipReason;
}
