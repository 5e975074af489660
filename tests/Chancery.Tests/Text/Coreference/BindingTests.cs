using Chancery.Text.Coreference;
using Chancery.Text.Names;

namespace Chancery.Tests.Text.Coreference;

public sealed class BindingTests
{
    [Theory]
    [InlineData(NameType.Date, NameType.Place, true)]
    [InlineData(NameType.Person, NameType.Money, true)]
    [InlineData(NameType.Date, NameType.Money, true)]
    [InlineData(NameType.Date, NameType.Date, false)]
    [InlineData(NameType.Organisation, NameType.Place, false)]
    [InlineData(NameType.Date, null, false)]
    public void Day_or_amount_is_nobody_and_no_place(NameType mention, NameType? earlier, bool forbids)
    {
        var view = new SyntaxView(Doc.Of("He left."));
        Assert.Equal(forbids, Binding.Forbids(view, Of(mention, 1), Of(earlier, 0)));
    }

    private static MentionProfile Of(NameType? type, int sentence) =>
        new() { Run = new MentionRun(sentence, sentence + 1, sentence), HeadKey = 1, HeadLemma = 1, Sentence = sentence, NameType = type is { } name ? (int)name + 1 : 0 };
}
