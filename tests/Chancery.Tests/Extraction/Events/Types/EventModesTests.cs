using Chancery.Extraction;
using Chancery.Extraction.Events.Types;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.Tests.Extraction.Events.Types;

public class EventModesTests
{
    private static readonly EventModes Modes = new(Resources.Default);

    [Fact]
    public void Every_word_tells_its_mode_in_its_example() =>
        Assert.Equal("", string.Join(", ", Resources.Default.Lexicon("event-modes").Entries.Where(entry => !IsRead(entry)).Select(entry => entry.Form)));

    [Theory]
    [InlineData("The court in Lund released a refugee with the flu.", "legal asylum")]
    [InlineData("The cat slept.", "")]
    public void Contexts_are_those_of_the_words(string sentence, string contexts)
    {
        var tree = Tree(sentence);
        Assert.Equal(contexts, string.Join(' ', Modes.ContextsOf(tree, new TokenRange(0, tree.Count))));
    }

    [Fact]
    public void Word_far_from_the_predicate_tells_no_mode() =>
        Assert.Null(Modes.ModeOf(Tree("The general who had fired rockets in May attacked a village."), 9, "ASSAULT"));

    private static bool IsRead(LexiconEntry entry)
    {
        var (tree, types) = (Tree(entry.Field(1)), entry.Field(0).Split(' '));
        var root = tree.RootOf(new TokenRange(0, tree.Count));
        return types.All(type => Modes.ModeOf(tree, root, type.Split(':')[0]) == type.Split(':')[1]);
    }

    private static SyntaxTree Tree(string text) => new(StandardPipeline.Language(Resources.Default).Run(new Document(new SourceText(text))));
}
