using System.Security.Cryptography;
using System.Text;

namespace Chancery.Record;

/// <summary>Makes the ids of lines: a short mark of the kind and 80 bits of a SHA-256 over what the line is.</summary>
public static class LineId
{
    private static readonly Dictionary<string, string> Marks = new(StringComparer.Ordinal)
    {
        ["report"] = "rp",
        ["entity"] = "en",
        ["event"] = "ev",
        ["statement"] = "st",
        ["position"] = "po",
        ["pledge"] = "pl",
        ["mission"] = "mi",
        ["figure"] = "fi",
        ["control"] = "ct",
        ["conflict"] = "cf",
        ["origin"] = "or",
        ["story"] = "sy",
    };

    /// <summary>The id of a line of that kind with these parts; the same parts give the same id for ever.</summary>
    /// <exception cref="KeyNotFoundException">There is no such kind.</exception>
    public static string Of(string kind, params ReadOnlySpan<string> parts)
    {
        var content = string.Join('\u001F', [kind, .. parts]);
        return $"{Marks[kind]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..20]}";
    }

    /// <summary>The id of a finding: of its report, kind, place and content.</summary>
    public static string Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Of(LineKinds.Of(finding), finding.Report ?? "", finding.Span.ToString(), finding.Identity);
    }
}
