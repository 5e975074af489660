using Chancery.Record.Findings;
using Chancery.Text;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>
/// Links a statement that denies or takes back to the one it means: the last before it in the report by the same speaker, or one whose content it repeats in the main. Where the
/// report has none, nothing is linked.
/// </summary>
/// <param name="text">The document.</param>
/// <param name="idOf">The id that a statement will have.</param>
internal sealed class Denials(SpokenText text, Func<Statement, string> idOf)
{
    private const double LeastShared = 0.5;

    /// <summary>The statements, those that deny with what they deny.</summary>
    /// <param name="statements">Statements with what they were made of, in any order.</param>
    public IEnumerable<Statement> Link(IReadOnlyList<(Attribution Attribution, Statement Statement)> statements)
    {
        foreach (var (attribution, statement) in statements)
            yield return attribution.Unsays && Denied(attribution, statement, statements) is { } denied ? statement with { Denies = idOf(denied) } : statement;
    }

    private Statement? Denied(Attribution denial, Statement said, IReadOnlyList<(Attribution Attribution, Statement Statement)> statements)
    {
        var words = Words(denial);
        return statements
            .Where(one => !one.Attribution.Unsays && one.Attribution.CueHead < denial.CueHead && one.Attribution.Outer is null)
            .OrderByDescending(one => one.Attribution.CueHead)
            .FirstOrDefault(one => IsMeant(words, Words(one.Attribution), one.Statement.Speaker is { } speaker && speaker == said.Speaker)).Statement;
    }

    /// <summary>The denial names what was said, or says no more than "so" and the same one speaks.</summary>
    private static bool IsMeant(HashSet<ulong> denial, HashSet<ulong> said, bool isSameSpeaker)
    {
        if (denial.Count == 0) return isSameSpeaker;
        return said.Count > 0 && denial.Count(said.Contains) >= LeastShared * Math.Min(denial.Count, said.Count);
    }

    /// <summary>The lemmas of what is said that carry meaning, without verbs of saying and nouns of saying.</summary>
    private HashSet<ulong> Words(Attribution attribution)
    {
        var words = new HashSet<ulong>();
        foreach (var piece in attribution.Content)
            for (var token = piece.First; token < piece.End; token++)
                if (text.UposOf(token) is Upos.NOUN or Upos.PROPN or Upos.VERB or Upos.ADJ or Upos.NUM && text.Lexicons.SpeechVerbs[text.LemmaOf(token)] is null && text.Lexicons.SpeechNouns[text.LemmaOf(token)] is null)
                    words.Add(text.LemmaOf(token));
        return words;
    }
}
