namespace Chancery.Extraction.Times;

/// <summary>What a token can be in a time expression. The names, in lower case, are those of the lexicon and the rules.</summary>
[Flags]
internal enum TimeClass : ulong
{
    None = 0,
    Month = 1UL << 0,
    Weekday = 1UL << 1,
    Weekdays = 1UL << 2,
    Season = 1UL << 3,
    Seasons = 1UL << 4,
    Unit = 1UL << 5,
    Units = 1UL << 6,
    Ordinal = 1UL << 7,
    Shift = 1UL << 8,
    Part = 1UL << 9,
    Parts = 1UL << 10,
    Moment = 1UL << 11,
    DayReference = 1UL << 12,
    Reference = 1UL << 13,
    Edge = 1UL << 14,
    EdgeNoun = 1UL << 15,
    Measure = 1UL << 16,
    Often = 1UL << 17,
    Every = 1UL << 18,
    Era = 1UL << 19,
    Holiday = 1UL << 20,
    Zone = 1UL << 21,
    Meridiem = 1UL << 22,
    Vague = 1UL << 23,
    Few = 1UL << 24,
    Fiscal = 1UL << 25,
    DecadeName = 1UL << 26,

    /// <summary>A word after which a bare year or a doubtful month is one ("in", "since", "late").</summary>
    Lead = 1UL << 27,

    /// <summary>A word that is a month or a weekday only in the right company ("may", "march", "Sat").</summary>
    Doubtful = 1UL << 28,

    /// <summary>A word that is counted, so that the number before it is no year ("troops").</summary>
    Thing = 1UL << 29,

    /// <summary>A word after which a number is a name, not a time ("Flight", "Room").</summary>
    Label = 1UL << 30,

    /// <summary>A number of things, in figures or words.</summary>
    Count = 1UL << 31,

    /// <summary>A number from 1 to 31 in figures.</summary>
    Day = 1UL << 32,

    /// <summary>"7th": an ordinal in figures from 1 to 31.</summary>
    OrdinalDay = 1UL << 33,

    /// <summary>A number that can be a year beside a month.</summary>
    Year = 1UL << 34,

    /// <summary>A number that is a year even without a month beside it.</summary>
    BareYear = 1UL << 35,

    /// <summary>A number from 0 to 24 in figures.</summary>
    Hour = 1UL << 36,

    /// <summary>"10:35".</summary>
    ClockTime = 1UL << 37,

    /// <summary>"0735": four figures that can be a clock time.</summary>
    Military = 1UL << 38,

    /// <summary>"1980s".</summary>
    Decade = 1UL << 39,

    /// <summary>"80s".</summary>
    ShortDecade = 1UL << 40,

    /// <summary>"1998-08-07".</summary>
    IsoDate = 1UL << 41,

    /// <summary>"8/7/1998", "7.8.1998".</summary>
    FullSlash = 1UL << 42,

    /// <summary>"9/11".</summary>
    Slash = 1UL << 43,

    /// <summary>Two figures that can be a year after an apostrophe or a hyphen.</summary>
    ShortYear = 1UL << 44,

    /// <summary>Any number that can be a year with an era beside it.</summary>
    AnyYear = 1UL << 45,

    /// <summary>"1/2" after a whole number.</summary>
    Fraction = 1UL << 46,

    /// <summary>A unit that a clock cannot show, a day or longer: only these stand after "last" and "next".</summary>
    LongUnit = 1UL << 47,

    /// <summary>Every class by which an expression can begin; no rule is tried elsewhere.</summary>
    Opening = Month | Weekday | Season | Unit | Units | Ordinal | Shift | Part | Moment | DayReference | Reference | Edge |
        EdgeNoun | Measure | Often | Every | Holiday | Vague | Few | Fiscal | DecadeName | Count | Day | OrdinalDay | Year |
        BareYear | Hour | ClockTime | DottedClock | Military | Decade | ShortDecade | IsoDate | FullSlash | Slash | ShortYear | AnyYear |
        Weekdays | Seasons | Parts | Era | Article | QuarterName | HalfName,

    /// <summary>"the", "a", "an" and the like, with which an expression may begin.</summary>
    Article = 1UL << 48,

    /// <summary>"10.35": a clock time only beside "a.m." or a zone.</summary>
    DottedClock = 1UL << 49,

    /// <summary>An apostrophe before a short year.</summary>
    Apostrophe = 1UL << 50,

    /// <summary>"Q3".</summary>
    QuarterName = 1UL << 51,

    /// <summary>"H1".</summary>
    HalfName = 1UL << 52,
}
