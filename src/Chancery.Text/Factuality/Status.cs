namespace Chancery.Text.Factuality;

/// <summary>Whether what a predicate names is told as done, going on, intended, uncertain, conditional or not so: as its voice tells it, not as it was.</summary>
public enum Status : byte
{
    /// <summary>Told as a fact.</summary>
    Occurred,

    /// <summary>Told as going on, begun and not ended, or holding now.</summary>
    Ongoing,

    /// <summary>Announced, scheduled, intended, decided, ordered; the purpose of what was done.</summary>
    Planned,

    /// <summary>May, could, tried, wanted, asked for, feared, asked about; believed.</summary>
    Possible,

    /// <summary>Stands under a condition, or is one.</summary>
    Conditional,

    /// <summary>Said not to happen or not to have happened: denied, refused, prevented, called off, ended.</summary>
    Denied,
}
