using Chancery.Text;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;
using NodaTime;

namespace Chancery.Extraction.Actors;

/// <summary>Codes the actors of one document; made by <see cref="ActorCoder"/>.</summary>
public sealed class ActorReader
{
    private readonly Document _document;
    private readonly SyntaxTree _tree;
    private readonly ActorTables _tables;
    private readonly ActorUnits _units;

    internal ActorReader(SyntaxTree tree, ActorTables tables, Func<string, string?> countryOfPlace)
    {
        (_document, _tree, _tables) = (tree.Document, tree, tables);
        _units = new ActorUnits(_document, tables, countryOfPlace);
    }

    /// <summary>What the words of an actor say.</summary>
    /// <param name="words">The tokens of one actor; of several joined by "and" the first is coded.</param>
    /// <param name="day">The day as of which offices count; <see langword="null"/> if it is not known.</param>
    /// <param name="home">The state in which the report is at home, if it says so: whose "the army" is. Alpha-3 or <see langword="null"/>.</param>
    public ActorCode Code(TokenRange words, LocalDate? day, string? home = null)
    {
        if (words.Count <= 0) return ActorCode.None;
        var head = HeadOf(words);
        var phrase = new ActorPhrase(_document, _tables, _units.In(words, day), words, head);
        return phrase.Code(UposOf(head), home);
    }

    /// <summary>The one state that these words name, by its name, people, capital or a place in it; <see langword="null"/> if there are several or none.</summary>
    public string? HomeState(TokenRange words) => StatesIn(words) is [var state] ? state : null;

    /// <summary>True if the words name two states or more: "Denmark and Norway" are no actor of one country.</summary>
    public bool NamesSeveralStates(TokenRange words) => StatesIn(words).Count > 1;

    private List<string> StatesIn(TokenRange words) =>
    [
        .. _units.In(words, null).Where(unit => unit.Kind is not (ActorUnitKind.Organisation or ActorUnitKind.Holder))
            .Select(unit => unit.Country).OfType<string>().Distinct(StringComparer.Ordinal),
    ];

    private Upos UposOf(int token) => _document.Tags.IsEmpty ? Upos.X : _document.Tags[token].Upos;

    /// <summary>The token on which all the others hang; of several the first that is a noun.</summary>
    private int HeadOf(TokenRange words)
    {
        var head = SyntaxTree.None;
        for (var i = words.First; i < words.End; i++)
        {
            if (_document.Tokens[i].Kind is TokenKind.Punctuation or TokenKind.Quote || words.Contains(_tree.HeadOf(i))) continue;
            if (UposOf(i) is Upos.NOUN or Upos.PROPN or Upos.PRON) return i;
            if (head == SyntaxTree.None) head = i;
        }

        return head == SyntaxTree.None ? words.End - 1 : head;
    }
}
