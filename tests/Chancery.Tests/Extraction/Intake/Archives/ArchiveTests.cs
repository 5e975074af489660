using System.Text;
using Chancery.Extraction.Intake;
using Chancery.Extraction.Intake.Archives;

namespace Chancery.Tests.Extraction.Intake.Archives;

public class ArchiveTests
{
    private static readonly (string, byte[])[] Files =
    [
        ("reports/a.html", Packed.Utf8(Packed.Page)),
        ("reports/b.txt", Packed.Utf8("The ferry is full, the harbour office said, and will be full until May.")),
        ("reports/style.css", Packed.Utf8("p { color: red }")),
        ("reports/.hidden", Packed.Utf8("Not a report, whatever it says, and nobody reads it.")),
        ("README.md", Packed.Utf8("Reports of the harbour, gathered by hand over one long winter.")),
    ];

    public static TheoryData<string> Kinds => ["zip", "tar", "tar.gz"];

    private static byte[] Pack(string kind, params (string, byte[])[] files) => kind switch
    {
        "zip" => Packed.Zip(files),
        "tar" => Packed.Tar(files),
        _ => Packed.Gzip(Packed.Tar(files)),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Members_are_read_as_if_they_came_alone(string kind)
    {
        var result = Incoming.Read(Pack(kind, Files), "harbour." + kind);
        Assert.Empty(result.Refusals);
        Assert.Equal([$"harbour.{kind}/reports/a.html", $"harbour.{kind}/reports/b.txt"], result.Reports.Select(report => report.Source));
        Assert.Equal(Incoming.Read(Files[0].Item2).Reports[0].Id, result.Reports[0].Id);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_bytes_that_reports_name_come_with_them(string kind)
    {
        var result = Incoming.Read(Pack(kind, Files), "harbour." + kind);
        var hashes = result.Members.Select(member => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(member.Bytes.Span)));
        Assert.Equal(result.Reports.Select(report => report.Sha256), hashes);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_bad_member_costs_only_itself(string kind)
    {
        var result = Incoming.Read(Pack(kind, ("a.pdf", "%PDF-1.7 …"u8.ToArray()), ("b.txt", []), Files[0]), "harbour." + kind);
        Assert.Single(result.Reports);
        Assert.Equal(["IN02", "IN01"], result.Refusals.Select(refusal => refusal.Code));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_bytes_twice_are_one_report(string kind) =>
        Assert.Single(Incoming.Read(Pack(kind, ("a.html", Files[0].Item2), ("b.html", Files[0].Item2))).Reports);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_archive_that_ends_early_gives_what_came_before(string kind)
    {
        var bytes = Pack(kind, Files);
        var result = Incoming.Read(bytes[..(bytes.Length / 2)]);
        Assert.Contains("IN06", result.Refusals.Select(refusal => refusal.Code));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_archive_of_nothing_is_refused(string kind) => Assert.Equal("IN13", Incoming.Refusal(Pack(kind, Files[2])));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_member_that_swells_costs_only_itself(string kind)
    {
        var result = Incoming.Read(Pack(kind, ("bomb.txt", Packed.Gzip(new byte[19 * 1024 * 1024])), Files[0]));
        Assert.Equal("IN07", Assert.Single(result.Refusals).Code);
        Assert.Single(result.Reports);
    }

    [Fact]
    public void A_zip_whose_member_swells_says_so()
    {
        var result = Incoming.Read(Packed.Zip(("a.html", Files[0].Item2), ("bomb.txt", new byte[19 * 1024 * 1024])));
        Assert.Equal("IN07", Assert.Single(result.Refusals).Code);
        Assert.Single(result.Reports);
    }

    [Fact]
    public void Many_small_members_that_swell_together_end_the_archive()
    {
        var bomb = Enumerable.Range(0, 60).Select(number => ($"{number:00}.txt", new byte[Limits.Megabyte - 1])).ToArray();
        var result = Incoming.Read(Packed.Zip(bomb), "bombs.zip");
        Assert.Empty(result.Reports);
        Assert.Contains(result.Refusals, refusal => refusal is { Source: "bombs.zip", Code: "IN07" });
    }

    [Fact]
    public void An_archive_in_an_archive_is_read_and_one_in_that_is_not()
    {
        var inner = Packed.Zip(Files);
        Assert.Equal(2, Incoming.Read(Packed.Tar(("inner.zip", inner))).Reports.Count);
        Assert.Equal("IN07", Incoming.Refusal(Packed.Zip(("middle.tar", Packed.Tar(("inner.zip", inner))))));
    }

    [Fact]
    public void Office_files_are_no_folders_of_reports() =>
        Assert.Equal("IN02", Incoming.Refusal(Packed.Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", "<p>Text</p>"u8.ToArray()))));

    [Theory]
    [InlineData("a/b.html", false)]
    [InlineData("a/.git/b.html", true)]
    [InlineData(".DS_Store", true)]
    [InlineData("__MACOSX/b.html", true)]
    [InlineData("a/readme.TXT", true)]
    [InlineData("a/b.css", true)]
    [InlineData("a.css/b", false)]
    public void Names_tell_what_is_no_report(string path, bool isNone) => Assert.Equal(isNone, MemberNames.IsNoReport(path));
}
