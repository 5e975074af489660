using Chancery.Extraction.Times;
using Chancery.Record;
using Chancery.Text;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Events;

/// <summary>Reads what a trigger tells: parties, place, day, status, voice and evidence. Nothing where it tells too little.</summary>
internal sealed class HappeningReader(EventText text, TriggerFinder triggers, EventJudges judges)
{
    private const int LongestTail = 8;
    private static readonly string[] Locatives = ["in", "at", "near", "inside", "outside", "across", "along", "around", "throughout", "off"];
    private static readonly string[] Spoken = ["ACCUSE", "SUPPORT", "AGREE", "REQUEST", "REJECT", "THREATEN"];
    private static readonly string?[] Powers = ["GOV", "LEG", "JUD", "MIL"];
    private static readonly string[] LeftPlaces = ["from", .. Locatives];
    private readonly SyntaxTree _tree = text.Tree;
    private readonly ArgumentFinder _arguments = new(text);
    private readonly EventParties _parties = new(text);
    private readonly EventStatus _statuses = new(text);
    private readonly EventVoices _voices = new(text.Document);
    private readonly EventTimes _times = new(text);
    private readonly Types.EventTypeReader _types = judges.Types();

    /// <summary>What the trigger tells, or <see langword="null"/> if that is no event.</summary>
    public Happening? Read(Trigger trigger)
    {
        if (IsGeneric(trigger) || IsNature(trigger)) return null;
        var (givers, takers) = (ActorsOf(trigger), RecipientsOf(trigger));
        var recipients = takers.Where(party => !givers.Exists(actor => Happening.Names(actor, party))).ToList();
        if (givers.Count == 0 && IsUnsaid(trigger, recipients)) return null;
        if (trigger.Type == "RETREAT") givers = Leaving(givers, recipients);
        var time = TimeOf(trigger) ?? ComingTime(trigger);
        var place = PlaceOf(trigger);
        var isTakenUp = !IsEnough(trigger, givers, recipients, time) && !IsDeed(trigger, place, time);
        if (isTakenUp && (trigger.IsVerb || !IsDefinite(trigger.Token))) return null;
        var happening = new Happening
        {
            Trigger = trigger,
            Sentence = text.SentenceOf(trigger.Token),
            Type = TypeOf(trigger, givers, recipients),
            Status = StatusOf(trigger, time),
            Actors = givers,
            Recipients = recipients,
            Place = place,
            Time = time,
            Voice = _voices.At(text.Document.Tokens[trigger.Token].Span.Start),
            IsTakenUp = isTakenUp,
            IsRecalled = !trigger.IsVerb && givers.Count + recipients.Count == 0 && IsDefinite(trigger.Token),
        };
        happening.Share = ShareOf(happening.Type, trigger, givers, recipients);
        happening.Evidence.Add(EvidenceOf(happening));
        return happening;
    }

    /// <summary>"was hit by an earthquake": what storms and floods do is nobody's attack.</summary>
    private bool IsNature(Trigger trigger) => trigger.Type is "ASSAULT" or "COERCE" && triggers.HasArgumentOf(trigger.Token, "nature");

    /// <summary>An exercise of two states is one of both: cooperation.</summary>
    private static string TypeOf(Trigger trigger, List<EventParty> actors, List<EventParty> recipients) =>
        trigger.Type == "MOBILIZE" && trigger.Predicate.Types.Any(choice => choice.Type == "COOPERATE") && actors.Concat(recipients).Select(party => party.Party.Country).OfType<string>().Distinct().Count() > 1 ? "COOPERATE" : trigger.Type;

    /// <summary>How likely what was learnt finds the type that the table and the arguments give, 0 to 1.</summary>
    private double ShareOf(string type, Trigger trigger, List<EventParty> actors, List<EventParty> recipients) =>
        _types.TypeOf(new Types.EventFrame(_tree, RangeOf(actors), RangeOf(recipients), trigger.Token))[type];

    private TokenRange RangeOf(List<EventParty> parties) => parties.Count == 0 ? default : _tree.NominalCoreOf(parties[0].Head);

    /// <summary>A noun that a copula defines, or that is one of its class; a clause of purpose.</summary>
    private bool IsGeneric(Trigger trigger) =>
        trigger.IsVerb ? IsAim(trigger) || IsSilence(trigger) : (_tree.CopulaOf(trigger.Token) >= 0 && !text.IsStateOf(trigger.Token)) || _tree.KindOf(trigger.Token) == DependentKind.Apposition;

    /// <summary>"the killing was condemned": by nobody named, and nobody named is condemned.</summary>
    private bool IsUnsaid(Trigger trigger, List<EventParty> recipients) =>
        trigger.IsVerb && Spoken.Contains(trigger.Type) && _arguments.ObjectOf(trigger.Token) is var thing && (!HasAuxiliary(trigger.Token) || !recipients.Exists(party => party.Head == thing));

    /// <summary>"a protest in the capital", "the blasts on Monday": crowds and violence are told without anybody, if they are what the clause is about, and where or when is told.</summary>
    private bool IsDeed(Trigger trigger, Place? place, DayInterval? time) =>
        trigger is { IsVerb: false, Type: "PROTEST" or "ASSAULT" } && _tree.KindOf(trigger.Token) == DependentKind.Subject && (place is not null || time is not null);

    private bool HasAuxiliary(int verb)
    {
        foreach (var _ in _tree.AuxiliariesOf(_tree.AuxiliaryHolderOf(verb))) return true;
        return false;
    }

    /// <summary>"to escape them, they fled": for what something is done, is not told to happen; of a protest it says what it is.</summary>
    private bool IsAim(Trigger trigger) => _tree.KindOf(trigger.Token) == DependentKind.AdverbialClause && text.IsInfinitive(trigger.Token) && trigger.Type is not ("PROTEST" or "REQUEST" or "ACCUSE") && text.UposOf(_tree.HeadOf(trigger.Token)) == Upos.VERB && !text.Lexicons.Predicates.TakesClause(text.LemmaOf(_tree.HeadOf(trigger.Token)));

    /// <summary>"declined to comment": who does not speak refuses nobody anything.</summary>
    private bool IsSilence(Trigger trigger) => trigger.Type == "REJECT" && _arguments.ClauseUnder(trigger.Token) is >= 0 and var clause && text.Lexicons.IsOf(text.LemmaOf(clause), "comment");

    private bool IsDefinite(int noun)
    {
        foreach (var child in _tree.Children(noun))
            if (_tree.KindOf(child) == DependentKind.NominalPart && (text.Is(child, "the") || text.Is(child, "this") || text.Is(child, "that")))
                return true;
        return false;
    }

    private bool IsEnough(Trigger trigger, List<EventParty> actors, List<EventParty> recipients, DayInterval? time) => trigger.Predicate.Needs switch
    {
        "recipient" or "party" => recipients.Count > 0,
        "complement" => _arguments.ClauseUnder(trigger.Token) >= 0,
        "known" => actors.Count + recipients.Count >= 2 || (actors.Count + recipients.Count == 1 && (time is not null || _arguments.HolderOf(trigger.Token) >= 0)),
        "violence" => actors.Count > 0 || (recipients.Count > 0 && IsViolent(trigger.Token)),
        "nobody" => true,
        "plural" => text.IsTagged(trigger.Token, "NNS") && actors.Count + recipients.Count > 0,
        _ => actors.Count + recipients.Count > 0 && !IsOtherMeeting(trigger, recipients),
    };

    /// <summary>Storms and accidents kill, too: without somebody who does it, a weapon or an attack must stand with the verb, or with the one that it is the outcome of.</summary>
    private bool IsViolent(int verb)
    {
        var main = _tree.KindOf(verb) is DependentKind.AdverbialClause or DependentKind.Conjunct && _tree.HeadOf(verb) >= 0 ? _tree.HeadOf(verb) : verb;
        return triggers.HasArgumentOf(verb, "attack") || triggers.HasArgumentOf(verb, "weapon") || triggers.HasArgumentOf(main, "attack") || triggers.HasArgumentOf(main, "weapon");
    }

    /// <summary>"met the demands": who meets or visits a thing meets nobody.</summary>
    private bool IsOtherMeeting(Trigger trigger, List<EventParty> recipients) =>
        trigger is { IsVerb: true, Type: "CONSULT" } && recipients.Count == 0 && !text.IsPassive(trigger.Token) && _tree.ObjectOf(trigger.Token) is >= 0 and var thing && trigger.Predicate.Words.Length == 1 && _parties.PlaceAt(thing) is null;

    private List<EventParty> ActorsOf(Trigger trigger)
    {
        if (!trigger.IsVerb && !IsSuffered(trigger.Token) && First(trigger, "subj", takesOwner: true) is { Count: > 0 } holders) return holders;
        foreach (var slot in trigger.Predicate.Actor)
            if (First(trigger, slot, takesOwner: slot is not ("of" or "obj")) is { Count: > 0 } found)
                return found;
        return [];
    }

    /// <summary>"is under attack", "came under fire": who is said to be so suffers it.</summary>
    private bool IsSuffered(int noun) => text.HasCase(noun, "under");

    private List<EventParty> RecipientsOf(Trigger trigger)
    {
        if (!trigger.IsVerb && IsSuffered(trigger.Token) && First(trigger, "subj", takesOwner: true) is { Count: > 0 } suffering) return suffering;
        foreach (var slot in trigger.Predicate.Recipient)
            if (First(trigger, slot, takesOwner: false) is { Count: > 0 } found)
                return found;
        if (trigger.Type == "CONSULT") return [];
        if (Meant(trigger) is { Count: > 0 } meant) return meant;
        foreach (var slot in trigger.Predicate.Recipient)
            if (First(trigger, slot, takesOwner: true) is { Count: > 0 } owners)
                return owners;
        return [];
    }

    /// <summary>Whom the condition of a threat or the aim of a protest names, where no frame does.</summary>
    private List<EventParty> Meant(Trigger trigger)
    {
        var nominals = trigger.Type switch
        {
            "THREATEN" when trigger.IsVerb => _arguments.Warned(trigger.Token),
            "PROTEST" => _arguments.Aimed(trigger.Token, text.Document.Sentences[text.SentenceOf(trigger.Token)].End),
            _ => [],
        };
        foreach (var nominal in nominals)
            if (_parties.At(nominal, takesOwner: false).Where(party => trigger.Type != "PROTEST" || Powers.Contains(party.Party.Sector)).ToList() is { Count: > 0 } found)
                return found;
        return [];
    }

    /// <summary>"the withdrawal of troops from Malta" does not say that they are Malta's.</summary>
    private List<EventParty> Leaving(List<EventParty> actors, List<EventParty> left) => [.. actors.Select(actor => left.Exists(party => party.Party.Country == actor.Party.Country && actor.Chain < 0 && _tree.IsUnder(party.Head, actor.Head)) ? actor with { Party = actor.Party with { Country = null } } : actor)];

    private List<EventParty> First(Trigger trigger, string slot, bool takesOwner)
    {
        foreach (var nominal in _arguments.At(trigger, slot))
            if (!IsHeld(trigger, nominal) && _parties.At(nominal, takesOwner).ToList() is { Count: > 0 } found)
                return found;
        return [];
    }

    /// <summary>A town that is attacked, taken or left is where it happens, and no party.</summary>
    private bool IsHeld(Trigger trigger, int nominal) =>
        trigger.Type is "ASSAULT" or "COERCE" or "RETREAT" or "PROTEST" or "MOBILIZE" && text.MentionAt(nominal) is { Type: "place" };

    /// <summary>What binds or denies it above is told by the reader of statuses, the rest by the ways of events; a day to come makes it a plan.</summary>
    /// <summary>Conditions and denials by the words above it, as the reader of statuses hands them down; the rest by how events are told; a day to come makes a plan of it.</summary>
    private string StatusOf(Trigger trigger, DayInterval? time)
    {
        var bound = text.Lexicons.Predicates.TakesClause(text.LemmaOf(trigger.Token)) ? "" : judges.StatusOf(_tree, trigger.Token);
        var status = bound is "conditional" or "denied" ? bound : _statuses.Of(trigger);
        if (status is not ("occurred" or "ongoing") || time is null || text.Document.Report.Published is not { } published) return status;
        return time.When.From > published.To || (time.When is { From: null, To: { } last } && last > published.To) ? "planned" : status;
    }

    private DayInterval? TimeOf(Trigger trigger)
    {
        var above = _tree.HeadOf(_tree.FirstConjunctOf(trigger.Token));
        var kind = _tree.KindOf(_tree.FirstConjunctOf(trigger.Token));
        var isBound = trigger.IsVerb ? kind == DependentKind.OpenComplement : kind is DependentKind.Subject || (kind == DependentKind.Oblique && text.Lexicons.EmbedderOf(text.LemmaOf(above), isVerb: true) == "planned") || (kind == DependentKind.NounModifier && text.Lexicons.EmbedderOf(text.LemmaOf(above), isVerb: false) is not null);
        return _times.At(trigger.Token, trigger.IsVerb ? _tree.AuxiliaryHolderOf(trigger.Token) : _arguments.LightVerbOf(trigger.Token), isBound ? above : -1, trigger.IsVerb ? -1 : _arguments.PlanOf(trigger.Token));
    }

    /// <summary>"ahead of the meeting tomorrow, he said": a day that is still to come is that of what is still to come, not of the saying.</summary>
    private DayInterval? ComingTime(Trigger trigger) =>
        !trigger.IsVerb && _statuses.Of(trigger) == "planned" && text.Document.Report.Published is { } published &&
        _times.Behind(_tree.NominalCoreOf(trigger.Token).End) is { When.From: { } from } coming && from > published.To ? coming : null;

    private Place? PlaceOf(Trigger trigger)
    {
        foreach (var nominal in trigger.Predicate.Recipient.SelectMany(slot => _arguments.At(trigger, slot)))
            if (IsHeld(trigger, nominal) && _parties.PlaceAt(nominal) is { } held)
                return held;
        foreach (var preposition in trigger.Type == "RETREAT" ? LeftPlaces : Locatives)
            foreach (var nominal in _arguments.At(trigger, preposition))
                if (_parties.PlaceAt(IsDefining(nominal)) is { } place)
                    return place;
        return null;
    }

    /// <summary>"X could be the next place from which": a noun that says what X is, is X.</summary>
    private int IsDefining(int nominal)
    {
        var meant = text.Resolved(nominal);
        return meant != nominal && _tree.CopulaOf(meant) >= 0 && _tree.SubjectOf(meant) is >= 0 and var subject ? subject : meant;
    }

    /// <summary>An object, particle or short phrase right behind the trigger, without which its words would say less.</summary>
    private bool IsSaidWithIt(int child, int trigger) =>
        child > trigger && child - trigger <= LongestTail && _tree.KindOf(child) is DependentKind.DirectObject or DependentKind.Oblique or DependentKind.NounModifier or DependentKind.Other or DependentKind.Adverb && _tree.NominalCoreOf(child).End - trigger <= 2 * LongestTail;

    /// <summary>The trigger with its parties and day, from the first to the last of them that stand in its sentence.</summary>
    private Span EvidenceOf(Happening happening)
    {
        var sentence = text.Document.Sentences[text.SentenceOf(happening.Trigger.Token)];
        var range = new TokenRange(happening.Trigger.Token, happening.Trigger.Token + 1);
        foreach (var party in happening.Actors.Concat(happening.Recipients))
            if (party.Head >= sentence.First && party.Head < sentence.End)
                range = range.Cover(_tree.NominalCoreOf(party.Head));
        foreach (var child in _tree.Children(happening.Trigger.Token))
            if (IsSaidWithIt(child, happening.Trigger.Token))
                range = range.Cover(_tree.NominalCoreOf(child)).Cover(new TokenRange(child, child + 1));
        range = new TokenRange(Math.Max(range.First, sentence.First), Math.Min(range.End, sentence.End));
        var span = range.In(text.Document);
        return happening.Time is { } time && text.SentenceOf(text.Document.TokenAt(time.Span.Start)) == text.SentenceOf(happening.Trigger.Token) ? span.Cover(time.Span) : span;
    }
}
