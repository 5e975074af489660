using Chancery.Text.Lexicons;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>What may stand with a verb of saying beside a clause and a quotation, which all of them take.</summary>
[Flags]
internal enum SpeechFrames
{
    /// <summary>Nothing else.</summary>
    None = 0,

    /// <summary>Its object is the one told: "told reporters".</summary>
    Told = 1,

    /// <summary>An infinitive is what is said: "vowed to return".</summary>
    Infinitive = 2,

    /// <summary>What follows "of" or "about" is what is said: "warned of a shortage".</summary>
    About = 4,

    /// <summary>Only a quotation is said: "asked".</summary>
    QuoteOnly = 8,

    /// <summary>In the passive with an infinitive nobody says it: "is said to have left".</summary>
    Raised = 16,

    /// <summary>Its object is a word that is taken back or denied: "retracted his claim that".</summary>
    Unsaid = 32,

    /// <summary>A noun that is said even where nobody is said to say it: "the rumour that".</summary>
    Hearsay = 128,

    /// <summary>Only with "back" behind it: "walked back", "took back".</summary>
    Back = 256,

    /// <summary>An object with "at" and a number is what is said: "puts the dead at 40"; of "as she put it" the clause around it; nothing else.</summary>
    Figure = 512,

    /// <summary>An object with what it is called, in quotation marks, is what is said: "called the raid 'an insult'"; nothing else.</summary>
    Named = 1024,

    /// <summary>With an infinitive of saying nothing is said: "declined to say".</summary>
    Declines = 2048,

    /// <summary>It names another as the one who says it: "citing the ministry".</summary>
    Cites = 64,
}

/// <summary>Verbs or nouns of saying by their lemma.</summary>
internal sealed class SpeechWords(Lexicon lexicon)
{
    private readonly Dictionary<ulong, SpeechFrames> _frames = lexicon.Entries.ToDictionary(entry => TokenKey.Of(entry.Form), entry => Parse(entry.Field(0)));

    /// <summary>The frames of a word, or <see langword="null"/> if it is none.</summary>
    public SpeechFrames? this[ulong lemma] => _frames.TryGetValue(lemma, out var frames) ? frames : null;

    private static SpeechFrames Parse(string field) => field.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(SpeechFrames.None, (frames, word) => frames | word switch
    {
        "told" => SpeechFrames.Told,
        "infinitive" => SpeechFrames.Infinitive,
        "about" => SpeechFrames.About,
        "quote-only" => SpeechFrames.QuoteOnly,
        "raised" => SpeechFrames.Raised,
        "unsaid" => SpeechFrames.Unsaid,
        "back" => SpeechFrames.Back,
        "hearsay" => SpeechFrames.Hearsay,
        "figure" => SpeechFrames.Figure,
        "named" => SpeechFrames.Named,
        "declines" => SpeechFrames.Declines,
        "cites" => SpeechFrames.Cites,
        _ => throw new FormatException($"'{word}' is no frame of a verb of saying."),
    });
}
