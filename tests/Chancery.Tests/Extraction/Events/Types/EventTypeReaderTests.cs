using Chancery.App.Evaluation;
using Chancery.Extraction;
using Chancery.Extraction.Events.Types;
using Chancery.Text;
using Chancery.Text.Syntax;

namespace Chancery.Tests.Extraction.Events.Types;

public class EventTypeReaderTests
{
    private static readonly EventTypeReader Reader = new(Resources.Default.EventTypeModel(), Resources.Default.LanguageModel().Hash);

    [Theory]
    [InlineData("Gunmen attacked a convoy near the dam.", "Gunmen", "convoy", "attacked", "ASSAULT")]
    [InlineData("Two buses of pilgrims were bombed by rebels.", "rebels", "buses", "bombed", "ASSAULT")]
    [InlineData("The chancellor met her Maltese counterpart in Bonn.", "chancellor", "counterpart", "met", "CONSULT")]
    [InlineData("Police arrested nine smugglers.", "Police", "smugglers", "arrested", "COERCE")]
    [InlineData("The guerrillas freed a Danish engineer.", "guerrillas", "engineer", "freed", "RETREAT")]
    [InlineData("The governor lifted the curfew in Lund.", "governor", "Lund", "lifted", "CONCEDE")]
    [InlineData("Postmen went on strike against the ministry.", "Postmen", "ministry", "went", "PROTEST")]
    [InlineData("Malta condemned the raid by Fiji.", "Malta", "Fiji", "condemned", "ACCUSE")]
    [InlineData("Norway donated blankets to Fiji.", "Norway", "Fiji", "donated", "AID")]
    [InlineData("Malta suspended aid to Fiji.", "Malta", "Fiji", "suspended", "SANCTION")]
    [InlineData("The navies of Malta and Fiji held joint drills.", "Malta", "Fiji", "held", "COOPERATE")]
    public void Word_has_the_type_of_what_it_tells(string sentence, string source, string target, string predicate, string type)
    {
        var shares = Reader.TypeOf(Frame(sentence, source, target, predicate));
        Assert.Equal(type, shares.Best);
        Assert.True(shares[type] > shares.None);
        Assert.Equal(1, EventTypes.Names.Sum(name => shares[name]) + shares.None, 3);
    }

    [Theory]
    [InlineData("The bishop was born in Lund.", "bishop", "Lund", "born")]
    [InlineData("The professor lives in Bonn.", "professor", "Bonn", "lives")]
    [InlineData("Exports rose in Malta.", "Exports", "Malta", "rose")]
    public void Word_that_tells_no_event_has_none(string sentence, string source, string target, string predicate) =>
        Assert.True(Reader.TypeOf(Frame(sentence, source, target, predicate)).None > 0.5f);

    [Theory]
    [InlineData("Malta will meet Fiji on Monday.", "Malta", "Fiji", "AGREE")]
    [InlineData("Malta met Fiji on Monday.", "Malta", "Fiji", "CONSULT")]
    [InlineData("Malta refused to free two sailors from Fiji.", "Malta", "Fiji", "REJECT")]
    [InlineData("Malta freed two sailors from Fiji.", "Malta", "Fiji", "YIELD")]
    public void Root_counts_plans_and_refusals(string sentence, string source, string target, string root) =>
        Assert.Equal(root, Reader.RootOf(Frame(sentence, source, target, null)));

    [Fact]
    public void Type_of_a_planned_act_is_that_of_the_act() =>
        Assert.Equal("CONSULT", Reader.TypeOf(Frame("Malta will meet Fiji on Monday.", "Malta", "Fiji", "meet")).Best);

    [Fact]
    public void Choice_can_be_kept_to_some_types() =>
        Assert.Equal("RETREAT", Reader.TypeOf(Frame("Malta released two sailors from Fiji.", "Malta", "Fiji", "released")).BestOf(["AID", "RETREAT"]));

    [Fact]
    public void Frame_finds_the_predicates_between_two_actors()
    {
        var frame = Frame("The rebels agreed to free the crew.", "rebels", "crew", null);
        Assert.Equal("agreed", Word(frame, frame.Outer));
        Assert.Equal("free", Word(frame, frame.Inner));
    }

    [Fact]
    public void Actor_of_another_sentence_says_nothing_of_the_way()
    {
        var frame = Frame("The rebels came. They freed the crew.", "rebels", "crew", "freed");
        Assert.Equal(SyntaxTree.None, frame.SourceHead);
        Assert.Equal("RETREAT", Reader.TypeOf(frame).Best);
    }

    [Fact]
    public void Model_of_another_language_model_is_refused() =>
        Assert.Throws<ArgumentException>(() => new EventTypeReader(Resources.Default.EventTypeModel(), "another"));

    [Fact]
    public void Model_is_read_back_as_written()
    {
        var bytes = Resources.Default.EventTypeModel().ToBytes();
        Assert.Equal(Resources.Default.EventTypeModel().Hash, EventTypeModel.Read(bytes).Hash);
        Assert.Throws<FormatException>(() => EventTypeModel.Read(bytes.AsSpan(0, bytes.Length - 1)));
    }

    private static string Word(EventFrame frame, int token) => frame.Document.Text.Slice(frame.Document.Layer<Chancery.Text.Tokens.Token>()[token].Span).ToString();

    private static EventFrame Frame(string sentence, string source, string target, string? predicate)
    {
        var document = StandardPipeline.Language(Resources.Default).Run(new Document(new SourceText(sentence)));
        var tree = new SyntaxTree(document);
        return new EventFrame(tree, At(source), At(target), predicate is null ? SyntaxTree.None : At(predicate).First);

        Chancery.Text.Tokens.TokenRange At(string word) =>
            PloverItem.TokensIn(document, new Span(sentence.IndexOf(word, StringComparison.Ordinal), sentence.IndexOf(word, StringComparison.Ordinal) + word.Length));
    }
}
