using System.Text;
using Chancery.Extraction.Intake;
using Chancery.Extraction.Intake.Mail;
using Chancery.Record;

namespace Chancery.Tests.Extraction.Intake.Mail;

public class MailFormatTests
{
    private const string Head = "Return-Path: <press@river.example>\r\nFrom: River Aid Press Office <press@river.example>\r\nTo: desk@post.example\r\nDate: Fri, 20 Mar 2020 09:00:00 +0100\r\nSubject: Fwd: [press] River Aid opens a clinic\r\n in Milhaven\r\n";
    private const string Body = "River Aid opened a clinic in Milhaven on Thursday, with two doctors and a boat.\r\n\r\nThe clinic is open from Monday to Friday, a spokeswoman said in a statement.\r\n";

    [Fact]
    public void A_message_gives_its_report()
    {
        var report = Only($"{Head}\r\n{Body}");
        Assert.Equal(("River Aid opens a clinic in Milhaven", "River Aid Press Office", "2020-03-20"), (report.Title, report.Outlet, Incoming.Day(report)));
        Assert.Equal(2, report.Blocks.Count);
    }

    [Fact]
    public void A_sender_with_a_person_s_name_signs()
    {
        var report = Only($"{Head.Replace("River Aid Press Office", "\"Jo Quill\"", StringComparison.Ordinal)}\r\n{Body}");
        Assert.Equal(["Jo Quill"], report.Bylines);
        Assert.Equal("river.example", report.Outlet);
    }

    [Fact]
    public void Words_of_headers_are_decoded() =>
        Assert.Equal("Café closed – again", Only($"{Head.Split("Subject")[0]}Subject: =?utf-8?Q?Caf=C3=A9_closed?= =?UTF-8?B?IOKAkyBhZ2Fpbg==?=\r\n\r\n{Body}").Title);

    [Theory]
    [InlineData("quoted-printable", "The caf=E9 was closed on Wed=\r\nnesday, the council said in a statement.")]
    [InlineData("base64", "VGhlIGNhZukgd2FzIGNsb3NlZCBvbiBXZWRuZXNkYXksIHRoZSBjb3Vu\r\nY2lsIHNhaWQgaW4gYSBzdGF0ZW1lbnQu")]
    [InlineData("8bit", "The caf\u00E9 was closed on Wednesday, the council said in a statement.")]
    public void Bodies_are_decoded_by_their_encoding_and_charset(string encoding, string body)
    {
        var bytes = Encoding.Latin1.GetBytes($"{Head}MIME-Version: 1.0\r\nContent-Type: text/plain; charset=\"iso-8859-1\"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n");
        Assert.Equal("The café was closed on Wednesday, the council said in a statement.", Assert.Single(Incoming.Read(bytes, "m.eml").Reports).Text);
    }

    [Fact]
    public void Of_two_forms_the_plain_one_is_read_and_of_a_page_alone_the_page()
    {
        const string Page = "--x\r\nContent-Type: text/html\r\n\r\n<html><body><p>The page says that the bridge was closed to all lorries on Wednesday.</p></body></html>\r\n";
        const string Mime = "Content-Type: multipart/alternative; boundary=\"x\"\r\n\r\npreamble\r\n";
        Assert.StartsWith("River Aid opened", Only($"{Head}{Mime}--x\r\n\r\n{Body}\r\n{Page}--x--\r\n").Text);
        Assert.StartsWith("The page says", Only($"{Head}{Mime}{Page}--x--\r\n").Text);
    }

    [Fact]
    public void Attachments_are_named_and_text_in_nested_parts_is_found()
    {
        var result = Read($"{Head}Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n{Body}\r\n--b--\r\n--a\r\nContent-Type: application/pdf; name=\"figures.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--a--\r\n");
        Assert.Equal(2, Assert.Single(result.Reports).Blocks.Count);
        Assert.Equal(("m.eml/figures.pdf", "IN24"), (Assert.Single(result.Refusals).Source, result.Refusals[0].Code));
    }

    [Fact]
    public void A_message_that_carries_another_gives_the_other()
    {
        var report = Only($"From: Jo Quill <jo@post.example>\r\nDate: Sun, 22 Mar 2020 09:00:00 +0100\r\nSubject: have a look\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n\r\nHave a look.\r\n--a\r\nContent-Type: message/rfc822\r\n\r\n{Head}\r\n{Body}\r\n--a--\r\n");
        Assert.Equal(("River Aid opens a clinic in Milhaven", "2020-03-20"), (report.Title, Incoming.Day(report)));
    }

    [Fact]
    public void A_message_forwarded_in_the_text_counts_as_what_it_was()
    {
        var report = Only($"From: Jo Quill <jo@post.example>\r\nTo: desk@post.example\r\nDate: Sun, 22 Mar 2020 09:00:00 +0100\r\nSubject: Fwd: clinic\r\n\r\n---------- Forwarded message ---------\r\nFrom: River Aid Press Office <press@river.example>\r\nDate: Fri, 20 Mar 2020 at 09:00\r\nSubject: River Aid opens a clinic\r\nTo: <list@river.example>\r\n\r\n{Body}");
        Assert.Equal(("River Aid opens a clinic", "2020-03-20", "River Aid Press Office"), (report.Title, Incoming.Day(report), report.Outlet));
        Assert.StartsWith("River Aid opened", report.Text);
    }

    [Fact]
    public void Quoted_answers_and_the_signature_are_cut_and_a_quoted_whole_is_text()
    {
        var answered = Only($"{Head}\r\n{Body}\r\nOn Thu, 19 Mar 2020, Jo Quill wrote:\r\n> Is there any news of the clinic?\r\n> We go to press at noon.\r\n\r\n-- \r\nRiver Aid, 1 Harbour Street\r\n");
        Assert.Equal(2, answered.Blocks.Count);
        Assert.Contains("Is there any news", Assert.Single(Incoming.Cut(answered, "repeat")), StringComparison.Ordinal);
        Assert.Equal(2, Only($"{Head}\r\n> {Body.Replace("\r\n", "\r\n> ", StringComparison.Ordinal)}").Blocks.Count);
    }

    [Theory]
    [InlineData("From the harbour: the bridge was closed.\n\nTo all: nobody was hurt.")]
    [InlineData("Subject: bridge\n\nThe bridge was closed on Wednesday, the council said in a statement.")]
    public void A_text_with_a_colon_is_no_message(string text) =>
        Assert.DoesNotContain(Incoming.Read(Encoding.UTF8.GetBytes(text)).Reports, report => report.Title == "bridge");

    [Theory]
    [InlineData("QUJD", "ABC")]
    [InlineData("QUI", "AB")]
    [InlineData("Q", "")]
    [InlineData("QU JD\r\nRE==", "ABCD")]
    public void Broken_base64_gives_what_can_be_read(string text, string bytes) => Assert.Equal(bytes, Encoding.Latin1.GetString(MailHeader.Base64(text)));

    private static IntakeResult Read(string message) => Incoming.Read(Encoding.Latin1.GetBytes(message), "m.eml");

    private static Report Only(string message) => Assert.Single(Read(message).Reports);
}
