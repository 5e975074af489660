namespace Chancery.Tests.House;

/// <summary>How a rule of the house fails: with the whole list of those who break it.</summary>
internal static class Offenders
{
    public static void None(string rule, IEnumerable<string> offenders)
    {
        var list = offenders.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (list.Length > 0) Assert.Fail($"{rule}\n{string.Join('\n', list.Select(offender => $"  {offender}"))}");
    }
}
