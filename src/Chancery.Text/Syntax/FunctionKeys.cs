using Chancery.Text.Tokens;

namespace Chancery.Text.Syntax;

/// <summary>The few closed words by which questions of syntax are answered where the relation alone does not tell.</summary>
internal static class FunctionKeys
{
    private static readonly ulong[] Relatives = Keys("who", "whom", "which", "that", "whose");
    private static readonly ulong[] Negators = Keys("not", "n't", "never", "nor", "neither");
    private static readonly ulong[] NegativeDeterminers = Keys("no", "neither");
    private static readonly ulong[] NegativePronouns = Keys("nobody", "none", "nothing", "no-one", "neither");
    private static readonly ulong[] Have = Keys("have", "has", "had", "'ve", "'d", "having");
    private static readonly ulong[] ModalKeys =
        Keys("will", "'ll", "wo", "shall", "would", "'d", "can", "ca", "could", "may", "might", "must", "should", "ought", "need");

    private static readonly Modality[] Modalities =
    [
        Modality.Will, Modality.Will, Modality.Will, Modality.Shall, Modality.Would, Modality.Would, Modality.Can, Modality.Can, Modality.Could, Modality.May,
        Modality.Might, Modality.Must, Modality.Should, Modality.Should, Modality.Must,
    ];

    private static readonly ulong Longer = TokenKey.Of("longer");
    private static readonly ulong No = TokenKey.Of("no");
    private static readonly ulong Going = TokenKey.Of("going");

    public static bool IsRelative(ulong key) => Array.IndexOf(Relatives, key) >= 0;

    public static bool IsNegator(ulong key) => Array.IndexOf(Negators, key) >= 0;

    public static bool IsNegativeDeterminer(ulong key) => Array.IndexOf(NegativeDeterminers, key) >= 0;

    public static bool IsNegativePronoun(ulong key) => Array.IndexOf(NegativePronouns, key) >= 0;

    public static bool IsHave(ulong key) => Array.IndexOf(Have, key) >= 0;

    public static bool IsLonger(ulong key) => key == Longer;

    public static bool IsNo(ulong key) => key == No;

    public static bool IsGoing(ulong key) => key == Going;

    public static Modality ModalityOf(ulong key) => Array.IndexOf(ModalKeys, key) is var index and >= 0 ? Modalities[index] : Modality.None;

    private static ulong[] Keys(params string[] words) => [.. words.Select(word => TokenKey.Of(word))];
}
