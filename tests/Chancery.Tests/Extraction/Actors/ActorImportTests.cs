using Chancery.Extraction;
using Chancery.Extraction.Actors;
using Chancery.Tests.Cases;
using Chancery.Text.Lexicons;
using NodaTime;

namespace Chancery.Tests.Extraction.Actors;

public class ActorImportTests
{
    private const string Dictionary = """
        # our own
        ANN_HOLM_ ; of the harbour party
        +ANNA_HOLM_
        	[DNKOPP <010601]
        	[DNKGOV 010602-20090430] [DNKELI >090430]
        HARBOUR_WATCH_ [NORCOP]
        +WATCH_OF_THE_HARBOUR_
        SEA_FUND_ [NGOHLH]
        LOST_ONE_ [QQQ]
        	[NORGOV 991399-000101]
        &AgentWord
        """;

    private const string Table = """
        name	aliases	country	office	from	to
        Ruth Berg	R. Berg|Rut Berg	Norway	Minister of Fisheries	+2004-05-07T00:00:00Z	2008-11
        Ruth Berg		NOR	member of parliament	2009	
        Tom Quay		Atlantis	mayor	2001	2002
        Tom Quay		NOR	mayor	2001-02-30	2002
        Tom Quay	NOR
        """;

    private static ActorImport Import(string content)
    {
        var import = new ActorImport();
        import.AddFile(content, Resources.Default);
        return import;
    }

    private static OfficeHolders Holders(ActorImport import) => new(LexiconReader.Read("actors", import.ToTable()));

    [Fact]
    public void Dictionary_gives_country_and_sector_as_of_a_day()
    {
        var holm = Holders(Import(Dictionary)).Find("Anna Holm")!;
        Assert.Equal(("DNK", "OPP"), holm.On(new LocalDate(2000, 1, 1)));
        Assert.Equal(("DNK", "GOV"), holm.On(new LocalDate(2001, 6, 2)));
        Assert.Equal(("DNK", "ELI"), holm.On(new LocalDate(2009, 5, 1)));
    }

    [Fact]
    public void Dictionary_knows_synonyms_and_codes_without_a_time()
    {
        var holders = Holders(Import(Dictionary));
        Assert.Equal(("NOR", "COP"), holders.Find("Watch of the Harbour")!.On(null));
        Assert.Equal("NGO", holders.Find("Sea Fund")!.On(null).Sector);
    }

    [Fact]
    public void Lines_that_are_not_used_are_named_with_a_code()
    {
        Assert.Equal([(9, "AC02"), (10, "AC03"), (11, "AC01")], Import(Dictionary).Faults.Select(fault => (fault.Line, fault.Code)));
        Assert.Equal([(4, "AC04"), (5, "AC03"), (6, "AC01")], Import(Table).Faults.Select(fault => (fault.Line, fault.Code)));
    }

    [Fact]
    public void Table_gives_offices_with_their_days()
    {
        var berg = Holders(Import(Table)).Find("Rut Berg")!;
        Assert.Equal(("NOR", "GOV"), berg.On(new LocalDate(2008, 11, 30)));
        Assert.Equal(("NOR", "LEG"), berg.On(new LocalDate(2020, 1, 1)));
        Assert.Equal(("NOR", null), berg.On(new LocalDate(2004, 5, 6)));
    }

    [Fact]
    public void Table_written_and_read_again_is_the_same()
    {
        var first = Import(Dictionary);
        first.AddFile(Table, Resources.Default);
        var second = new ActorImport();
        second.AddTable(first.ToTable());
        Assert.Equal(first.ToTable(), second.ToTable());
        Assert.Equal(4, second.Count);
    }

    [Fact]
    public void Imported_actor_stands_above_the_tables_and_counts_in_the_fingerprint()
    {
        var actors = LexiconReader.Read("actors", Import(Dictionary).ToTable());
        Assert.NotEqual(StandardPipeline.Create(Resources.Default).Fingerprint, StandardPipeline.Create(Resources.Default, actors).Fingerprint);
        Assert.Equal("DNK", ActorCaseTests.Code("Ann Holm", coder: new ActorCoder(Resources.Default, imported: actors)).Country);
    }
}
