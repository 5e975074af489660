namespace Chancery.Text.Coreference;

/// <summary>How two values go together: not known, the same, not the same.</summary>
internal enum Agree : byte { Open, Same, Apart }

/// <summary>Whether two mentions can stand for the same by number, gender and words.</summary>
internal static class Agreement
{
    public static Agree Of(Number left, Number right) =>
        left == Number.Unsaid || right == Number.Unsaid ? Agree.Open : left == right ? Agree.Same : Agree.Apart;

    public static Agree Of(Gender left, Gender right)
    {
        if (left == Gender.Unsaid || right == Gender.Unsaid) return Agree.Open;
        if (left == right) return Agree.Same;
        return left is Gender.Person && right is Gender.Man or Gender.Woman || right is Gender.Person && left is Gender.Man or Gender.Woman ? Agree.Same : Agree.Apart;
    }

    /// <summary>What a kind of thing says of gender.</summary>
    public static Gender GenderOf(EntityKind kind) => kind switch
    {
        EntityKind.Person => Gender.Person,
        EntityKind.Animal => Gender.Unsaid,
        _ => Gender.Thing,
    };

    /// <summary>True if neither number nor gender nor kind keeps a mention from a chain.</summary>
    public static bool CanBe(MentionProfile mention, MentionProfile earlier, ChainState chain)
    {
        var gender = mention.Gender == Gender.Unsaid ? GenderOf(mention.Kind) : mention.Gender;
        var other = chain.Gender == Gender.Unsaid ? GenderOf(chain.Kind) : chain.Gender;
        return Of(mention.Number, earlier.Number) != Agree.Apart && Of(gender, other) != Agree.Apart;
    }

    /// <summary>How many of the left's words the right has too.</summary>
    public static int Shared(ulong[] left, ulong[] right)
    {
        var count = 0;
        foreach (var word in left)
            if (Array.IndexOf(right, word) >= 0)
                count++;
        return count;
    }
}
