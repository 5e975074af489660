using System.Text;

namespace Chancery.Extraction.Intake.Warc;

/// <summary>Lines of <c>Name: value</c> up to an empty line, after one line of another kind: of a record, or of an HTTP answer.</summary>
internal static class HeaderBlock
{
    /// <summary>The headers by name, in any case, and where what they belong to begins. Of a repeated one the first counts.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="at">Where the first line begins, which is passed over.</param>
    public static (Dictionary<string, string> Headers, int End) Read(ReadOnlySpan<byte> bytes, int at)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var limit = Math.Min(bytes.Length, at + Limits.HeaderBytes);
        var name = "";
        for (var first = true; at < limit; first = false)
        {
            var length = bytes[at..limit].IndexOf((byte)'\n');
            var line = (length < 0 ? bytes[at..limit] : bytes.Slice(at, length)).TrimEnd((byte)'\r');
            at = length < 0 ? limit : at + length + 1;
            if (line.IsEmpty) return (headers, at);
            if (!first) name = Take(headers, line, name);
        }

        return (headers, at);
    }

    /// <summary>A line that begins with a space goes on with the one before it.</summary>
    private static string Take(Dictionary<string, string> headers, ReadOnlySpan<byte> line, string name)
    {
        var colon = line.IndexOf((byte)':');
        if (line[0] is (byte)' ' or (byte)'\t')
        {
            if (headers.TryGetValue(name, out var value) && value.Length < Limits.HeaderLength) headers[name] = $"{value} {Encoding.UTF8.GetString(line).Trim()}";
            return name;
        }

        if (colon <= 0) return name;
        name = Encoding.UTF8.GetString(line[..colon]).Trim();
        headers.TryAdd(name, Encoding.UTF8.GetString(line[(colon + 1)..]).Trim());
        return name;
    }
}
