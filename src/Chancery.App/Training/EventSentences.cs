using Chancery.App.Evaluation;
using Chancery.Extraction.Events.Types;
using Chancery.Text;
using Chancery.Text.Syntax;

namespace Chancery.App.Training;

/// <summary>A sentence of our own, with who acts, whom it is done to, and the word that tells it.</summary>
/// <param name="Type">What the word tells in itself; <see langword="null"/> for none.</param>
/// <param name="Root">What PLOVER's coders would give to the whole; <see langword="null"/> for none.</param>
internal sealed record EventSentence(string? Type, string? Root, string Text, Span Source, Span Target, Span Predicate)
{
    /// <summary>What stands for no event in the column of types.</summary>
    public const string None = "NONE";

    /// <summary>Adds the sentence to what is learnt.</summary>
    /// <param name="trainer">Learns.</param>
    /// <param name="pipeline">Reads language.</param>
    /// <param name="isLate">See <see cref="EventTypeTrainer"/>.</param>
    public void AddTo(EventTypeTrainer trainer, Pipeline pipeline, bool isLate)
    {
        var document = pipeline.Run(new Document(new SourceText(Text)));
        var tree = new SyntaxTree(document);
        var (source, target) = (PloverItem.TokensIn(document, Source), PloverItem.TokensIn(document, Target));
        var predicate = tree.HeadOf(PloverItem.TokensIn(document, Predicate));
        var frame = new EventFrame(tree, source, target, predicate);
        trainer.Add(source.Count + target.Count > 0 ? new EventFrame(tree, source, target) : frame, frame, Type, Root, isLate);
    }

    /// <summary>Reads <c>training/events/*.tsv</c>: lines of type, PLOVER's type where it is another, and the sentence with its [actor], {recipient} and *word*.</summary>
    /// <exception cref="FormatException">A line has another form.</exception>
    public static List<EventSentence> Read(TextReader reader)
    {
        var sentences = new List<EventSentence>();
        for (var line = 1; reader.ReadLine() is { } row; line++)
            if (row.Length > 0 && row[0] != '#') sentences.Add(ReadLine(row.Split('\t'), line));
        return sentences;
    }

    private static EventSentence ReadLine(string[] cells, int line)
    {
        if (cells is not [var type, var plover, var marked]) throw new FormatException($"line {line}: type, plover and sentence are needed");
        var coded = plover.Length > 0 ? plover : type;
        foreach (var name in new[] { type, coded })
            if (name != None && !EventTypes.Names.Contains(name)) throw new FormatException($"line {line}: there is no type '{name}'");
        var marks = new Marked(marked);
        if (marks.Predicate.Length == 0) throw new FormatException($"line {line}: no word stands between stars");
        return new EventSentence(type == None ? null : type, coded == None ? null : EventTypes.RootOf(coded), marks.Text, marks.Source, marks.Target, marks.Predicate);
    }

    /// <summary>A sentence with its marks taken out.</summary>
    private sealed class Marked
    {
        private readonly System.Text.StringBuilder _text = new();
        private readonly Dictionary<char, int> _places = [];

        public Marked(string marked)
        {
            foreach (var sign in marked)
                if (sign == '*') _places[_places.ContainsKey('*') ? '/' : '*'] = _text.Length;
                else if (sign is '[' or ']' or '{' or '}') _places[sign] = _text.Length;
                else _text.Append(sign);
        }

        public string Text => _text.ToString();

        public Span Source => SpanOf('[', ']');

        public Span Target => SpanOf('{', '}');

        public Span Predicate => SpanOf('*', '/');

        private Span SpanOf(char begin, char end) => _places.TryGetValue(begin, out var from) && _places.TryGetValue(end, out var to) ? new Span(from, to) : default;
    }
}
