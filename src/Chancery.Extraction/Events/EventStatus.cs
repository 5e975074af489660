using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;

namespace Chancery.Extraction.Events;

/// <summary>Says of a predicate whether what it tells is planned, ongoing, occurred, possible, conditional or denied, by tense, modality, negation and what it stands under.</summary>
internal sealed class EventStatus(EventText text)
{
    private const int Deepest = 6;
    private const string Planned = "planned", Ongoing = "ongoing", Occurred = "occurred", Possible = "possible", Conditional = "conditional", Denied = "denied";
    private readonly SyntaxTree _tree = text.Tree;

    /// <summary>The status of a trigger's event, as its voice tells it.</summary>
    public string Of(Trigger trigger)
    {
        if (trigger.IsVerb) return trigger.Type == "PROTEST" && MainOf(trigger.Token) is var main && main != trigger.Token ? OfVerb(main, 1) : OfVerb(trigger.Token, 0);
        return Performer(trigger) is >= 0 and var verb ? OfVerb(verb, 1) : OfNoun(trigger.Token, 0);
    }

    /// <summary>"announced a ban": the verb does what its object names, where words can do it.</summary>
    private int Performer(Trigger trigger)
    {
        if (trigger.Type is not ("SANCTION" or "COERCE" or "CONCEDE" or "REJECT") || _tree.KindOf(trigger.Token) != DependentKind.DirectObject) return SyntaxTree.None;
        var verb = _tree.HeadOf(trigger.Token);
        return text.Lexicons.IsLight(text.LemmaOf(verb)) ? verb : SyntaxTree.None;
    }

    private string OfVerb(int verb, int depth)
    {
        if (depth > Deepest) return Occurred;
        if (IsNegated(verb)) return Denied;
        var holder = _tree.AuxiliaryHolderOf(verb);
        if (_tree.KindOf(verb) == DependentKind.Conjunct && holder == verb && IsBare(verb) && _tree.HeadOf(verb) is >= 0 and var first && text.UposOf(first) == Upos.VERB) return OfVerb(first, depth + 1);
        if (IsIf(verb)) return Conditional;
        if (_tree.KindOf(holder) == DependentKind.RelativeClause && ByWhatIsAbove(holder, depth) is { } bound) return bound;
        return ByModal(holder, depth) ?? ByWhatIsAbove(holder, depth) ?? ByTense(holder, depth);
    }

    private bool IsNegated(int verb) => _tree.NegationOf(verb) >= 0 || (_tree.NegativeArgumentOf(verb) is >= 0 and var none && (_tree.KindOf(none) == DependentKind.Subject || !text.Lexicons.Predicates.TakesClause(text.LemmaOf(verb)))) || text.Is(_tree.MarkOf(verb), "without");

    /// <summary>No finite form and no auxiliary of its own.</summary>
    private bool IsBare(int verb) => _tree.TenseOf(verb) == WrittenTense.None && _tree.SubjectOf(verb) < 0;

    private bool IsIf(int verb) => _tree.MarkOf(verb) is >= 0 and var mark && (text.Is(mark, "if") || text.Is(mark, "unless") || text.Is(mark, "whether") || text.Is(mark, "should"));

    private bool HasIf(int verb)
    {
        foreach (var child in _tree.Children(verb))
            if (_tree.KindOf(child) == DependentKind.AdverbialClause && IsIf(child))
                return true;
        return false;
    }

    private string? ByModal(int verb, int depth) => _tree.ModalityOf(verb) switch
    {
        Modality.None => null,
        _ when HasIf(verb) => Conditional,
        Modality.Will or Modality.Shall or Modality.GoingTo => Planned,
        Modality.Would when depth == 0 && IsReported(verb) => Planned,
        _ => Possible,
    };

    /// <summary>"said it would": the future of the past.</summary>
    private bool IsReported(int verb) => _tree.KindOf(_tree.FirstConjunctOf(verb)) is DependentKind.Complement || Parenthetical(verb);

    private bool Parenthetical(int verb)
    {
        foreach (var child in _tree.Children(verb))
            if (_tree.KindOf(child) == DependentKind.Parataxis) return true;
        return false;
    }

    private string? ByWhatIsAbove(int verb, int depth)
    {
        var above = _tree.HeadOf(verb);
        if (above < 0) return null;
        switch (_tree.KindOf(verb))
        {
            case DependentKind.OpenComplement: return Under(above, depth);
            case DependentKind.Subject when text.IsInfinitive(verb): return Under(above, depth);
            case DependentKind.Complement when Embedder(above) is "possible" or "denied": return Joined(Embedder(above)!, above, depth);
            case DependentKind.NounClause when text.IsInfinitive(verb): return Under(above, depth);
            case DependentKind.NounClause when Embedder(above) is { } embedder and not "same": return Joined(embedder, above, depth);
            case DependentKind.NounClause when text.IsTagged(verb, "VBN"): return Occurred;
            case DependentKind.AdverbialClause when text.IsInfinitive(verb): return text.UposOf(above) == Upos.ADJ ? Under(above, depth) : Planned;
            case DependentKind.RelativeClause when _tree.CopulaOf(above) >= 0 && OfVerb(above, depth + 1) is "conditional" or "possible": return OfVerb(above, depth + 1);
            case DependentKind.AdverbialClause when text.IsTagged(verb, "VBG") && _tree.TenseOf(verb) == WrittenTense.None: return text.UposOf(above) == Upos.VERB ? OfVerb(MainOf(above), depth + 1) : Occurred;
            default: return null;
        }
    }

    /// <summary>What a verb, noun or adjective says of the clause under it; a verb that says nothing leaves an infinitive possible.</summary>
    private string Under(int above, int depth) => Embedder(above) is { } embedder ? Joined(embedder, above, depth) : text.UposOf(above) == Upos.VERB ? OfVerb(above, depth + 1) : Possible;

    /// <summary>"opened fire to stop them, killing two": what was done hangs on the main verb, wherever the parser hung it.</summary>
    private int MainOf(int verb) => _tree.KindOf(verb) == DependentKind.AdverbialClause && text.IsInfinitive(verb) && _tree.HeadOf(verb) is >= 0 and var main && text.UposOf(main) == Upos.VERB ? main : verb;

    private string? Embedder(int token) => text.Lexicons.EmbedderOf(text.LemmaOf(token), text.UposOf(token) == Upos.VERB);

    /// <summary>What stands above and how real that is itself: "had no plans to", "may begin to".</summary>
    private string Joined(string embedder, int above, int depth)
    {
        var own = text.UposOf(above) == Upos.VERB ? OfVerb(above, depth + 1) : text.IsNone(above) || IsDeniedNoun(above) ? Denied : Occurred;
        if (own is Denied) return embedder == Denied ? Occurred : Denied;
        if (embedder is "same") return own;
        if (embedder == Ongoing) return own == Occurred ? Ongoing : own;
        return own is Conditional && embedder != Denied ? Conditional : embedder;
    }

    /// <summary>"had no plan", "has not made a plan".</summary>
    private bool IsDeniedNoun(int noun) => _tree.KindOf(noun) == DependentKind.DirectObject && _tree.HeadOf(noun) is >= 0 and var verb && IsNegated(verb);

    private string ByTense(int verb, int depth)
    {
        var isGoingOn = text.IsTagged(verb, "VBG");
        return _tree.TenseOf(verb) switch
        {
            WrittenTense.Past or WrittenTense.PastPerfect or WrittenTense.PresentPerfect => isGoingOn ? Ongoing : Occurred,
            WrittenTense.Present => isGoingOn ? Ongoing : text.IsPassive(verb) ? Ongoing : IsHeadline(verb) ? Occurred : Ongoing,
            WrittenTense.Future => Planned,
            WrittenTense.Modal => Possible,
            _ when text.IsMisplaced(verb) => Occurred,
            _ => text.IsTagged(verb, "VB") ? Possible : text.IsTagged(verb, "VBG") && depth == 0 ? Ongoing : Occurred,
        };
    }

    /// <summary>A sentence without a full stop is a headline, which tells the past in the present tense.</summary>
    private bool IsHeadline(int token)
    {
        var sentence = text.Document.Sentences[text.SentenceOf(token)];
        return !text.Is(sentence.End - 1, ".") && !text.Is(sentence.End - 1, "\"") && !text.Is(sentence.End - 1, "\u201D");
    }

    private string OfNoun(int noun, int depth)
    {
        if (depth > Deepest) return Occurred;
        if (text.IsNone(noun)) return Denied;
        if (ByModifier(noun) is { } told) return told;
        if (text.IsStateOf(noun)) return IsNegated(noun) ? Denied : ByModal(noun, depth) ?? (_tree.TenseOf(noun) == WrittenTense.Past ? Occurred : Ongoing);
        var first = _tree.FirstConjunctOf(noun);
        var above = _tree.HeadOf(first);
        if (above < 0) return Occurred;
        return _tree.KindOf(first) switch
        {
            DependentKind.NounModifier => Embedder(above) is { } embedder and not "same" ? Joined(embedder, above, depth) : text.HasCase(first, "before") || text.HasCase(first, "ahead") || text.Is(above, "ahead") ? Planned : Occurred,
            DependentKind.DirectObject => Embedder(above) is { } embedder ? Joined(embedder, above, depth) : text.Lexicons.IsLight(text.LemmaOf(above)) ? OfVerb(above, depth + 1) : Occurred,
            DependentKind.Subject => AsSubject(above, depth),
            DependentKind.Oblique or DependentKind.AdverbialClause => AsOblique(first, above, depth),
            _ => Occurred,
        };
    }

    private string? ByModifier(int noun)
    {
        foreach (var child in _tree.Children(noun))
            if (child < noun && _tree.KindOf(child) == DependentKind.NominalPart && text.Lexicons.EmbedderOf(text.LemmaOf(child), isVerb: false) is { } told && (text.UposOf(child) is Upos.ADJ or Upos.VERB))
                return told == "same" ? Occurred : told;
        return null;
    }

    private string AsSubject(int above, int depth)
    {
        if (text.UposOf(above) != Upos.VERB) return Embedder(above) is { } copular and not "same" ? copular : Occurred;
        var own = OfVerb(above, depth + 1);
        if (Embedder(above) is { } embedder && (embedder != Planned || text.IsPassive(above))) return Joined(embedder, above, depth);
        return text.Lexicons.IsLight(text.LemmaOf(above)) || own is Planned or Denied or Possible && text.Lexicons.EmbedderOf(text.LemmaOf(above), isVerb: true) is not null ? own : own is Planned && _tree.ObjectOf(above) < 0 ? Planned : Occurred;
    }

    private string AsOblique(int noun, int above, int depth)
    {
        if (text.HasCase(noun, "ahead") || text.Is(above, "ahead") || text.HasCase(noun, "before") || text.HasCase(noun, "until")) return Planned;
        if (text.HasCase(noun, "without")) return Denied;
        if (text.HasCase(noun, "after") || text.HasCase(noun, "since") || text.HasCase(noun, "following") || text.UposOf(above) != Upos.VERB) return Occurred;
        if (Embedder(above) is { } embedder and not "same" && (text.HasCase(noun, "for") || text.HasCase(noun, "to"))) return Joined(embedder, above, depth);
        if (text.HasCase(noun, "for") && _tree.ObjectOf(above) is >= 0 and var plan && Embedder(plan) is { } bound and not "same") return Joined(bound, plan, depth);
        if (text.HasCase(noun, "for") && text.Lexicons.IsLight(text.LemmaOf(above)) is false) return OfVerb(above, depth + 1) is Denied or Possible ? Possible : Planned;
        return OfVerb(above, depth + 1);
    }
}
