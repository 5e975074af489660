using Chancery.Record.Exporting.Plover;

namespace Chancery.Tests.Record.Exporting.Plover;

public class PloverTypesTests
{
    [Theory]
    [InlineData("CONSULT", "planned", "AGREE")]
    [InlineData("AID", "possible", "AGREE")]
    [InlineData("RETREAT", "planned", "CONCEDE")]
    [InlineData("ASSAULT", "conditional", "THREATEN")]
    [InlineData("ACCUSE", "planned", "ACCUSE")]
    [InlineData("AID", "denied", "REJECT")]
    [InlineData("REQUEST", "denied", "AGREE")]
    [InlineData("ASSAULT", "denied", null)]
    [InlineData("ASSAULT", "occurred", "ASSAULT")]
    [InlineData("CONSULT", "ongoing", "CONSULT")]
    public void Type_to_export_is_that_of_the_codebook(string type, string status, string? exported) => Assert.Equal(exported, PloverTypes.Of(type, status));
}
