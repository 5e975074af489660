using Chancery.Extraction.Times;
using Chancery.Record;
using Chancery.Text;

namespace Chancery.Extraction.Events;

/// <summary>What one trigger tells, before what tells the same is gathered.</summary>
internal sealed class Happening
{
    public required Trigger Trigger { get; init; }

    /// <summary>The sentence of the trigger, by its index.</summary>
    public required int Sentence { get; init; }

    /// <summary>PLOVER type.</summary>
    public required string Type { get; set; }

    public required string Status { get; set; }

    /// <summary>How likely the learnt types find this one, 0 to 1.</summary>
    public double Share { get; set; }

    public List<EventParty> Actors { get; init; } = [];

    public List<EventParty> Recipients { get; init; } = [];

    public Place? Place { get; set; }

    public DayInterval? Time { get; set; }

    public EquatableArray<Voice> Voice { get; init; }

    /// <summary>Where it stands, piece by piece.</summary>
    public List<Span> Evidence { get; init; } = [];

    /// <summary>True if it says too little to be an event of its own and only takes up another: "the meeting".</summary>
    public bool IsTakenUp { get; init; }

    /// <summary>True of a definite noun without parties: "the blast" is mostly one that is told already.</summary>
    public bool IsRecalled { get; init; }

    /// <summary>Adds what another says of the same: evidence, and whatever this one leaves open.</summary>
    public void Take(Happening other)
    {
        if (Actors.Count == 0) Actors.AddRange(other.Actors.Where(party => !Recipients.Exists(mine => Names(mine, party))));
        if (Recipients.Count == 0) Recipients.AddRange(other.Recipients.Where(party => !Actors.Exists(mine => Names(mine, party))));
        Place ??= other.Place;
        Time ??= other.Time;
        Evidence.AddRange(other.Evidence);
    }

    /// <summary>The same with the parties and place of another that it takes up.</summary>
    public Happening With(Happening meant) => new()
    {
        Trigger = Trigger,
        Sentence = Sentence,
        Type = Type,
        Status = Status,
        Share = Share,
        Actors = [.. meant.Actors],
        Recipients = [.. meant.Recipients],
        Place = Place ?? meant.Place,
        Time = Time?.When.Text == meant.Time?.When.Text ? meant.Time : Time,
        Voice = Voice,
        Evidence = [.. Evidence],
    };

    /// <summary>True if two stand for the same party as far as the report says.</summary>
    public static bool Names(EventParty one, EventParty other) =>
        (one.Chain >= 0 && one.Chain == other.Chain) || (one.Party.Entity is { } entity && entity == other.Party.Entity) ||
        string.Equals(one.Party.Name, other.Party.Name, StringComparison.OrdinalIgnoreCase) || EndsWith(one.Party.Name, other.Party.Name) || EndsWith(other.Party.Name, one.Party.Name);

    /// <summary>"Nasser al-Shaer" and "Shaer", "Eight hostages" and "hostages".</summary>
    private static bool EndsWith(string whole, string end) =>
        end.Length > 2 && whole.Length > end.Length + 1 && whole[^(end.Length + 1)] is ' ' or '-' && whole.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
