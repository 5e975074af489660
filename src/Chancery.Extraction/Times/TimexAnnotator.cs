using System.Collections.Immutable;
using Chancery.Record;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Rules;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;
using NodaTime;

namespace Chancery.Extraction.Times;

/// <summary>
/// Finds time expressions and says what they stand for, told from the report's day. Tokens become classes of time words,
/// simple rules over them give simple expressions, wider rules join and modify these. Where the report's day is not
/// known or is an interval, relative expressions keep their type and an open value, and their days are those that hold for
/// each day the report can be from. It does not say which event an expression belongs to, and inside a statement of another
/// day it still tells from the report's: <see cref="SpeechTime"/>.
/// </summary>
public sealed class TimexAnnotator : Annotator<Timex>
{
    private readonly string _fingerprint;
    private readonly TimeMarker _marker;
    private readonly ClauseCues _cues;
    private readonly RuleMatcher _simple;
    private readonly RuleMatcher _wide;

    /// <summary>An annotator over the time lexicons and rules of these resources.</summary>
    /// <exception cref="FormatException">A line of them cannot be read.</exception>
    public TimexAnnotator(Resources resources)
        : base("times", 2, typeof(ReportHead), typeof(Token), typeof(Sentence))
    {
        ArgumentNullException.ThrowIfNull(resources);
        var (words, numbers, cues) = (resources.Lexicon("time-words"), resources.Lexicon("time-numbers"), resources.Lexicon("time-cues"));
        var (simple, wide) = (resources.Rules("times"), resources.Rules("times-wide"));
        foreach (var rule in simple.Rules) ExpressionBuilder.KindOf(rule);
        _marker = new TimeMarker(words, numbers);
        _cues = new ClauseCues(cues);
        _simple = new RuleMatcher(simple, resources.Lexicon, TimeClasses.Simple);
        _wide = new RuleMatcher(wide, resources.Lexicon, TimeClasses.Wide);
        _fingerprint = words.Hash + numbers.Hash + cues.Hash + simple.Hash + wide.Hash;
    }

    /// <inheritdoc/>
    public override string DataFingerprint => _fingerprint;

    /// <inheritdoc/>
    protected override IEnumerable<Timex> Annotate(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var marks = _marker.Mark(document);
        marks = WithCores(document, marks);
        var found = Widen(document, marks);
        return new TimexReader(document, _cues, found).Read(TimeAnchor.Of(document.Report.Published));
    }

    private ImmutableArray<TimeToken> WithCores(Document document, ImmutableArray<TimeToken> marks)
    {
        var marked = document.With<TimeToken>(marks);
        var builder = new ExpressionBuilder(document.Text, marks);
        var cored = marks.ToBuilder();
        foreach (var sentence in document.Sentences)
            foreach (var match in _simple.Match(marked, sentence.First, sentence.End, i => Opens(marks, i)))
            {
                var range = match.Capture("span") ?? match.Range;
                if (builder.Build(match) is not { } expression) continue;
                var core = new TimeCore(range.First, range.Count, expression, match.Rule.Name, match.Rule.Setting("alone") != "no");
                cored[range.First] = cored[range.First] with { Core = core };
            }

        return cored.ToImmutable();
    }

    private List<TimeCore> Widen(Document document, ImmutableArray<TimeToken> marks)
    {
        var marked = document.With<TimeToken>(marks);
        var builder = new ExpressionBuilder(document.Text, marks);
        var found = new List<TimeCore>();
        var inside = InsideCores(marks);
        foreach (var sentence in document.Sentences)
        {
            var from = sentence.First;
            for (var end = -1; end != from;)
            {
                end = from;
                foreach (var match in WideFrom(marked, marks, inside, from, sentence.End))
                {
                    AddAlone(found, marks, from, match.Range.First);
                    from = builder.Build(match) is { } expression ? AddWide(found, marks, match, expression) : match.Range.End;
                    if (from < match.Range.End) break;
                    end = from;
                }
            }

            AddAlone(found, marks, from, sentence.End);
        }

        return found;
    }

    /// <summary>True where an expression may begin; an article opens one only before another time word.</summary>
    private static bool Opens(ImmutableArray<TimeToken> marks, int i)
    {
        if ((marks[i].Classes & TimeClass.Opening) is var opening && opening == TimeClass.None) return false;
        if (opening != TimeClass.Article) return true;
        return i + 1 < marks.Length && marks[i + 1].Is(TimeClass.Opening & ~TimeClass.Article | TimeClass.Apostrophe);
    }

    /// <summary>Where no wide expression may begin: at any token of a simple one but its first.</summary>
    private static bool[] InsideCores(ImmutableArray<TimeToken> marks)
    {
        var inside = new bool[marks.Length];
        for (var i = 0; i < marks.Length; i++)
            if (marks[i].Core is { } core)
                for (var j = i + 1; j < i + core.Length; j++) inside[j] = true;
        return inside;
    }

    private IEnumerable<RuleMatch> WideFrom(Document marked, ImmutableArray<TimeToken> marks, bool[] inside, int from, int end) =>
        _wide.Match(marked, from, end, i => !inside[i] && (marks[i].Core is not null || Opens(marks, i)));

    /// <summary>Adds what a wide rule found and says from where to look on: what stands behind its part is read for itself.</summary>
    private static int AddWide(List<TimeCore> found, ImmutableArray<TimeToken> marks, RuleMatch match, TimeExpression expression)
    {
        var range = match.Capture("span") ?? match.Range;
        AddAlone(found, marks, match.Range.First, match.Capture("item")?.First ?? range.First);
        var parts = match.Captures.Values.Select(part => marks[part.First].Core?.By).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var by = string.Join(':', parts.Prepend(match.Rule.Name));
        if (match.Capture("item") is { } item) found.Add(new TimeCore(item.First, item.Count, expression with { Day = (int)marks[item.First].Number }, by, true));
        found.Add(new TimeCore(range.First, range.Count, expression, by, true));
        return range.End;
    }

    private static void AddAlone(List<TimeCore> found, ImmutableArray<TimeToken> marks, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (marks[i].Core is { Alone: true } core && core.First + core.Length <= to)
                found.Add(core);
    }
}
