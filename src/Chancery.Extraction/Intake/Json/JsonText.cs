using System.Text.Json;

namespace Chancery.Extraction.Intake.Json;

/// <summary>JSON that strangers wrote: never throws on content, never nests deeper than the limit.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = Limits.JsonDepth,
    };

    /// <summary>The value, or <see langword="null"/> if the text is no JSON. It stays valid on its own.</summary>
    public static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return document.RootElement.Clone();
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// As the other; of a text that breaks off or is damaged, what stands before the fault: the objects that were whole in
    /// the array in which it lies.
    /// </summary>
    public static (JsonElement? Value, bool IsBroken) ParseOrSalvage(string text)
    {
        if (Parse(text) is { } whole) return (whole, false);
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var (end, depth) = LastWholeObject(bytes);
        if (end == 0) return (null, true);
        var head = System.Text.Encoding.UTF8.GetString(bytes, 0, end);
        return (Parse(head + (depth == 1 ? "]" : "]}")), true);
    }

    /// <summary>A member's text: strings and numbers; <see langword="null"/> for all else, blanks and half characters.</summary>
    public static string? Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? Text(value) : null;

    /// <summary>The text of a value, as of a member.</summary>
    public static string? Text(this JsonElement value)
    {
        try
        {
            var text = value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
            return string.IsNullOrWhiteSpace(text) ? null : text;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A member's text as one line, or <see langword="null"/>.</summary>
    public static string? Line(this JsonElement element, string name) =>
        element.Field(name) is { } text && TextShape.Collapse(text) is { Length: > 0 } line ? line : null;

    /// <summary>The members of an object; one whose name holds half a character is passed over.</summary>
    public static IEnumerable<(string Name, JsonElement Value)> Members(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) yield break;
        foreach (var member in element.EnumerateObject())
            if (NameOf(member) is { } name)
                yield return (name, member.Value);
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The items of a member that is an array; of an object, the object itself; none otherwise.</summary>
    public static IEnumerable<JsonElement> Many(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value)) return [];
        return value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray(),
            JsonValueKind.Object => [value],
            _ => [],
        };
    }

    /// <summary>Where the last object ended that was whole and lay in an array at the top or one object below it.</summary>
    private static (int End, int Depth) LastWholeObject(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Limits.JsonDepth });
        var (end, depth) = (0, 0);
        var array = bytes.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'[', ..] ? 1 : 2;
        try
        {
            while (reader.Read())
                if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == array)
                    (end, depth) = ((int)reader.BytesConsumed, array);
        }
        catch (JsonException)
        {
            // The fault was looked for.
        }

        return (end, depth);
    }
}
