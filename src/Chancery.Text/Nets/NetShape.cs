namespace Chancery.Text.Nets;

/// <summary>How large a language net is. Numbers of columns are multiples of <see cref="Kernel.Lane"/>.</summary>
/// <param name="TableBits">Base-2 logarithm of the rows of the table of word features.</param>
/// <param name="Embedding">Columns of that table.</param>
/// <param name="Hidden">Columns of the encoder.</param>
/// <param name="Layers">Recurrent layers.</param>
/// <param name="Arc">Columns in which a word and its possible heads are compared.</param>
/// <param name="Label">Columns in which a relation is judged.</param>
/// <param name="Features">Classes of morphological features.</param>
internal sealed record NetShape(int TableBits, int Embedding, int Hidden, int Layers, int Arc, int Label, int Features)
{
    /// <summary>The part that reads.</summary>
    public EncoderShape Encoder => new(TableBits, Embedding, Hidden, Layers, 0);

    /// <summary>Room for the universal tags.</summary>
    public const int Upos = 32;

    /// <summary>Room for the Penn tags.</summary>
    public const int Penn = 64;

    /// <summary>Room for relations.</summary>
    public const int Relations = 64;

    /// <summary>Room for the classes of names of the first scheme (person, organisation, place).</summary>
    public const int NarrowNames = 16;

    /// <summary>Room for the classes of names of the second scheme.</summary>
    public const int WideNames = 48;

    /// <summary>Where the universal tags start in the output of the heads; the others follow in the order written here, and the last number is their sum.</summary>
    public const int UposAt = 0;

    public const int PennAt = Upos;

    public const int FeaturesAt = PennAt + Penn;

    public int NarrowNamesAt => FeaturesAt + Padded(Features);

    public int WideNamesAt => NarrowNamesAt + NarrowNames;

    public int ArcDependentAt => WideNamesAt + WideNames;

    public int ArcHeadAt => ArcDependentAt + Arc;

    public int LabelDependentAt => ArcHeadAt + Arc;

    public int LabelHeadAt => LabelDependentAt + Label;

    public int Outputs => LabelHeadAt + Label;

    private static int Padded(int columns) => (columns + Kernel.Lane - 1) / Kernel.Lane * Kernel.Lane;
}
