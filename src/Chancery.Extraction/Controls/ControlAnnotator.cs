using Chancery.Extraction.Entities;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Parties;
using Chancery.Extraction.Places;
using Chancery.Extraction.Times;
using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;
using Chancery.Text.Factuality;
using Chancery.Text.Lemmas;
using Chancery.Text.Names;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Controls;

/// <summary>
/// Finds who is said to take, hold, contest, lose or encircle which place, in whose words and when. Only what is told as done or going on: what is planned, feared or denied says nothing of who
/// holds a place. The same told in several sentences is one line.
/// </summary>
internal sealed class ControlAnnotator : FindingAnnotator<Control>
{
    private static readonly string[] Holders = ["state", "organisation", "group", "person", "office"];

    private readonly ControlLexicons _lexicons;
    private readonly StatusReader _statuses;
    private readonly string _statusHash;
    private readonly PartyTables _parties;

    /// <summary>The annotator over the tables of <paramref name="resources"/>.</summary>
    public ControlAnnotator(Resources resources, PartyTables parties)
        : base("control", 2, typeof(Token), typeof(Sentence), typeof(Tag), typeof(Dependency), typeof(Lemma), typeof(NameSpan), typeof(Mention), typeof(Entity), typeof(PlaceMention), typeof(Statement), typeof(DayInterval))
    {
        ArgumentNullException.ThrowIfNull(resources);
        var words = resources.StatusWords();
        (_lexicons, _statuses, _statusHash, _parties) = (new ControlLexicons(resources), new StatusReader(words), words.Hash, parties);
    }

    /// <inheritdoc/>
    public override string DataFingerprint => _lexicons.Hash + _statusHash + _parties.Hash;

    /// <inheritdoc/>
    protected override IEnumerable<Control> Annotate(Document document)
    {
        var tree = new SyntaxTree(document);
        var cues = new ControlCues(document, tree, _lexicons);
        var (times, parties) = (new ClauseTimes(document), _parties.Of(document, tree));
        var told = new List<Control>();
        for (var token = 0; token < document.Tokens.Length; token++)
            foreach (var cue in cues.At(token))
                if (_statuses.Of(tree, token, 0) is Status.Occurred or Status.Ongoing && Write(document, cue, times, parties) is { } control)
                    told.Add(control);
        return told.GroupBy(control => (control.Identity, control.When?.From, control.When?.To, string.Join('>', control.Voice.Select(voice => voice.Name)))).Select(Joined);
    }

    private static Control? Write(Document document, ControlCue cue, ClauseTimes times, PartyFinder parties)
    {
        if (LayerSearch.Holding(document.Mentions, document.Tokens[cue.Holder].Span.Start) is not { } mention || !Holders.Contains(mention.Type) || mention.Span == cue.Place.Span) return null;
        var span = mention.Range.Cover(cue.Place.Range).Cover(new TokenRange(cue.Word, cue.Word + 1)).In(document);
        return new Control
        {
            Place = cue.Place.Place ?? new Place(cue.Place.Name),
            Controller = parties.Of(mention),
            Change = cue.Change,
            Voice = VoiceChain.Of(document, span),
            // A noun's clause has its own days: "the capture was announced on Monday".
            When = document.Tags[cue.Word].Upos == Upos.VERB ? times.At(cue.Word) : null,
            Evidence = [Evidence.Of(document.Text, span)],
            Confidence = mention.Form == MentionForm.Name ? 0.8 : 0.7,
            By = document.TextOf(document.Layer<Lemma>()[cue.Word]),
        };
    }

    private static Control Joined(IEnumerable<Control> same)
    {
        var all = same.ToList();
        return all[0] with { Evidence = [.. all.SelectMany(control => control.Evidence).DistinctBy(piece => piece.Start)] };
    }
}
