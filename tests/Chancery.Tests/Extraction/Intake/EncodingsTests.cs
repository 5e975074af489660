using System.Text;
using Chancery.Extraction.Intake;

namespace Chancery.Tests.Extraction.Intake;

public class EncodingsTests
{
    private const string Sample = "The café – “open” – cost €3 on Monday.";
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Fact]
    public void The_same_text_in_any_encoding_is_the_same()
    {
        byte[][] all =
        [
            Encoding.UTF8.GetBytes(Sample), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sample)], Western.GetBytes(Sample),
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sample)], [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Sample)],
        ];
        Assert.All(all, bytes => Assert.Equal(Sample, Encodings.Decode(bytes, null).Text));
    }

    [Fact]
    public void Utf16_without_a_mark_is_known_by_its_zeros()
    {
        var bytes = Encoding.Unicode.GetBytes("The bridge was closed on Wednesday.");
        Assert.False(Encodings.LooksBinary(bytes));
        Assert.Equal("The bridge was closed on Wednesday.", Encodings.Decode(bytes, null).Text);
    }

    [Fact]
    public void The_page_s_own_charset_is_believed_where_utf8_fails()
    {
        var cyrillic = CodePagesEncodingProvider.Instance.GetEncoding("koi8-r")!;
        var bytes = cyrillic.GetBytes("<html><head><meta charset=\"koi8-r\"></head>Река поднялась</html>");
        Assert.Contains("Река поднялась", Encodings.Decode(bytes, null).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_transport_s_charset_comes_first()
    {
        var cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
        Assert.Equal("Река", Encodings.Decode(cyrillic.GetBytes("Река"), "text/html; charset=windows-1251").Text);
    }

    [Fact]
    public void A_false_or_unknown_charset_does_no_harm()
    {
        Assert.Equal(Sample, Encodings.Decode(Encoding.UTF8.GetBytes(Sample), "text/html; charset=martian").Text);
        Assert.Equal(Sample, Encodings.Decode(Western.GetBytes(Sample), "text/html; charset=utf-8").Text);
    }

    [Fact]
    public void Mixed_bytes_keep_both_halves()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("Überschrift – "), .. Western.GetBytes("größer")];
        Assert.Equal("Überschrift – größer", Encodings.Decode(bytes, null).Text);
    }

    [Theory]
    [InlineData("Ã¼ber", "über")]
    [InlineData("theyâ€™re", "they’re")]
    [InlineData("Ã¢â‚¬â„¢s", "’s")]
    [InlineData("über Ã", "über Ã")]
    [InlineData("SÃO PAULO", "SÃO PAULO")]
    [InlineData("they’re", "they’re")]
    public void Mojibake_is_repaired_only_where_certain(string damaged, string meant) => Assert.Equal(meant, Mojibake.Repair(damaged));
}
