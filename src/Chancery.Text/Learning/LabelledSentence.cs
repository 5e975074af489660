using System.Collections.Immutable;

namespace Chancery.Text.Learning;

/// <summary>A sentence with a label for each token, as corpora of names give them: <c>B-X</c> begins, <c>I-X</c> goes on, <c>O</c> is outside.</summary>
/// <param name="Forms">The tokens.</param>
/// <param name="Labels">A label for each.</param>
public sealed record LabelledSentence(ImmutableArray<string> Forms, ImmutableArray<string> Labels)
{
    /// <summary>The runs that the labels mark: first token, token after the last, type. An <c>I-X</c> that follows nothing of its type begins a run.</summary>
    public IEnumerable<(int First, int End, string Type)> Runs()
    {
        for (var first = 0; first < Labels.Length;)
        {
            var end = first + 1;
            if (Labels[first].Length < 3)
            {
                first = end;
                continue;
            }

            var type = Labels[first][2..];
            while (end < Labels.Length && Labels[end] == $"I-{type}") end++;
            yield return (first, end, type);
            first = end;
        }
    }

    /// <summary>Reads a corpus: a token and its label in a line, parted by a tab; a blank line between sentences. A line without label is outside.</summary>
    public static IEnumerable<LabelledSentence> Read(TextReader input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return ReadSentences(input);
    }

    private static IEnumerable<LabelledSentence> ReadSentences(TextReader input)
    {
        var (forms, labels) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        while (input.ReadLine() is { } line)
        {
            if (line.AsSpan().Trim().IsEmpty)
            {
                if (forms.Count > 0) yield return new LabelledSentence(forms.DrainToImmutable(), labels.DrainToImmutable());
                continue;
            }

            var tab = line.IndexOf('\t');
            forms.Add(tab < 0 ? line : line[..tab]);
            labels.Add(tab < 0 || tab + 1 == line.Length ? "O" : line[(tab + 1)..]);
        }

        if (forms.Count > 0) yield return new LabelledSentence(forms.DrainToImmutable(), labels.DrainToImmutable());
    }
}
