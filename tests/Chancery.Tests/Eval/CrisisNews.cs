using System.Text.Json;
using Chancery.Text.Learning;

namespace Chancery.Tests.Eval;

/// <summary>The reports of <c>eval/crisis</c>, annotated by hand.</summary>
internal static class CrisisNews
{
    public static string PathOf(string file) => Doc.PathOf("eval", "crisis", file);

    public static IReadOnlyList<TreebankDocument> Documents { get; } = Read();

    public static IReadOnlyList<CoreferenceDocument> Coreference { get; } =
        [.. File.ReadLines(PathOf("crisis.coref.jsonl")).Select(line => JsonSerializer.Deserialize<CoreferenceDocument>(line, JsonSerializerOptions.Web)!)];

    private static List<TreebankDocument> Read()
    {
        using var reader = new StreamReader(PathOf("crisis.conllu"));
        return [.. ConlluReader.Read(reader)];
    }
}

/// <summary>A line of <c>crisis.coref.jsonl</c>.</summary>
internal sealed record CoreferenceDocument(string Id, string Genre, string[][] Sents, CoreferenceMention[] Mentions);

/// <summary>A mention: entity, sentence from 0, first and last token from 0.</summary>
internal sealed record CoreferenceMention(string E, int Sent, int Start, int End);
