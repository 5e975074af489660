using System.Text;
using System.Text.Json;

namespace Chancery.Store;

/// <summary>Finds the ids of entities that a line names, wherever a party or voice stands in it.</summary>
internal static class EntityIds
{
    /// <summary>The values of all properties <c>entity</c>, each once.</summary>
    public static IReadOnlyCollection<string> In(string payload)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(payload));
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("entity"u8)) continue;
            if (reader.Read() && reader.TokenType == JsonTokenType.String) ids.Add(reader.GetString()!);
        }
        return ids;
    }
}
