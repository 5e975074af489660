using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Chancery.Text;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Record;

/// <summary>
/// The record's JSON: camel case, absent for <see langword="null"/>, ISO days, letters as they are (those beyond U+FFFF as
/// escapes), nothing that can be computed from the rest. What is written can be read back to an equal value, but for half
/// surrogate pairs, which UTF-8 cannot hold.
/// </summary>
public static class RecordJson
{
    private static readonly RecordJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new LocalDateConverter(), new SpanConverter(), new EquatableArrayConverterFactory() },
    });

    /// <summary>The line as one JSON object without line breaks.</summary>
    public static string Write(Line line) => JsonSerializer.Serialize(line, Context.Line);

    /// <summary>Writes the line as UTF-8.</summary>
    public static void Write(Stream stream, Line line) => JsonSerializer.Serialize(stream, line, Context.Line);

    /// <summary>The line that this JSON object is.</summary>
    /// <exception cref="JsonException">It is not a line of the record.</exception>
    public static Line Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Context.Line) ?? throw new JsonException("The line is null.");
        }
        catch (NotSupportedException fault)
        {
            throw new JsonException("The line has no kind.", fault);
        }
    }

    /// <summary>The blocks of a report, which its line does not carry.</summary>
    public static string WriteBlocks(EquatableArray<Block> blocks) => JsonSerializer.Serialize(blocks, Context.EquatableArrayBlock);

    /// <summary>Reads what <see cref="WriteBlocks"/> wrote.</summary>
    public static EquatableArray<Block> ReadBlocks(string json) => JsonSerializer.Deserialize(json, Context.EquatableArrayBlock);

    private sealed class LocalDateConverter : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDatePattern.Iso.Parse(reader.GetString() ?? "") is { Success: true } parsed
                ? parsed.Value
                : throw new JsonException("A day is written 2021-08-16.");

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }

    /// <summary>A span is checked at birth and cannot be filled in afterwards, as the serialiser would.</summary>
    private sealed class SpanConverter : JsonConverter<Span>
    {
        public override Span Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            int start = -1, end = -1;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isStart = reader.ValueTextEquals("start"u8);
                if (!isStart && !reader.ValueTextEquals("end"u8)) throw new JsonException("A span has start and end.");
                reader.Read();
                if (isStart) start = reader.GetInt32();
                else end = reader.GetInt32();
            }
            return 0 <= start && start <= end ? new Span(start, end) : throw new JsonException("A span ends where it starts or later.");
        }

        public override void Write(Utf8JsonWriter writer, Span value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteNumber("start"u8, value.Start);
            writer.WriteNumber("end"u8, value.End);
            writer.WriteEndObject();
        }
    }

    private sealed class EquatableArrayConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(EquatableArray<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(EquatableArrayConverter<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;
    }

    private sealed class EquatableArrayConverter<T> : JsonConverter<EquatableArray<T>>
    {
        public override EquatableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("An array is expected.");
            var items = new List<T>();
            var info = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                items.Add(JsonSerializer.Deserialize(ref reader, info)!);
            return items.ToEquatableArray();
        }

        public override void Write(Utf8JsonWriter writer, EquatableArray<T> value, JsonSerializerOptions options)
        {
            var info = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
            writer.WriteStartArray();
            foreach (var item in value) JsonSerializer.Serialize(writer, item, info);
            writer.WriteEndArray();
        }
    }
}

[JsonSerializable(typeof(Line))]
[JsonSerializable(typeof(EquatableArray<Block>))]
internal sealed partial class RecordJsonContext : JsonSerializerContext;
