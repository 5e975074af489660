using Chancery.Record;

namespace Chancery.Tests.Extraction.Intake.PlainText;

public class PlainTextFormatTests
{
    [Fact]
    public void A_wire_report_gives_its_head_and_joined_paragraphs()
    {
        var report = Incoming.Report("wire.txt");
        Assert.Equal("Harbour council votes to close the old bridge", report.Title);
        Assert.Equal(["Tam Ferrow"], report.Bylines);
        Assert.Equal("Eastmark Herald", report.Outlet);
        Assert.Equal(["Kestrel"], report.Agencies);
        Assert.Equal(("2020-03-04", "byline-line"), (Incoming.Day(report), report.Published?.Basis));
        Assert.Equal(3, report.Blocks.Count);
        Assert.StartsWith("The harbour council voted on Wednesday to close the old bridge to lorries, and", report.Text);
        Assert.Equal(["PORT ELM, March 4 (Kestrel) -"], Incoming.Cut(report, "dateline"));
        Assert.Equal("en", report.Language);
    }

    [Fact]
    public void A_desk_report_keeps_its_highlights_and_pictures_apart()
    {
        var report = Incoming.Report("desk.txt");
        Assert.Equal(["KTVX Web Team"], report.Bylines);
        Assert.Equal("KTVX", report.Outlet);
        Assert.Equal(["Agencies"], report.Agencies);
        Assert.Equal("2020-03-05", Incoming.Day(report));
        Assert.Equal(["paragraph", "paragraph", "subhead", "paragraph"], report.Blocks.Select(block => block.Kind));
        Assert.Equal(["furniture", "title", "byline", "date", "furniture", "caption", "summary", "summary", "furniture", "caption", "credit"], report.Cut.Select(cut => cut.Kind));
        Assert.DoesNotContain("Kestrel", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_left_in_the_text_go_and_a_tail_dates_nothing()
    {
        var report = Incoming.Report("tail.txt");
        Assert.Null(report.Published);
        Assert.Equal(["RP Bureau"], report.Bylines);
        Assert.Equal(["AFP"], report.Agencies);
        Assert.Equal(3, report.Blocks.Count);
        Assert.DoesNotContain('<', report.Text);
        Assert.DoesNotContain('\u00A0', report.Text);
        Assert.Contains("Salt tax brings in less than the mint had hoped", Incoming.Cut(report, "related"));
        Assert.Contains("2 days ago", Incoming.Cut(report, "related"));
    }

    [Fact]
    public void A_date_header_goes_and_an_embedded_post_is_a_repeat()
    {
        var report = Incoming.Report("header.txt");
        Assert.Null(report.Title);
        Assert.Equal(("2020-03-06", "metadata"), (Incoming.Day(report), report.Published?.Basis));
        Assert.Equal(["date 2020-03-06"], Incoming.Cut(report, "date"));
        Assert.StartsWith("The consulate in Milhaven", report.Text);
        Assert.Contains("pic.twitter.com", Assert.Single(Incoming.Cut(report, "repeat")), StringComparison.Ordinal);
        Assert.Equal(["PTI"], report.Agencies);
    }

    [Fact]
    public void A_post_that_is_not_repeated_stays()
    {
        var report = Incoming.Text("The minister answered on Friday with a post of his own, and nobody replied.\n\nNine boats left the harbour before dawn today and not one came back A. Consul (@aconsul) March 6, 2020\n\nThe harbour office said that it knew nothing of any boats at all.");
        Assert.Contains("Nine boats left", report.Text, StringComparison.Ordinal);
        Assert.Null(report.Published);
    }

    [Fact]
    public void A_text_that_opens_with_a_sentence_has_no_title()
    {
        var report = Incoming.Text("The bridge was closed on Wednesday, the council said in a statement.\n\nDrivers had asked for more time, and they got none of it.");
        Assert.Null(report.Title);
        Assert.Empty(report.Cut);
        Assert.Equal(2, report.Blocks.Count);
    }

    [Theory]
    [InlineData("PORT ELM (Kestrel) - The harbour council voted on\nWednesday to close the old bridge, a spokeswoman\n(of the council) said, and drivers were angry.")]
    [InlineData("The harbour council voted on Wednesday to close,\nKestrel reported, the old bridge (which is nine hundred years old and\nMilhaven's pride) and drivers were angry.")]
    public void Lines_broken_in_a_sentence_are_joined(string text)
    {
        var report = Incoming.Text(text);
        Assert.Null(report.Title);
        Assert.Single(report.Blocks);
    }

    [Fact]
    public void Short_sentences_without_a_headline_are_text()
    {
        var report = Incoming.Text("You are at home here.\n\nThe bridge was closed on Wednesday, the council said in a statement.");
        Assert.Null(report.Title);
        Assert.Equal(2, report.Blocks.Count);
    }

    [Fact]
    public void A_lone_less_than_sign_is_no_markup()
    {
        var report = Incoming.Text("The girl wrote <3 on the wall & went home, her mother said in the evening.");
        Assert.Equal("The girl wrote <3 on the wall & went home, her mother said in the evening.", report.Text);
    }

    [Fact]
    public void Escaped_markup_is_decoded_once_more()
    {
        var report = Incoming.Text("&lt;p&gt;The bridge was closed on Wednesday, the council said.&lt;/p&gt;&lt;p&gt;Drivers &amp;amp; sailors had asked for more time.&lt;/p&gt;&lt;p&gt;They got none of it, as usual in this town.&lt;/p&gt;");
        Assert.Equal(3, report.Blocks.Count);
        Assert.Contains("Drivers & sailors", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_of_other_articles_amid_the_text_go_and_the_text_after_them_stays()
    {
        var report = Incoming.Text("Bridge closed to lorries after long debate\n\nThe bridge was closed on Wednesday, the council said in a statement.\n\nAlso read\n\nSalt tax brings in less than hoped\n\nDrivers had asked for more time, and they got none of it at all.\n\nThe ferry is full, the harbour office said, and will be full until May.");
        Assert.Equal(3, report.Blocks.Count);
        Assert.Equal(["Also read", "Salt tax brings in less than hoped"], Incoming.Cut(report, "related"));
    }

    [Fact]
    public void A_credit_at_the_end_of_a_paragraph_is_cut_from_it()
    {
        var report = Incoming.Text("The bridge was closed on Wednesday, the council said in a statement. (With inputs from ANI)");
        Assert.EndsWith("in a statement.", report.Text);
        Assert.Equal(["ANI"], report.Agencies);
    }

    [Fact]
    public void A_picture_credit_is_no_agency()
    {
        var report = Incoming.Text("The bridge was closed on Wednesday, the council said in a statement.\n\nImage Credit: AFP");
        Assert.Empty(report.Agencies);
        Assert.Equal(["Image Credit: AFP"], Incoming.Cut(report, "caption"));
    }

    [Fact]
    public void Blocks_say_where_they_began_in_the_source()
    {
        const string Text = "Bridge closed to lorries after long debate\n\nThe bridge was closed on Wednesday, the council said.\n\nDrivers had asked for more time, and they got none.";
        foreach (var block in Incoming.Text(Text).Blocks) Assert.Equal(Incoming.Text(Text).Text[block.Span.Start..block.Span.End], Text.Substring(block.Source, block.Span.Length));
    }

    [Fact]
    public void A_release_loses_what_its_issuer_says_of_himself()
    {
        var report = Incoming.Text("FOR IMMEDIATE RELEASE\n\nRiver Aid opens a clinic in Milhaven\n\nGeneva, 20 March 2020\n\nRiver Aid opened a clinic in Milhaven on Thursday, with two doctors and a boat.\n\nContact: press@river.example\n\nAbout River Aid: founded in 1994, River Aid runs nine clinics. It takes no money.");
        Assert.Equal("River Aid opened a clinic in Milhaven on Thursday, with two doctors and a boat.", report.Text);
        Assert.Equal("2020-03-20", Incoming.Day(report));
    }

    [Fact]
    public void A_day_after_retrieval_is_no_day_of_publication()
    {
        var raw = new Chancery.Extraction.Intake.RawDocument("r.txt", "date 2031-01-01 The bridge was closed on Wednesday, the council said."u8.ToArray(), Retrieved: NodaTime.Instant.FromUtc(2020, 3, 4, 0, 0));
        Report report = Assert.Single(Chancery.Extraction.Intake.Formats.Read(raw).Reports);
        Assert.Null(report.Published);
        Assert.Equal(["date 2031-01-01"], Incoming.Cut(report, "date"));
    }
}
