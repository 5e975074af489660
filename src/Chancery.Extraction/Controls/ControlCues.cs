using Chancery.Extraction.Mentions;
using Chancery.Extraction.Places;
using Chancery.Record;
using Chancery.Text;
using Chancery.Text.Lemmas;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Controls;

/// <summary>Who is said to take, hold or lose which place.</summary>
/// <param name="Word">The word that says so.</param>
/// <param name="Holder">The token of the holder's phrase.</param>
/// <param name="Place">The place where it is named.</param>
/// <param name="Change">took, holds, contested, lost or encircles.</param>
internal readonly record struct ControlCue(int Word, int Holder, PlaceMention Place, string Change);

/// <summary>
/// Reads holder and place off the syntax around a word of holding: active, passive, nominal ("the capture of X by Y"), with "control" as object ("seized control of X"), and "X fell to Y". A part of a
/// place ("most of the country", "districts") is not that place and gives nothing; nor does a clause without a holder.
/// </summary>
internal sealed class ControlCues(Document document, SyntaxTree tree, ControlLexicons lexicons)
{
    /// <summary>What is said at a token.</summary>
    public IEnumerable<ControlCue> At(int token)
    {
        if (lexicons.IsControl(LemmaOf(token)) && Is(tree.CaseOf(token), "under")) return Cues(token, HolderOf(token), Places(Held(token)), "holds");
        if (lexicons.Word(LemmaOf(token)) is not { } entry) return [];
        var (change, control) = (entry.Field(0), entry.Field(1));
        if (document.Tags[token].Upos == Upos.NOUN) return change is "" or "to" ? [] : OfNoun(token, change);
        if (document.Tags[token].Upos != Upos.VERB) return [];
        if (change == "to") return Cues(token, Oblique(token, "to"), Places(tree.SubjectOf(token)), "took");
        var isPassive = tree.IsPassive(token);
        var holder = isPassive ? tree.AgentOf(token) : tree.UnderstoodSubjectOf(token);
        var thing = isPassive ? tree.UnderstoodSubjectOf(token) : tree.ObjectOf(token);
        if (change.Length > 0 && Cues(token, holder, Places(thing), change).ToList() is { Count: > 0 } direct) return direct;
        return control.Length == 0 ? [] : Cues(token, holder, Places(Controlled(token, thing)), control);
    }

    /// <summary>"X is under the control of Y", "X, under Y's control": whose control it is.</summary>
    private int HolderOf(int control)
    {
        if (tree.PossessorOf(control) is >= 0 and var owner) return owner;
        foreach (var child in tree.Children(control))
            if ((tree.KindOf(child) == DependentKind.NounModifier && Is(tree.CaseOf(child), "of")) || (tree.KindOf(child) == DependentKind.NominalPart && LayerSearch.Holding(document.Mentions, document.Tokens[child].Span.Start) is { Type: "group" or "organisation" or "state" }))
                return child;
        return SyntaxTree.None;
    }

    /// <summary>What is under it: the subject of the copula or of the verb, else the noun that it stands behind.</summary>
    private int Held(int control)
    {
        if (tree.SubjectOf(control) is >= 0 and var subject) return tree.AntecedentOf(subject) is >= 0 and var antecedent ? antecedent : subject;
        if (tree.HeadOf(control) is not (>= 0 and var above)) return SyntaxTree.None;
        return tree.UnderstoodSubjectOf(above) is >= 0 and var understood ? understood : above;
    }

    private IEnumerable<ControlCue> OfNoun(int noun, string change)
    {
        var (holder, place) = (SyntaxTree.None, SyntaxTree.None);
        foreach (var child in tree.Children(noun))
        {
            var kind = tree.KindOf(child);
            if (kind == DependentKind.NounModifier && Is(tree.CaseOf(child), "of")) place = child;
            else if (kind == DependentKind.Possessor || (kind is DependentKind.NounModifier or DependentKind.Oblique && Is(tree.CaseOf(child), "by"))) holder = child;
            else if (kind == DependentKind.NominalPart && holder < 0 && LayerSearch.Holding(document.Mentions, document.Tokens[child].Span.Start) is { Type: "group" or "organisation" }) holder = child;
        }

        return Cues(noun, holder, Places(place), change);
    }

    /// <summary>The place behind "control of", where "control" is what is taken or fought for.</summary>
    private int Controlled(int verb, int thing)
    {
        var control = thing >= 0 && lexicons.IsControl(LemmaOf(thing)) ? thing : SyntaxTree.None;
        foreach (var oblique in tree.ObliquesOf(verb))
            if (control < 0 && lexicons.IsControl(LemmaOf(oblique)))
                control = oblique;
        if (control < 0) return SyntaxTree.None;
        foreach (var child in tree.Children(control))
            if (tree.KindOf(child) == DependentKind.NounModifier && (Is(tree.CaseOf(child), "of") || Is(tree.CaseOf(child), "over")))
                return child;
        return Oblique(verb, "of") is >= 0 and var loose ? loose : Oblique(verb, "over");
    }

    private int Oblique(int verb, string preposition)
    {
        foreach (var oblique in tree.ObliquesOf(verb))
            if (Is(tree.CaseOf(oblique), preposition))
                return oblique;
        return SyntaxTree.None;
    }

    private static IEnumerable<ControlCue> Cues(int word, int holder, IEnumerable<PlaceMention> places, string change) =>
        holder < 0 ? [] : places.Select(place => new ControlCue(word, holder, place, change));

    /// <summary>The places named by a phrase and by those joined with it: the phrase is the name, or "the city of" it, or "the X province".</summary>
    private IEnumerable<PlaceMention> Places(int head)
    {
        if (head < 0) return [];
        var heads = new List<int> { head };
        foreach (var child in tree.Children(head))
            if (tree.KindOf(child) == DependentKind.Conjunct)
                heads.Add(child);
        return heads.Select(PlaceAt).OfType<PlaceMention>();
    }

    private PlaceMention? PlaceAt(int head)
    {
        if (Named(head) is { } own) return own;
        if (!lexicons.IsPlaceNoun(LemmaOf(head)) || IsMany(head)) return null;
        foreach (var child in tree.Children(head))
            if (tree.KindOf(child) is DependentKind.NounModifier or DependentKind.NominalPart or DependentKind.Apposition or DependentKind.Description && (tree.CaseOf(child) < 0 || Is(tree.CaseOf(child), "of")) && Named(child) is { } named)
                return named;
        return null;
    }

    /// <summary>"districts": not the place beside them.</summary>
    private bool IsMany(int noun) => document.Tags[noun].Penn.Is("NNS");

    private PlaceMention? Named(int token)
    {
        var start = document.Tokens[token].Span.Start;
        if (LayerSearch.Holding(document.Layer<PlaceMention>(), start) is { } place) return place.Use == PlaceUse.Place ? place : null;
        return LayerSearch.Holding(document.Mentions, start) is { Form: MentionForm.Name } mention && (mention.Type is "place" or "state" || (mention.Type.Length == 0 && LayerSearch.IsPlaceName(document, token)))
            ? new PlaceMention(mention.Range, mention.Span, mention.Name, PlaceUse.Place, new Place(mention.Name, mention.Country))
            : null;
    }

    private bool Is(int token, string word) => token >= 0 && document.TextOf(document.Tokens[token]).Equals(word, StringComparison.OrdinalIgnoreCase);

    private ulong LemmaOf(int token) => document.Layer<Lemma>()[token].Key;
}
