using Chancery.Record.Findings;

namespace Chancery.Tests.Extraction.Statements;

public class RelativeClauseTests
{
    [Fact]
    public void What_is_said_in_a_relative_clause_is_that_clause_and_not_the_noun_before_it()
    {
        var statement = Read.One<Statement>("Norway, which had said on August 15 that it did not plan to evacuate anybody, sent four transports on Wednesday.");
        Assert.Equal(("Norway", "it did not plan to evacuate anybody"), (statement.Speaker?.Name, statement.Content));
    }
}
