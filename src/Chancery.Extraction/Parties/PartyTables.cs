using Chancery.Extraction.Actors;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Syntax;

namespace Chancery.Extraction.Parties;

/// <summary>What parties are told by, opened once for all that write parties: the names of states and the coder of actors.</summary>
/// <param name="resources">The tables.</param>
/// <param name="actors">Actors that a desk brings along; <see langword="null"/> for none.</param>
internal sealed class PartyTables(Resources resources, Lexicon? actors = null)
{
    private readonly Dictionary<string, string> _stateNames = resources.Lexicon("countries").Entries.Where(entry => entry.Field(1) == "name")
        .GroupBy(entry => entry.Field(0)).ToDictionary(group => group.Key, group => group.First().Field(2));

    private readonly ActorCoder _coder = new(resources, imported: actors);

    /// <summary>Changes with every table.</summary>
    public string Hash => _coder.DataFingerprint;

    /// <summary>The parties of a document.</summary>
    public PartyFinder Of(Document document, SyntaxTree tree) => new(document, _stateNames, _coder.For(tree));
}
