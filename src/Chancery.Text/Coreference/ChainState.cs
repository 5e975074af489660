namespace Chancery.Text.Coreference;

/// <summary>What is known of a chain while a text is read: what its mentions so far agree on.</summary>
internal sealed class ChainState
{
    private const int MostHeads = 6;
    private readonly List<ulong> _heads = new(2);
    private readonly List<ulong> _texts = new(2);
    private readonly List<ulong> _cores = new(2);

    public int Count { get; private set; }

    /// <summary>Index of its first mention.</summary>
    public int First { get; private set; }

    /// <summary>Index of its last mention.</summary>
    public int Last { get; private set; }

    public Number Number { get; private set; }

    public Gender Gender { get; private set; }

    /// <summary>Lemma of the head of its last mention that is no pronoun, or 0.</summary>
    public ulong Noun { get; private set; }

    public EntityKind Kind { get; private set; }

    public bool HasName { get; private set; }

    public bool HasNoun => _heads.Count > 0;

    public int Subjects { get; private set; }

    public MentionProfile? Name { get; private set; }

    public void Add(MentionProfile mention, int index)
    {
        if (Count == 0) First = index;
        if (Count == 0 || (!mention.IsPronoun && Noun == 0)) Kind = mention.Kind;
        Count++;
        Last = index;
        if (mention.IsSubject) Subjects++;
        if (Number == Number.Unsaid) Number = mention.Number;
        if (mention.Gender != Gender.Unsaid && Gender is Gender.Unsaid or Gender.Person) Gender = mention.Gender;
        if (mention.IsPronoun) return;
        Noun = mention.HeadLemma;
        Remember(_heads, mention.HeadLemma);
        Remember(_texts, mention.Text);
        Remember(_cores, mention.Core);
        if (mention.NameWords.Length == 0) return;
        HasName = true;
        if (Name is null || Name.NameWords.Length < mention.NameWords.Length) Name = mention;
    }

    public bool HasHead(ulong lemma) => _heads.Contains(lemma);

    public bool HasCore(ulong core) => _cores.Contains(core);

    public bool HasText(ulong text) => _texts.Contains(text);

    private static void Remember(List<ulong> list, ulong key)
    {
        if (list.Count < MostHeads && !list.Contains(key)) list.Add(key);
    }
}
