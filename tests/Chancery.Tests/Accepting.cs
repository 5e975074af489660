namespace Chancery.Tests;

/// <summary>
/// Files that tests keep true. With <c>CHANCERY_ACCEPT=1</c> a test writes the file anew instead of failing, and the
/// difference is read in the commit.
/// </summary>
internal static class Accepting
{
    /// <summary>True if files are to be rewritten.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("CHANCERY_ACCEPT") == "1";

    /// <summary>Compares a file of the repository with what it should hold, or rewrites it.</summary>
    public static void Matches(string path, string expected)
    {
        var actual = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (actual == expected) return;
        if (IsOn) File.WriteAllText(path, expected);
        else Assert.Fail($"{Path.GetRelativePath(Doc.Repository, path)} is not up to date; CHANCERY_ACCEPT=1 rewrites it.\n{Difference(actual, expected)}");
    }

    private static string Difference(string actual, string expected)
    {
        var (had, should) = (actual.Split('\n'), expected.Split('\n'));
        var gone = had.Except(should, StringComparer.Ordinal).Select(line => $"- {line}");
        var added = should.Except(had, StringComparer.Ordinal).Select(line => $"+ {line}");
        return string.Join('\n', gone.Concat(added).Take(60));
    }
}
