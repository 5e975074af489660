using System.Globalization;
using System.Text;
using NodaTime;

namespace Chancery.App.Fetching;

/// <summary>
/// What a robots.txt asks of us, as RFC 9309 reads it: the group that names our product, else the group of <c>*</c>; the
/// longest matching path decides, and among equals the one that allows. <c>Crawl-delay</c> is no part of the standard and is
/// honoured all the same.
/// </summary>
internal sealed class RobotsRules
{
    /// <summary>More bytes of a robots.txt are not read; the standard asks for at least 500 KiB.</summary>
    public const int Bytes = 512 * 1024;

    private readonly List<(string Pattern, bool Allows)> _rules = [];

    private RobotsRules()
    {
    }

    /// <summary>Nothing is asked.</summary>
    public static RobotsRules None { get; } = new();

    /// <summary>The pause between two visits that the site asks for.</summary>
    public Duration? Delay { get; private set; }

    /// <summary>Reads the file; lines that are no rule are passed over.</summary>
    public static RobotsRules Read(ReadOnlySpan<byte> bytes, string product)
    {
        var groups = Groups(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, Bytes)]).TrimStart('\uFEFF')).ToList();
        var own = groups.Where(group => group.Agents.Any(agent => IsProduct(agent, product))).ToList();
        var rules = new RobotsRules();
        foreach (var group in own.Count > 0 ? own : groups.Where(group => group.Agents.Contains("*")))
            foreach (var (field, value) in group.Lines) rules.Add(field, value);
        return rules;
    }

    /// <summary>True if the address may be fetched.</summary>
    public bool Allows(Uri address)
    {
        var path = Normal(address.PathAndQuery);
        if (path == "/robots.txt") return true;
        var (longest, allows) = (-1, true);
        foreach (var rule in _rules)
        {
            if (rule.Pattern.Length < longest || (rule.Pattern.Length == longest && allows) || !Matches(path, rule.Pattern)) continue;
            (longest, allows) = (rule.Pattern.Length, rule.Allows);
        }

        return allows;
    }

    private void Add(string field, string value)
    {
        if (field is "allow" or "disallow" && value.Length > 0) _rules.Add((Normal(value), field == "allow"));
        if (field == "crawl-delay" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 86_400)
            Delay = Duration.FromSeconds(seconds);
    }

    private sealed record Group(HashSet<string> Agents, List<(string Field, string Value)> Lines);

    // Agents that follow each other share a group; the first other line closes the list of agents.
    private static IEnumerable<Group> Groups(string text)
    {
        Group? group = null;
        foreach (var line in text.Split('\n', '\r'))
        {
            var plain = line.Split('#')[0];
            var colon = plain.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            var (field, value) = (plain[..colon].Trim().ToLowerInvariant(), plain[(colon + 1)..].Trim());
            if (field == "user-agent")
            {
                if (group is null || group.Lines.Count > 0)
                {
                    if (group is not null) yield return group;
                    group = new Group(new HashSet<string>(StringComparer.OrdinalIgnoreCase), []);
                }

                group.Agents.Add(value);
            }
            else if (field is "allow" or "disallow" or "crawl-delay")
            {
                group?.Lines.Add((field, value));
            }
        }

        if (group is not null) yield return group;
    }

    // A site may write the product with its version.
    private static bool IsProduct(string agent, string product) =>
        agent.Split('/', ' ')[0].Equals(product, StringComparison.OrdinalIgnoreCase);

    /// <summary><c>*</c> stands for anything, <c>$</c> at the end for the end. One pass with one point to come back to: linear in practice, never exponential.</summary>
    private static bool Matches(string path, string pattern)
    {
        var anchored = pattern.EndsWith('$');
        var length = anchored ? pattern.Length - 1 : pattern.Length;
        int at = 0, index = 0, star = -1, mark = 0;
        while (true)
        {
            if (index == length && (!anchored || at == path.Length)) return true;
            if (index < length && pattern[index] == '*') (star, mark) = (index++, at);
            else if (index < length && at < path.Length && pattern[index] == path[at]) (index, at) = (index + 1, at + 1);
            else if (star >= 0 && mark < path.Length) (index, at) = (star + 1, ++mark);
            else return false;
        }
    }

    /// <summary>Both sides in one form: letters beyond ASCII escaped, escapes of plain letters undone, hexadecimal digits in capitals.</summary>
    private static string Normal(string path)
    {
        var bytes = Encoding.UTF8.GetBytes(path);
        var normal = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var escaped = bytes[i] == '%' ? Hex(bytes, i + 1) : null;
            var octet = escaped ?? bytes[i];
            if (octet is > 32 and < 127 && (escaped is null || IsPlain(octet))) normal.Append((char)octet);
            else normal.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
            if (escaped is not null) i += 2;
        }

        return normal.ToString();
    }

    private static byte? Hex(byte[] bytes, int at) =>
        at + 1 < bytes.Length && char.IsAsciiHexDigit((char)bytes[at]) && char.IsAsciiHexDigit((char)bytes[at + 1])
            ? Convert.ToByte(Encoding.ASCII.GetString(bytes, at, 2), 16)
            : null;

    // RFC 3986 calls them unreserved: escaped or not, they mean the same.
    private static bool IsPlain(byte octet) => char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
}
