using System.Text.Json;

namespace Chancery.Extraction.Intake.Json;

/// <summary>A JSON value of a document that may hold many.</summary>
/// <param name="Value">The value; <see langword="null"/> if it is damaged.</param>
/// <param name="Number">Its line, or its place in the array, counted from 1.</param>
internal readonly record struct JsonItem(JsonElement? Value, int Number);

/// <summary>The values of a document: one on each line, the members of one array, or one value over many lines.</summary>
internal static class JsonItems
{
    private const int LinesToTry = 3;

    /// <summary>The values in order.</summary>
    public static IEnumerable<JsonItem> Of(OpenedDocument document) => IsLines(document) ? Lines(document.Text) : Whole(document.Text);

    private static bool IsLines(OpenedDocument document)
    {
        if (document.IsNamed(".jsonl") || document.IsNamed(".ndjson")) return true;
        var tried = 0;
        foreach (var line in document.Text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace()) continue;
            if (JsonText.Parse(line.ToString())?.ValueKind == JsonValueKind.Object) return true;
            if (++tried == LinesToTry) return false;
        }

        return false;
    }

    private static IEnumerable<JsonItem> Lines(string text)
    {
        var number = 0;
        for (var at = 0; at < text.Length && number < Limits.Items;)
        {
            var length = text.AsSpan(at).IndexOf('\n');
            var line = length < 0 ? text[at..] : text.Substring(at, length);
            at += line.Length + 1;
            number++;
            if (!string.IsNullOrWhiteSpace(line)) yield return new JsonItem(JsonText.Parse(line), number);
        }
    }

    private static IEnumerable<JsonItem> Whole(string text)
    {
        var (value, isBroken) = JsonText.ParseOrSalvage(text);
        var number = 0;
        if (value is { ValueKind: JsonValueKind.Array } array)
            foreach (var item in array.EnumerateArray().Take(Limits.Items))
                yield return new JsonItem(item, ++number);
        else if (value is { } one)
            yield return new JsonItem(one, ++number);
        if (isBroken) yield return new JsonItem(null, number + 1);
    }
}
