using Chancery.Text.Lexicons;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;

namespace Chancery.Text.Factuality;

/// <summary>
/// Tells the status of a predicate: from its own words (<see cref="ToldStatus"/>) and from the words above it, each of which hands the status down as the lexicons say. "may decide to close":
/// deciding is possible; what is decided is planned; so closing is possible. Knows words of intending, denying, trying and the like, nothing of news. Safe to share.
/// </summary>
/// <remarks>Method: Nairn, Condoravdi and Karttunen 2006 (implicatives handed down the tree); Saurí and Pustejovsky 2012 (De Facto).</remarks>
/// <param name="lexicons">The words.</param>
public sealed class StatusReader(StatusLexicons lexicons)
{
    private const int LongestChain = 10;

    // Where words say nothing, a value below this one counts as doubt.
    private const double Doubtful = -0.75;

    /// <summary>The status of a predicate.</summary>
    /// <param name="tree">The trees of a document with tags and lemmas.</param>
    /// <param name="predicate">A verb, or a noun or adjective that stands for a happening or state.</param>
    /// <param name="value">What <see cref="FactualityScorer"/> gives it; decides where words say nothing.</param>
    public Status Of(SyntaxTree tree, int predicate, double value)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var (told, steps) = (new ToldStatus(lexicons, tree), new GoverningWords(lexicons, tree));
        var chain = new List<Governed>();
        for (var token = predicate; chain.Count < LongestChain && steps.Above(token) is { } governed; token = governed.By) chain.Add(governed);
        var top = chain.Count == 0 ? predicate : chain[^1].By;
        var status = told.Of(top) ?? (top == predicate && value < Doubtful ? Status.Possible : Status.Occurred);
        for (var i = chain.Count - 1; i >= 0; i--)
            status = HandDown(status, chain[i], told.Of(chain[i].Token), i == 0 ? value : 0, tree.TenseOf(chain[i].Token) == WrittenTense.Present);
        return status;
    }

    /// <summary>The status that an effect names; occurred for those that name none.</summary>
    internal static Status StatusOf(Effect effect) => effect switch
    {
        Effect.Ongoing => Status.Ongoing,
        Effect.Planned => Status.Planned,
        Effect.Possible => Status.Possible,
        Effect.Conditional => Status.Conditional,
        Effect.Denied => Status.Denied,
        _ => Status.Occurred,
    };

    private static Status HandDown(Status above, Governed governed, Status? told, double value, bool isPresent)
    {
        // "had no plan": the noun denies its verb, and is not denied twice.
        if (above == Status.Denied && told == Status.Denied && !governed.IsClause) return Status.Denied;
        var effect = above == Status.Denied ? governed.WhereDenied : governed.Effect;
        return effect switch
        {
            Effect.None when told is null => value < Doubtful ? Status.Possible : governed.IsClause ? above : Status.Occurred,
            Effect.None when governed.IsTime && isPresent && above == Status.Planned => Status.Planned,
            Effect.None or Effect.Own => told ?? Status.Occurred,
            Effect.Kept when above == Status.Denied => told ?? Status.Occurred,
            Effect.Kept => Join(above, told),
            Effect.Conditional => Status.Conditional,
            _ => Named(StatusOf(effect), above, told),
        };
    }

    private static Status Join(Status above, Status? told) => told switch
    {
        null or Status.Occurred or Status.Ongoing => above is Status.Occurred && told is Status.Ongoing ? Status.Ongoing : above,
        _ when above is Status.Occurred or Status.Ongoing => told.Value,
        Status.Denied => above is Status.Possible ? above : Status.Denied,
        _ => above,
    };

    /// <summary>What a word makes of the clause below, by its own status and what is told there.</summary>
    private static Status Named(Status made, Status above, Status? told)
    {
        if (above is Status.Possible or Status.Conditional) return above;
        if (told is Status.Denied) return made is Status.Possible ? Status.Possible : made is Status.Denied ? Status.Occurred : Status.Denied;
        if (told is Status.Conditional) return Status.Conditional;
        if (above == Status.Planned && made is Status.Ongoing or Status.Occurred) return Status.Planned;
        return made;
    }
}

/// <summary>A word, the word that governs it, and what that makes of its status.</summary>
/// <param name="Token">The governed word.</param>
/// <param name="By">The word above.</param>
/// <param name="Effect">What becomes of its status where the word above holds.</param>
/// <param name="WhereDenied">What becomes of it where the word above is denied.</param>
/// <param name="IsClause">True for a clause, false for a noun.</param>
/// <param name="IsTime">True for a clause that tells when or why.</param>
internal readonly record struct Governed(int Token, int By, Effect Effect, Effect WhereDenied, bool IsClause, bool IsTime = false);
