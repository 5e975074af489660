using Chancery.Text;
using Chancery.Text.Learning;

namespace Chancery.Tests.Text;

/// <summary>Documents for tests, built from trees in CoNLL-U: no tokenizer, tagger or parser has a hand in them.</summary>
internal static class TreebankDocuments
{
    /// <summary>A document with tokens, sentences, tags, lemmas, dependencies and names as a treebank has them.</summary>
    public static Document Of(TreebankDocument treebank)
    {
        var cut = treebank.Cut();
        return cut.With(treebank.TagsOf(cut)).With(treebank.LemmasOf(cut)).With(treebank.DependenciesOf(cut)).With(treebank.NamesOf(cut));
    }

    /// <summary>
    /// A document of one tree or several, a blank line between them. A line is a word: <c>form lemma xpos head relation</c>, and the
    /// universal tag after a slash where the other does not tell it: <c>VBD/AUX</c>. Words are written with spaces between.
    /// </summary>
    public static Document Of(string trees) => Of(ConlluReader.Read(new StringReader(ToConllu(trees))).Single());

    private static string ToConllu(string trees)
    {
        var (rows, id) = (new List<string>(), 0);
        foreach (var line in trees.Split('\n').Select(line => line.Trim()))
        {
            id = line.Length == 0 ? 0 : id + 1;
            rows.Add(line.Length == 0 ? "" : Row(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), id));
        }

        return string.Join('\n', rows) + "\n\n";
    }

    private static string Row(string[] cells, int id)
    {
        var tags = cells[2].Split('/');
        return string.Join('\t', id, cells[0], cells[1], tags.Length > 1 ? tags[1] : Upos(tags[0]), tags[0], "_", cells[3], cells[4], "_", "_");
    }

    private static string Upos(string penn) => penn switch
    {
        "NN" or "NNS" => "NOUN",
        "NNP" or "NNPS" => "PROPN",
        "IN" or "RP" => "ADP",
        "TO" or "POS" => "PART",
        "MD" => "AUX",
        "DT" => "DET",
        "CC" => "CCONJ",
        "CD" => "NUM",
        "PRP" or "PRP$" or "WP" or "WDT" => "PRON",
        _ when penn.StartsWith("VB", StringComparison.Ordinal) => "VERB",
        _ when penn.StartsWith("JJ", StringComparison.Ordinal) => "ADJ",
        _ when penn.StartsWith("RB", StringComparison.Ordinal) => "ADV",
        _ => "PUNCT",
    };
}
