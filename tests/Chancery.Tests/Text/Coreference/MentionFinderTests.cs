using Chancery.Text.Coreference;

namespace Chancery.Tests.Text.Coreference;

public class MentionFinderTests
{
    [Theory]
    [InlineData("In/in/ADP/IN/3/case the/the/DET/DT/3/det port/port/NOUN/NN/7/obl of/of/ADP/IN/5/case Velm/Velm/PROPN/NNP/3/nmod ,/,/PUNCT/,/7/punct stood/stand/VERB/VBD/0/root ships/ship/NOUN/NNS/7/nsubj", "the port of Velm|Velm|ships")]
    [InlineData("He/he/PRON/PRP/4/nsubj is/be/AUX/VBZ/4/cop a/a/DET/DT/4/det soldier/soldier/NOUN/NN/0/root now/now/ADV/RB/4/advmod", "He|a soldier now|now")]
    [InlineData("Ann/Ann/PROPN/NNP/4/nsubj and/and/CCONJ/CC/3/cc Bo/Bo/PROPN/NNP/1/conj left/leave/VERB/VBD/0/root", "Ann|Ann and Bo|Bo")]
    [InlineData("Ann/Ann/PROPN/NNP/4/nmod:poss 's/'s/PART/POS/1/case old/old/ADJ/JJ/4/amod ship/ship/NOUN/NN/5/nsubj left/leave/VERB/VBD/0/root", "Ann 's|Ann 's old ship")]
    [InlineData("Left/leave/VERB/VBD/0/root ././PUNCT/./1/punct", "")]
    public void Phrases_are_found_without_preposition_copula_and_mark(string tree, string expected)
    {
        var document = Trees.Read(tree);
        var view = new SyntaxView(document);
        var runs = MentionFinder.Find(view).Select(run => document.Text[new(view.Tokens[run.First].Span.Start, view.Tokens[run.End - 1].Span.End)]);
        Assert.Equal(expected, string.Join('|', runs));
    }
}
