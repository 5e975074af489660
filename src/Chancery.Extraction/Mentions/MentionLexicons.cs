using Chancery.Text.Lexicons;

namespace Chancery.Extraction.Mentions;

/// <summary>The tables that mentions are found with, opened once.</summary>
internal sealed class MentionLexicons(Resources resources)
{
    public FunctionWords Words { get; } = resources.Words;

    public Lexicon Pronouns { get; } = resources.Lexicon("pronouns");

    public Lexicon PlaceNouns { get; } = resources.Lexicon("place-nouns");

    public Lexicon Countries { get; } = resources.Lexicon("countries");

    public Lexicon Organisations { get; } = resources.Lexicon("organisations");

    public Lexicon Regions { get; } = resources.Lexicon("regions");

    public Lexicon Roles { get; } = resources.Lexicon("roles");

    public Lexicon RoleModifiers { get; } = resources.Lexicon("role-modifiers");

    public Lexicon Honorifics { get; } = resources.Lexicon("honorifics");

    public Lexicon Bodies { get; } = resources.Lexicon("body-words");

    public Lexicon OrganisationWords { get; } = resources.Lexicon("organisation-words");

    public Lexicon PlaceWords { get; } = resources.Lexicon("place-words");

    public Lexicon NotNames { get; } = resources.Lexicon("not-names");

    public Lexicon SpeechCues { get; } = resources.Lexicon("speech-cues");

    public Lexicon Auxiliaries { get; } = resources.Lexicon("auxiliaries");

    public Lexicon MediaWords { get; } = resources.Lexicon("media-words");

    public Lexicon Agencies { get; } = resources.Lexicon("agencies");

    public string Hash => Words.Hash + string.Concat(new[]
    {
        Pronouns, PlaceNouns, Countries, Organisations, Regions, Roles, RoleModifiers, Honorifics, Bodies, OrganisationWords, PlaceWords,
            NotNames, SpeechCues, Auxiliaries, MediaWords, Agencies,
    }.Select(lexicon => lexicon.Hash));
}
