using Chancery.Text.Lexicons;

namespace Chancery.Extraction.Actors;

/// <summary>The tables that actors are coded with, opened once.</summary>
internal sealed class ActorTables(Resources resources, Lexicon? imported)
{
    public FunctionWords Words { get; } = resources.Words;

    public Lexicon Countries { get; } = resources.Lexicon("countries");

    public Lexicon Territories { get; } = resources.Lexicon("territories");

    public Lexicon Organisations { get; } = resources.Lexicon("organisations");

    public Lexicon OrganisationWords { get; } = resources.Lexicon("organisation-words");

    public Lexicon Agents { get; } = resources.Lexicon("agents");

    public Lexicon Pronouns { get; } = resources.Lexicon("pronouns");

    public Lexicon Honorifics { get; } = resources.Lexicon("honorifics");

    public Lexicon Former { get; } = resources.Lexicon("former-words");

    public SectorOrder Sectors { get; } = new(resources.Lexicon("sectors"));

    public OfficeHolders Holders { get; } = new(imported is null ? [resources.Lexicon("office-holders")] : [imported, resources.Lexicon("office-holders")]);

    public string Hash { get; } = imported?.Hash + string.Concat(new[]
    {
        "countries", "territories", "organisations", "organisation-words", "agents", "pronouns", "honorifics", "former-words", "sectors", "office-holders", "function-words",
    }.Select(name => resources.Lexicon(name).Hash));
}
