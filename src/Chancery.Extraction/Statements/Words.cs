using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>Small closed classes of words that decide where a clause begins or ends.</summary>
internal static class Words
{
    public static readonly ulong That = TokenKey.Of("that");
    public static readonly ulong About = TokenKey.Of("about");
    public static readonly ulong To = TokenKey.Of("to");
    public static readonly ulong Comma = TokenKey.Of(",");
    public static readonly ulong Colon = TokenKey.Of(":");
    public static readonly ulong By = TokenKey.Of("by");

    /// <summary>Words after a cue that begin no clause: what follows belongs to the saying.</summary>
    public static readonly HashSet<ulong> NoClause = Of(
        "who", "which", "whose", "whom",
        ",", ".", ";", ")", "-", "\u2013", "\u2014", "at", "in", "on", "of", "for", "from", "with", "by", "after", "before", "during", "as",
        "and", "or", "but", "adding", "referring", "following", "amid", "ahead", "without", "citing", "while", "when", "to", "about", "?", "!",
        "through", "via", "under", "over", "since", "until", "upon", "according", "quoting", "speaking", "nothing", "so", "something", "anything",
        "is", "was", "are", "were", "has", "have", "had", "be", "been", "will", "would", "could", "can", "may", "might", "should", "must", "does", "did", "do");

    /// <summary>Words that open a subordinate or coordinate clause: a source stands after them, not before.</summary>
    public static readonly HashSet<ulong> ClauseOpeners = Of(
        "that", "and", "but", "because", "although", "though", "while", "when", "as", "if", "after", "before", "since", "where", "whereas", ",", ";", ":",
        "meanwhile", "however", "also", "then");

    /// <summary>After "X said," they go on with the saying and not with what is said.</summary>
    public static readonly HashSet<ulong> NoSubject = Of("adding", "referring", "citing", "and", "but", "while", "as", "according", "quoting", "after", "before", "when", "in", "on", "at", "during", "speaking", "following", "ahead", "amid", "with");

    /// <summary>Forms that only a clause holds.</summary>
    public static readonly HashSet<ulong> Verbal = Of("is", "was", "are", "were", "has", "have", "had", "will", "would", "could", "can", "may", "might", "should", "must", "does", "did", "do", "be", "been",
        "went", "came", "left", "took", "fell", "rose", "met", "made", "gave", "held", "told", "said", "says", "began", "got", "became", "lost", "won", "sent", "put", "ran", "fled", "sought", "'s", "'re", "'ve", "'ll", "'m");

    /// <summary>At the head of a verb group they say that it has not happened.</summary>
    public static readonly HashSet<ulong> Unsaid = Of("to", "will", "would", "may", "might", "could", "should", "must", "can");

    /// <summary>Before a participle they make the passive.</summary>
    public static readonly HashSet<ulong> Passive = Of("been", "is", "was", "being", "be", "are", "were");

    public static readonly HashSet<ulong> Relatives = Of("who", "which", "whose", "whom");

    public static readonly HashSet<ulong> Articles = Of("the", "a", "an", "his", "her", "its", "their", "this", "one", "our");

    public static readonly HashSet<ulong> FirstPerson = Of("i", "we", "our", "my", "us", "me", "ours", "myself", "ourselves");

    public static readonly HashSet<ulong> TimeLinks = Of("on", "in", "at", "by", "during", "late", "early", "earlier", "for", "since", "later", "of");

    /// <summary>Words that are no source though a verb of saying follows them.</summary>
    public static readonly HashSet<ulong> NoSource = Of("it", "there", "which", "that", "what", "to", "and", "or", "but", "as", "who", "not", "this", "these", "those", "of", "in", "is", "be", "can", "you", "i", "we", "so", "where", "how",
        "nobody", "none", "everybody", "everyone", "anyone", "anybody", "nothing", "something", "everything", "anything", "neither", "no");

    /// <summary>Words that name a part of those after "of": "one of the soldiers".</summary>
    public static readonly HashSet<ulong> Partitives = Of("one", "some", "two", "three", "four", "several", "many", "most", "few", "all", "another", "dozens", "hundreds");

    public static readonly HashSet<ulong> Prepositions = Of("of", "in", "at", "from", "to", "for", "with", "by", "on", "between", "against", "near", "into", "over", "under", "about", "inside", "outside", "across");

    private static HashSet<ulong> Of(params string[] words) => [.. words.Select(word => TokenKey.Of(word))];
}
