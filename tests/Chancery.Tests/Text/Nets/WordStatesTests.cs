using Chancery.Extraction;
using Chancery.Text;
using Chancery.Text.Nets;

namespace Chancery.Tests.Text.Nets;

public class WordStatesTests
{
    [Fact]
    public void Words_read_by_the_net_have_numbers_and_others_have_none()
    {
        var read = StandardPipeline.Language(Resources.Default).Run(new Document(new SourceText("The army left the town.")));
        var (army, town) = (new float[read.StateWidth], new float[read.StateWidth]);
        read.ReadState(1, army);
        read.ReadState(4, town);
        Assert.NotEqual(army, town);
        Assert.Equal(0, new Document(new SourceText("x")).StateWidth);
        Assert.Throws<ArgumentException>(() => read.ReadState(0, new float[1]));
    }
}
