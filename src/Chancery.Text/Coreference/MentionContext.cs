using Chancery.Text.Syntax;
using Chancery.Text.Tags;

namespace Chancery.Text.Coreference;

/// <summary>How many mentions back a mention is compared with anything; farther only with those that share a word.</summary>
internal readonly record struct ComparedMentions(int ByPronouns, int ByOthers);

/// <summary>A document's mentions with their profiles, which earlier ones each may be compared with, and who speaks in a quotation.</summary>
internal sealed class MentionContext
{
    /// <summary>How far back while learning: wrong antecedents are what a model learns from.</summary>
    public static readonly ComparedMentions Learning = new(60, 60);

    /// <summary>How far back while reading: a noun that shares no word with a far mention is hardly ever the same.</summary>
    public static readonly ComparedMentions Reading = new(80, 20);

    private const int MostFar = 6;
    private readonly ComparedMentions _compared;
    private readonly int[] _previousHead;
    private readonly int[] _previousText;
    private readonly int[] _previousName;
    private readonly int[] _previousInitials;
    private readonly int[] _speakers;
    private readonly Dictionary<int, int> _byHead = [];

    public MentionContext(SyntaxView view, IReadOnlyList<MentionProfile> mentions, ComparedMentions compared)
    {
        _compared = compared;
        View = view;
        Mentions = mentions;
        _previousHead = Chain(mention => mention.HeadLemma);
        _previousText = Chain(mention => mention.Text);
        _previousName = Chain(mention => mention.NameWords.Length > 0 ? mention.NameWords[^1] : 0);
        _previousInitials = LinkInitials();
        _speakers = FindSpeakers();
        for (var i = mentions.Count - 1; i >= 0; i--) _byHead[mentions[i].Run.Head] = i;
    }

    public SyntaxView View { get; }

    public IReadOnlyList<MentionProfile> Mentions { get; }

    /// <summary>The first mention with that head, or -1.</summary>
    public int MentionOf(int head) => head >= 0 && _byHead.TryGetValue(head, out var index) ? index : -1;

    public bool HasText(int index) => _previousText[index] >= 0;

    public bool HasHead(int index) => _previousHead[index] >= 0;

    public bool HasName(int index) => _previousName[index] >= 0 || _previousInitials[index] >= 0;

    /// <summary>The token that says what stands in a quotation, or -1.</summary>
    public int Speaker(int quote) => quote > 0 ? _speakers[quote] : -1;

    /// <summary>Fills the list with the earlier mentions to compare with, the nearest first.</summary>
    public void Candidates(int index, List<int> candidates)
    {
        candidates.Clear();
        var from = Math.Max(0, index - (Mentions[index].IsPronoun ? _compared.ByPronouns : _compared.ByOthers));
        for (var i = index - 1; i >= from; i--) candidates.Add(i);
        if (from == 0 || Mentions[index].IsPronoun) return;
        AddFar(_previousText, index, from, candidates);
        AddFar(_previousHead, index, from, candidates);
        AddFar(_previousName, index, from, candidates);
        AddFar(_previousInitials, index, from, candidates);
    }

    private static void AddFar(int[] previous, int index, int from, List<int> candidates)
    {
        var added = 0;
        for (var i = previous[index]; i >= 0 && added < MostFar; i = previous[i])
        {
            if (i >= from) continue;
            if (!candidates.Contains(i)) candidates.Add(i);
            added++;
        }
    }

    /// <summary>For each mention the last one before it with the same key, or -1.</summary>
    private int[] Chain(Func<MentionProfile, ulong> key)
    {
        var previous = new int[Mentions.Count];
        var last = new Dictionary<ulong, int>();
        for (var i = 0; i < Mentions.Count; i++)
        {
            previous[i] = -1;
            if (Mentions[i].IsPronoun || key(Mentions[i]) is not (var value and > 0)) continue;
            if (last.TryGetValue(value, out var before)) previous[i] = before;
            last[value] = i;
        }

        return previous;
    }

    /// <summary>For each name the last one before it whose initials it is, or which are its initials.</summary>
    private int[] LinkInitials()
    {
        var previous = new int[Mentions.Count];
        var initials = new Dictionary<ulong, int>();
        var heads = new Dictionary<ulong, int>();
        for (var i = 0; i < Mentions.Count; i++)
        {
            previous[i] = -1;
            var mention = Mentions[i];
            if (mention.Form != MentionForm.Name) continue;
            if (mention.Run.Length == 1 && initials.TryGetValue(mention.HeadKey, out var longer)) previous[i] = longer;
            else if (mention.Initials != 0 && heads.TryGetValue(mention.Initials, out var shorter)) previous[i] = shorter;
            if (mention.Initials != 0) initials[mention.Initials] = i;
            if (mention.Run.Length == 1) heads[mention.HeadKey] = i;
        }

        return previous;
    }

    /// <summary>The subject of the verb outside a quotation on which it depends, or which hangs from it ("…, he said").</summary>
    private int[] FindSpeakers()
    {
        var speakers = new int[View.Quotes + 1];
        Array.Fill(speakers, -1);
        for (var token = 0; token < View.Count; token++)
        {
            var head = View.Head(token);
            if (head < 0 || View.Quote(token) == View.Quote(head)) continue;
            var (quote, verb) = View.Quote(token) > 0 ? (View.Quote(token), head) : (View.Quote(head), token);
            if (quote == 0 || speakers[quote] >= 0 || View.Quote(verb) == quote || View.Upos(verb) != Upos.VERB) continue;
            speakers[quote] = View.Child(verb, Relation.Nsubj);
        }

        return speakers;
    }
}
