using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;
using NodaTime;

namespace Chancery.Extraction.Actors;

/// <summary>
/// Codes the words of an actor: country and PLOVER sector as of a day. The noun at the head of the words decides, found by syntax; what stands
/// before it and, after "of" or "in", behind it says whose it is; tables say what the words mean. Knows nothing of other reports and guesses
/// nothing: a name that no table has says nothing of a country. Safe to share between threads.
/// </summary>
public sealed class ActorCoder
{
    private readonly ActorTables _tables;
    private readonly Func<string, string?> _countryOfPlace;

    /// <summary>The coder over the tables of <paramref name="resources"/>.</summary>
    /// <param name="resources">Where the tables are.</param>
    /// <param name="countryOfPlace">The state (alpha-3) of a place by its name, <see langword="null"/> if none is clear; without it no towns are known.</param>
    /// <param name="imported">Actors of the desk's own, as <see cref="ActorImport"/> writes them; they stand above the tables.</param>
    public ActorCoder(Resources resources, Func<string, string?>? countryOfPlace = null, Lexicon? imported = null)
    {
        ArgumentNullException.ThrowIfNull(resources);
        _tables = new ActorTables(resources, imported);
        _countryOfPlace = countryOfPlace ?? (_ => null);
    }

    /// <summary>The hash of all that the coder reads.</summary>
    public string DataFingerprint => _tables.Hash;

    /// <summary>A coder for the actors of one document, which needs its tokens, tags, dependencies, names and lemmas.</summary>
    public ActorReader For(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return For(new SyntaxTree(document));
    }

    /// <summary>The same for a document whose trees are at hand.</summary>
    public ActorReader For(SyntaxTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return new ActorReader(tree, _tables, _countryOfPlace);
    }
}
