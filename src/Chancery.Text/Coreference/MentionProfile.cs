namespace Chancery.Text.Coreference;

/// <summary>A mention as a run of tokens with its head.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index of the token after its last.</param>
/// <param name="Head">Index of its head.</param>
internal readonly record struct MentionRun(int First, int End, int Head)
{
    public int Length => End - First;

    public bool Holds(MentionRun other) => First <= other.First && other.End <= End;
}

/// <summary>One or several.</summary>
internal enum Number : byte { Unsaid, One, Many }

/// <summary>What a pronoun or noun can stand for. A person is a man or a woman, and we are not told which.</summary>
internal enum Gender : byte { Unsaid, Man, Woman, Person, Thing }

/// <summary>Everything about one mention that the comparison of two needs, worked out once.</summary>
internal sealed class MentionProfile
{
    public const int MostWords = 12;

    public required MentionRun Run { get; init; }

    public MentionForm Form { get; set; }

    /// <summary>For a pronoun the key of the one whose forms it shares ("him": he), else 0.</summary>
    public ulong Pronoun { get; set; }

    public Number Number { get; set; }

    public Gender Gender { get; set; }

    public EntityKind Kind { get; set; }

    /// <summary>The name type that a recognizer gave, plus one; 0 if it gave none.</summary>
    public int NameType { get; set; }

    public ulong HeadKey { get; set; }

    public ulong HeadLemma { get; set; }

    /// <summary>The words without determiner and possessive mark, in order.</summary>
    public ulong Text { get; set; }

    /// <summary>All words in order.</summary>
    public ulong WholeText { get; set; }

    /// <summary>The content words up to the head, in order: what a later mention repeats.</summary>
    public ulong Core { get; set; }

    public ulong FirstWord { get; set; }

    public ulong LastWord { get; set; }

    /// <summary>The determiner's key, 0 if there is none.</summary>
    public ulong Determiner { get; set; }

    /// <summary>The possessor's head, or -1.</summary>
    public int Possessor { get; set; } = -1;

    /// <summary>Lemma of the noun that depends on the head after it ("capital of France": France), or 0.</summary>
    public ulong Complement { get; set; }

    /// <summary>Lemmas of the content words beside the head, <see cref="MostWords"/> at most.</summary>
    public ulong[] Modifiers { get; set; } = [];

    /// <summary>The key of a number among them, or 0.</summary>
    public ulong Count { get; set; }

    /// <summary>The words of the name in it, in order; empty if it is none.</summary>
    public ulong[] NameWords { get; set; } = [];

    /// <summary>The key of the initials of its capitalised words, 0 for fewer than two.</summary>
    public ulong Initials { get; set; }

    /// <summary>The relation of its head, above a coordination where it is a conjunct.</summary>
    public ulong Role { get; set; }

    /// <summary>The token its head depends on, or -1.</summary>
    public int Governor { get; set; } = -1;

    public ulong GovernorLemma { get; set; }

    /// <summary>The key of its preposition, 0 if there is none.</summary>
    public ulong Preposition { get; set; }

    public int Sentence { get; set; }

    public int Paragraph { get; set; }

    public int Quote { get; set; }

    /// <summary>What the pair features are combined with: the pronoun, or else form and number.</summary>
    public ulong Signature { get; set; }

    /// <summary>A coarser signature: form alone.</summary>
    public ulong Coarse { get; set; }

    public bool HasRelativeClause { get; set; }

    public bool HasConjunct { get; set; }

    public bool IsPersonal => Form is MentionForm.First or MentionForm.Second or MentionForm.Third or MentionForm.Reflexive;

    public bool IsPronoun => Form is >= MentionForm.First and <= MentionForm.Indefinite;

    public bool IsSubject { get; set; }
}
