namespace Chancery.Text.Nets;

/// <summary>A sentence to learn from. A column that nobody annotated is <see langword="null"/>; a single word that is not annotated is -1 there.</summary>
internal sealed record NetExample(string[] Forms)
{
    public short[]? Upos { get; init; }

    public short[]? Penn { get; init; }

    /// <summary>Classes of features.</summary>
    public short[]? Features { get; init; }

    /// <summary>The head of each word counted from 1, 0 for the root.</summary>
    public short[]? Heads { get; init; }

    public short[]? Relations { get; init; }

    /// <summary>Names by the first scheme.</summary>
    public short[]? NarrowNames { get; init; }

    /// <summary>Names by the second scheme.</summary>
    public short[]? WideNames { get; init; }
}

/// <summary>How a net learns.</summary>
/// <param name="Epochs">Times through all sentences.</param>
/// <param name="BatchWords">Words in a step.</param>
/// <param name="Rate">The greatest step; it falls to 0 in the end.</param>
/// <param name="Decay">Weight decay.</param>
/// <param name="Dropout">Share of the encoder's columns left out; of the embedded words' half of it.</param>
/// <param name="WordDropout">A word seen n times loses its own rows once in (n + this) / this times.</param>
/// <param name="Recased">Share of the sentences that are read in small letters or in capitals only.</param>
/// <param name="NameWeight">How much names count in the loss, beside 1 for everything else.</param>
/// <param name="Seed">Of everything that looks random.</param>
internal sealed record NetTraining(
    int Epochs, int BatchWords, float Rate, float Decay, float Dropout, float WordDropout, float Recased, float NameWeight, ulong Seed);
