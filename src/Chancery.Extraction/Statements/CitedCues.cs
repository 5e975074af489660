using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>
/// Chains that are no clause within a clause: "X reports, citing Y" gives what X reports to Y through X; "Y, quoted by X, said" puts X above Y; so does "Y was quoted by X as
/// saying".
/// </summary>
internal sealed class CitedCues(SpokenText text)
{
    private readonly SyntaxTree _tree = text.Tree;

    /// <summary>Adds the links that this attribution has.</summary>
    public void Link(Attribution attribution, List<Attribution> found)
    {
        if (attribution.CueHead < 0) return;
        if (CitingUnder(attribution.CueHead) is >= 0 and var citing) AddCited(attribution, citing, found);
        if (QuotingOf(attribution) is >= 0 and var quoting && _tree.AgentOf(quoting) is >= 0 and var medium) AddMedium(attribution, quoting, medium, found);
    }

    private int CitingUnder(int verb)
    {
        foreach (var child in _tree.Children(verb))
            if (_tree.KindOf(child) is DependentKind.AdverbialClause or DependentKind.NounClause or DependentKind.OpenComplement or DependentKind.Parataxis && text.Cites(child) && _tree.ObjectOf(child) >= 0)
                return child;
        if (_tree.SubjectOf(verb) is >= 0 and var subject)
            foreach (var child in _tree.Children(subject))
                if (_tree.KindOf(child) is DependentKind.NounClause or DependentKind.AdverbialClause && text.Cites(child) && _tree.ObjectOf(child) >= 0)
                    return child;
        return SyntaxTree.None;
    }

    private void AddCited(Attribution outer, int citing, List<Attribution> found)
    {
        var cited = new Attribution { Cue = new TokenRange(citing, citing + 1), CueHead = citing, Rule = "citing", Sentence = outer.Sentence, Outer = outer };
        if (!text.Sources.TakeSource(cited, _tree.ObjectOf(citing))) return;
        var phrase = _tree.Yield(citing);
        cited.Content.AddRange(outer.Content.SelectMany(piece => SpokenText.Without(piece, phrase)).Select(text.Trimmed).Where(piece => piece.Count > 0));
        if (cited.Content.Count == 0) return;
        (cited.Time, cited.Occasion) = (outer.Time, outer.Occasion);
        outer.IsRelay = true;
        found.Add(cited);
    }

    /// <summary>The verb by which a medium quotes the source: on the source itself, or that of "was quoted … as saying".</summary>
    private int QuotingOf(Attribution attribution)
    {
        if (attribution.CueRest.Count > 0 || text.Is(_tree.MarkOf(attribution.CueHead), "as")) return _tree.HeadOf(attribution.CueHead) is >= 0 and var above && text.Cites(above) ? above : SyntaxTree.None;
        if (attribution.SourceRange.Count == 0 || _tree.HeadOf(attribution.SourceRange) is not (>= 0 and var source)) return SyntaxTree.None;
        foreach (var child in _tree.Children(source))
            if (_tree.KindOf(child) is DependentKind.NounClause or DependentKind.AdverbialClause && text.Cites(child))
                return child;
        return SyntaxTree.None;
    }

    private void AddMedium(Attribution attribution, int quoting, int medium, List<Attribution> found)
    {
        var relay = new Attribution { Cue = new TokenRange(quoting, quoting + 1), CueHead = quoting, Rule = "quoted-by", Sentence = attribution.Sentence, IsRelay = true };
        if (!text.Sources.TakeSource(relay, medium)) return;
        relay.Content.AddRange(attribution.Content);
        attribution.Outer = relay;
        found.Add(relay);
    }
}
