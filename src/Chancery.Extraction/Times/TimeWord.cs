using Chancery.Text.Lexicons;

namespace Chancery.Extraction.Times;

/// <summary>An entry of the lexicon of time words: its classes, and the value it has in each.</summary>
internal sealed class TimeWord
{
    private readonly KeyValuePair<TimeClass, string>[] _values;

    private TimeWord(KeyValuePair<TimeClass, string>[] values)
    {
        _values = values;
        foreach (var (timeClass, _) in values) Classes |= timeClass;
        if (Value(TimeClass.Unit) is { Length: > 0 and var length } unit && !(length == 2 && unit[0] == 'T')) Classes |= TimeClass.LongUnit;
    }

    public TimeClass Classes { get; }

    /// <summary>The word's value in that class; empty if it has none.</summary>
    public string Value(TimeClass timeClass)
    {
        foreach (var (key, value) in _values)
            if (key == timeClass)
                return value;
        return "";
    }

    /// <exception cref="FormatException">The line names a class that there is not.</exception>
    public static TimeWord Read(string file, LexiconEntry entry) =>
        new([.. entry.Field(0).Split('|', StringSplitOptions.TrimEntries).Select(part => ReadClass(file, entry, part))]);

    private static KeyValuePair<TimeClass, string> ReadClass(string file, LexiconEntry entry, string part)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? part : part[..colon];
        if (!Enum.TryParse<TimeClass>(name, ignoreCase: true, out var timeClass) || char.IsDigit(name[0]))
            throw new FormatException($"{file}:{entry.Line}: '{name}' is no class of time words.");
        return new(timeClass, colon < 0 ? "" : part[(colon + 1)..]);
    }
}
