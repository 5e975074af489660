using System.Collections.Immutable;
using Chancery.Extraction.Entities;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Parties;
using Chancery.Extraction.Quotations;
using Chancery.Extraction.Times;
using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;
using Chancery.Text.Attributions;
using Chancery.Text.Lemmas;
using Chancery.Text.Rules;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>
/// Finds who said what through whom: quoted words, reported clauses, trailing and parenthetical attributions, "according
/// to", and unmarked direct speech, each with its chain of voices. A relay by a medium of nothing but another's statement is
/// no statement of its own: it is a voice of that one.
/// </summary>
internal sealed class StatementAnnotator : FindingAnnotator<Statement>
{
    private readonly StatementLexicons _lexicons;
    private readonly Dictionary<string, string> _stateNames;

    /// <summary>The annotator over the tables and rules of <paramref name="resources"/>.</summary>
    public StatementAnnotator(Resources resources)
        : base("statements", 4, typeof(Token), typeof(Sentence), typeof(Tag), typeof(Dependency), typeof(Timex), typeof(Mention), typeof(Quotation), typeof(Entity), typeof(AttributionRelation), typeof(Lemma))
    {
        ArgumentNullException.ThrowIfNull(resources);
        _lexicons = new StatementLexicons(resources);
        _stateNames = resources.Lexicon("countries").Entries.Where(entry => entry.Field(1) == "name")
            .GroupBy(entry => entry.Field(0)).ToDictionary(group => group.Key, group => group.First().Field(2));
    }

    /// <inheritdoc/>
    public override string DataFingerprint => _lexicons.Hash;

    /// <inheritdoc/>
    protected override IEnumerable<Statement> Annotate(Document document)
    {
        var text = new SpokenText(document, _lexicons);
        var attributions = new AttributionFinder(text).Find();
        new Continuations(text).Extend(attributions);
        var writer = new StatementWriter(document, new PartyFinder(document, _stateNames));
        var byOuter = attributions.ToLookup(attribution => attribution.Outer);
        var kept = attributions.Where(attribution => !attribution.IsRelay && !IsRelay(attribution, byOuter[attribution]) && !RepeatsOuter(attribution)).Select(attribution => (attribution, writer.Write(attribution))).ToList();
        return new Denials(text, statement => Stamp(document, statement).Id).Link(kept);
    }

    /// <summary>"Lee said he believed that …": one and the same speaks, and the outer statement says it already.</summary>
    private static bool RepeatsOuter(Attribution attribution) =>
        attribution.Source is { Chain: >= 0 } source && attribution.Outer?.Source?.Chain == source.Chain && attribution.Addressee is null;

    /// <summary>True if a medium passes on one statement and says nothing else.</summary>
    private static bool IsRelay(Attribution attribution, IEnumerable<Attribution> inner)
    {
        if (attribution.Source is not { Sector: "JRN" } || attribution.Content.Count != 1) return false;
        var piece = attribution.Content[0];
        return inner.Any(one => FirstOf(one) - piece.First <= 2);
    }

    private static int FirstOf(Attribution attribution) => attribution.Content
        .Select(piece => piece.First)
        .Append(attribution.Cue.First)
        .Append(attribution.SourceRange.Count > 0 ? attribution.SourceRange.First : int.MaxValue)
        .Min();
}
