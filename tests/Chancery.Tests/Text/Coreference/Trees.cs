using Chancery.App.Evaluation;
using Chancery.Extraction;
using Chancery.Text;
using Chancery.Text.Coreference;
using Chancery.Text.Learning;

namespace Chancery.Tests.Text.Coreference;

/// <summary>Documents with trees that are written by hand: a word a token, <c>form/lemma/UPOS/XPOS/head/relation</c>, a line a sentence.</summary>
internal static class Trees
{
    public static CorefLexicons Lexicons { get; } = Resources.Default.Coreference();

    public static Document Read(string trees)
    {
        var sentences = trees.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((line, number) => Sentence(line, number == 0));
        return new CorefText("own", "", new TreebankDocument("own", [.. sentences]), []).Gold();
    }

    /// <summary>Index of a word's n-th occurrence, from 1.</summary>
    public static int Token(this Document document, string word, int occurrence = 1) =>
        Enumerable.Range(0, document.Layer<Chancery.Text.Tokens.Token>().Length)
            .Where(i => document.Text[document.Layer<Chancery.Text.Tokens.Token>()[i].Span] == word).ElementAt(occurrence - 1);

    private static TreebankSentence Sentence(string line, bool isFirst)
    {
        var words = line.Split(' ').Select(cell => cell.Split('/')).Select(cells => new TreebankWord(cells[0], cells[1], cells[2], cells[3], "_", int.Parse(cells[4], System.Globalization.CultureInfo.InvariantCulture), cells[5])).ToList();
        return new TreebankSentence("", isFirst, [.. words.Select((word, i) => new TreebankToken(word.Form, i, 1, true))], [.. words]);
    }
}
