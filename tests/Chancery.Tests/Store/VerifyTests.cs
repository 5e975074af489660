using Chancery.Record;
using Chancery.Record.Stories;
using Chancery.Store;
using Chancery.Tests.Record;
using Dapper;
using NodaTime;

namespace Chancery.Tests.Store;

/// <summary>Each kind of damage is found, named by code, and named once.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly RecordStore _store = RecordStore.InMemory();

    public VerifyTests()
    {
        _store.AppendBytes(EveryKind.Report.Sha256, System.Text.Encoding.UTF8.GetBytes(EveryKind.Text));
        _store.Append(EveryKind.Reading, "a", Instant.FromUtc(2021, 8, 20, 12, 0));
        _store.ReplaceDerived("f", EveryKind.Derived);
    }

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("DELETE FROM raw", "VE02")]
    [InlineData("UPDATE raw SET bytes = x'00010203'", "VE03")]
    [InlineData("UPDATE raw SET coding = 'none'", "VE03")]
    [InlineData("UPDATE raw SET length = -1", "VE03")]
    [InlineData("UPDATE rendition SET text_hash = 'x'", "VE04")]
    [InlineData("UPDATE rendition SET blocks = '[{\"kind\":\"x\",\"span\":{\"start\":0,\"end\":9999},\"source\":0}]'", "VE04")]
    [InlineData("UPDATE rendition SET payload = '{'", "VE05")]
    [InlineData("UPDATE finding SET payload = '' WHERE kind = 'statement'", "VE05")]
    [InlineData("UPDATE finding SET payload = replace(payload, 'press conference', 'interview') WHERE kind = 'statement'", "VE05")]
    [InlineData("UPDATE finding SET payload = replace(payload, '1200', '1300') WHERE kind = 'figure'", "VE05")]
    [InlineData("UPDATE finding SET current = 0 WHERE kind = 'event'", "VE07")]
    [InlineData("UPDATE report SET rendition_key = NULL", "VE07")]
    [InlineData("UPDATE derived SET payload = '[]' WHERE kind = 'story'", "VE05")]
    [InlineData("UPDATE derived SET payload = replace(payload, 'rp-', 'rp-0') WHERE kind = 'story'", "VE07")]
    [InlineData("UPDATE derived SET payload = replace(payload, 'said on Monday', 'said on Sunday') WHERE kind = 'conflict'", "VE06")]
    [InlineData("DELETE FROM search WHERE rowid = 2", "VE08")]
    public void Damage_is_found(string damage, string code)
    {
        Assert.Empty(_store.Verify().Faults);
        _store.Writer.Execute(damage);

        var verification = _store.Verify();

        Assert.Contains(verification.Faults, fault => fault.Code == code);
        Assert.All(verification.Faults, fault => Assert.EndsWith(".", fault.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Text_that_was_changed_no_longer_holds_its_quotes()
    {
        _store.Writer.Execute("UPDATE rendition SET payload = replace(payload, 'About 1,200', 'About 9,200')");

        var codes = _store.Verify().Faults.Select(fault => fault.Code);

        // The hash of the text; the figure's own evidence.
        Assert.Equal(["VE04", "VE06"], codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Entity_that_is_nowhere_is_named()
    {
        var story = new Story { Id = LineId.Of("story", "b"), Title = "x", Entities = ["en-nowhere"] };
        _store.ReplaceDerived("f", [story]);

        var fault = Assert.Single(_store.Verify().Faults);

        Assert.Equal(("VE07", story.Id), (fault.Code, fault.Id));
        Assert.Contains("en-nowhere", fault.Sentence, StringComparison.Ordinal);
    }
}
