using Chancery.Record.Findings;

namespace Chancery.Tests.Extraction.Statements;

public class DenialTests
{
    [Fact]
    public void Somebody_who_denies_having_said_so_is_linked_to_what_he_said()
    {
        var statements = Read.All<Statement>("The mayor said that the tap water was safe. On Tuesday the mayor denied having said so.");
        var denial = Assert.Single(statements, statement => statement.Denies is not null);
        Assert.Equal("denied", denial.Cue);
        Assert.Equal(statements.Single(statement => statement.Cue == "said").Id, denial.Denies);
    }

    [Fact]
    public void A_claim_of_another_that_is_repeated_in_the_denial_is_linked()
    {
        var statements = Read.All<Statement>("The rebels said that the dam had burst. The ministry denied that the dam had burst. The ministry denied that wages were late.");
        Assert.Equal(statements.Single(statement => statement.Cue == "said").Id, statements.Single(statement => statement.Content.Contains("dam", StringComparison.Ordinal) && statement.Cue == "denied").Denies);
        Assert.Null(statements.Single(statement => statement.Content.Contains("wages", StringComparison.Ordinal)).Denies);
    }
}
