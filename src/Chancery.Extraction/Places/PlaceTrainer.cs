using Chancery.Text;
using Chancery.Text.Learning;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Places;

/// <summary>How far a place is the right one.</summary>
public enum PlaceVerdict
{
    /// <summary>Another place.</summary>
    Wrong,

    /// <summary>Near enough, but of another rank: the town for its province.</summary>
    Near,

    /// <summary>The place, or one that lies about it.</summary>
    Right,

    /// <summary>The place itself.</summary>
    Exact,
}

/// <summary>A place's name marked in a report, with what is right.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Judge">How far a mention of a place is right.</param>
public sealed record MarkedPlace(Span Span, Func<PlaceMention, PlaceVerdict> Judge);

/// <summary>
/// Learns a <see cref="PlaceModel"/> from reports whose places are marked, and resolves marked names for measuring. Knows no paths. The same reports and
/// settings give the same bytes.
/// </summary>
/// <param name="resources">Gazetteer and tables.</param>
public sealed class PlaceTrainer(Resources resources)
{
    private readonly List<(int Fold, float[] Row, bool Answer, double Weight)> _examples = [];

    /// <summary>How many places were judged.</summary>
    public int Count => _examples.Count;

    /// <summary>Adds a report.</summary>
    /// <param name="document">Read up to its mentions.</param>
    /// <param name="marked">Its places.</param>
    /// <param name="fold">Which part it belongs to.</param>
    public void Add(Document document, IReadOnlyList<MarkedPlace> marked, int fold)
    {
        ArgumentNullException.ThrowIfNull(marked);
        var resolver = resources.PlaceResolver(null);
        var judges = new Dictionary<int, MarkedPlace>();
        foreach (var mark in marked)
            if (RangeOf(document, mark.Span) is { } range) judges.TryAdd(range.First, mark);
        foreach (var (name, rows) in resolver.Rows(document, Names(document, marked.Select(mark => mark.Span))))
        {
            if (rows.Length == 0 || !judges.TryGetValue(name.Range.First, out var mark)) continue;
            var verdicts = Enumerable.Range(0, rows.Length).Select(i => mark.Judge(resolver.Mention(document, name, i, 0))).ToList();
            var best = verdicts.Max();
            for (var i = 0; i < rows.Length; i++)
                _examples.Add((fold, rows[i], best > PlaceVerdict.Wrong && verdicts[i] == best, 1));
        }
    }

    /// <summary>The model.</summary>
    /// <param name="training">How.</param>
    /// <param name="heldOut">A part that must not be looked at; −1 for none.</param>
    public PlaceModel Learn(TreeTraining training, int heldOut = -1)
    {
        var booster = new TreeBooster(PlaceFeatures.Templates, PlaceFeatures.Width);
        foreach (var (fold, row, answer, weight) in _examples)
            if (fold != heldOut) booster.Add(row, answer, weight);
        return new PlaceModel(booster.Learn(training));
    }

    /// <summary>The marked names of a report with the places that a model takes them for; other names that stand there are looked at, and left out.</summary>
    public IReadOnlyList<PlaceMention> Resolve(Document document, IReadOnlyList<Span> marked, PlaceModel? model = null)
    {
        ArgumentNullException.ThrowIfNull(marked);
        var firsts = marked.Select(span => RangeOf(document, span)?.First).ToHashSet();
        return [.. resources.PlaceResolver(model ?? resources.PlaceModel()).Resolve(document, Names(document, marked)).Where(mention => firsts.Contains(mention.Range.First))];
    }

    /// <summary>The names that were marked, and beside them those that are found elsewhere.</summary>
    private List<PlaceName> Names(Document document, IEnumerable<Span> marked)
    {
        var found = resources.PlacesIn(document).Find();
        var names = new List<PlaceName>();
        var taken = new bool[document.Tokens.Length];
        foreach (var span in marked.Order())
        {
            if (RangeOf(document, span) is not { } range || taken[range.First]) continue;
            taken.AsSpan(range.First, range.Count).Fill(true);
            names.Add(new PlaceName(range, found.Find(name => name.Range.First <= range.First && range.First < name.Range.End) is { Range.Count: > 0 } same ? same.Use : PlaceUse.Name));
        }

        names.AddRange(found.Where(name => !taken.AsSpan(name.Range.First, name.Range.Count).Contains(true)));
        return [.. names.OrderBy(name => name.Range.First)];
    }

    private static TokenRange? RangeOf(Document document, Span span)
    {
        var first = LayerSearch.FirstFrom(document.Tokens, span.Start);
        if (first > 0 && document.Tokens[first - 1].Span.End > span.Start) first--;
        var end = first;
        while (end < document.Tokens.Length && document.Tokens[end].Span.Start < span.End) end++;
        return end > first ? new TokenRange(first, end) : null;
    }
}
