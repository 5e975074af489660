using Chancery.Extraction.Intake.PlainText;
using Chancery.Record;

namespace Chancery.Tests.Extraction.Intake.PlainText;

/// <summary>Agency copy, press releases and pages pasted as text.</summary>
public class CopyTests
{
    [Fact]
    public void Agency_copy_loses_its_slug_takes_and_marks()
    {
        var report = Incoming.Report("agency.txt");
        Assert.Equal("Port Elm closes its old bridge to lorries", report.Title);
        Assert.Equal(["Jo Quill"], report.Bylines);
        Assert.Equal(["Reuters"], report.Agencies);
        Assert.Null(report.Published);
        Assert.Equal(2, report.Blocks.Count);
        Assert.StartsWith("The harbour council voted", report.Text);
        Assert.EndsWith("beside the water.", report.Text);
    }

    [Fact]
    public void A_corrected_update_keeps_its_bullets_apart_and_its_subhead_in_place()
    {
        var report = Incoming.Report("update.txt");
        Assert.Equal("Port Elm closes its old bridge to lorries", report.Title);
        Assert.Equal(["Jo Quill", "Tam Ferrow"], report.Bylines);
        Assert.Equal(["paragraph", "paragraph", "subhead", "paragraph"], report.Blocks.Select(block => block.Kind));
        Assert.Equal(["* Minister calls the bridge unsafe", "* Drivers had asked for more time"], Incoming.Cut(report, "summary"));
        Assert.DoesNotContain('@', report.Text);
    }

    [Theory]
    [InlineData("release.txt", "River Aid Opens Clinic in Milhaven", "2020-03-20", "nobody pays for a visit.")]
    [InlineData("embargo.txt", "River Aid opens a clinic in Milhaven", "2020-03-20", "the group said in its statement.")]
    [InlineData("card.txt", "River Aid opens a clinic in Milhaven", null, "in its statement to the press.")]
    public void A_release_is_its_text_without_contacts_and_card(string file, string title, string? day, string end)
    {
        var report = Incoming.Report(file);
        Assert.Equal((title, day), (report.Title, Incoming.Day(report)));
        Assert.Empty(report.Bylines);
        Assert.StartsWith("River Aid opened a clinic in Milhaven", report.Text);
        Assert.EndsWith(end, report.Text);
    }

    [Fact]
    public void A_page_pasted_with_its_furniture_is_its_article()
    {
        var report = Incoming.Report("pasted.txt");
        Assert.Equal(("Old bridge at Port Elm closed to lorries", "Harbour Post", "2020-03-04"), (report.Title, report.Outlet, Incoming.Day(report)));
        Assert.Equal(["Jo Quill"], report.Bylines);
        Assert.Equal(3, report.Blocks.Count);
        Assert.Single(Incoming.Cut(report, "caption"));
    }

    [Fact]
    public void A_dateline_on_a_line_of_its_own_is_no_headline()
    {
        Report report = Incoming.Text("Port Elm, March 4, 2020 (AFP) -\n\nThe harbour council voted on Wednesday to close the bridge, a spokeswoman said.\n\nDrivers had asked for more time, and they got none of it at all.\n\njq/tf/el");
        Assert.Null(report.Title);
        Assert.Equal(("2020-03-04", "dateline"), (Incoming.Day(report), report.Published?.Basis));
        Assert.Equal(["AFP"], report.Agencies);
        Assert.Equal(2, report.Blocks.Count);
    }

    [Fact]
    public void Highlights_before_a_dateline_do_not_hide_it()
    {
        var report = Incoming.Text("Follow the ferry with our correspondents, from the ramp to the islands.\n\nPORT ELM (CNN) -- The harbour council voted on Wednesday to close the bridge, a spokeswoman said.");
        Assert.EndsWith("\n\nThe harbour council voted on Wednesday to close the bridge, a spokeswoman said.", report.Text);
        Assert.Equal(["CNN"], report.Agencies);
    }

    [Fact]
    public void The_last_sentence_stays_though_a_credit_stands_behind_it()
    {
        var report = Incoming.Text("PORT ELM (Reuters) - The harbour council voted on Wednesday to close the bridge, a spokeswoman said.\n\n\"Nothing is open,\" Shira Dunn said. (Reporting by Tam Ferrow and Jo Quill)");
        Assert.EndsWith("\n\n\"Nothing is open,\" Shira Dunn said.", report.Text);
        Assert.Equal(["Tam Ferrow", "Jo Quill"], report.Bylines);
    }

    [Fact]
    public void A_credit_broken_behind_an_initial_is_one()
    {
        var report = Incoming.Text("PORT ELM (Reuters) - The harbour council voted on Wednesday to close the bridge, a spokeswoman said. (Reporting by Tam Ferrow, editing by Jo E.\nQuill)");
        Assert.EndsWith("a spokeswoman said.", report.Text);
        Assert.Equal(["Tam Ferrow"], report.Bylines);
        Assert.Empty(Incoming.Cut(report, "caption"));
    }

    [Theory]
    [InlineData("###", "end")]
    [InlineData("# # #", "end")]
    [InlineData("-30-", "end")]
    [InlineData("- 30 -", "end")]
    [InlineData("ENDS", "end")]
    [InlineData("-Ends-", "end")]
    [InlineData("(END)", "end")]
    [InlineData("___", "furniture")]
    [InlineData("=", "furniture")]
    [InlineData("(more)", "furniture")]
    [InlineData("Page 2 of 5", "furniture")]
    [InlineData("(Adds quotes, background)", "furniture")]
    [InlineData("Eds: updates with reaction", "furniture")]
    [InlineData("HARBOUR-BRIDGE/ (UPDATE 2)", "furniture")]
    [InlineData("BC-Harbour-Bridge,3rd Ld", "furniture")]
    [InlineData("a0234 int t r i", "furniture")]
    [InlineData("jq/tf/el", "furniture")]
    [InlineData("https://voice.example/1", "furniture")]
    [InlineData("Media contact: Jo Quill", "contact")]
    [InlineData("Tel: +41 22 555 0100", "contact")]
    [InlineData("30", null)]
    [InlineData("The end", null)]
    [InlineData("Adds up to nothing", null)]
    [InlineData("(adding to the misery)", null)]
    [InlineData("MH370 search goes on in the Indian Ocean", null)]
    [InlineData("US-Russia talks", null)]
    [InlineData("COVID-19", null)]
    [InlineData("UN-backed government", null)]
    [InlineData("and/or", null)]
    [InlineData("Contact was lost at noon", null)]
    [InlineData("Page 2 of the report is missing", null)]
    public void A_line_is_known_by_its_looks(string line, string? kind) => Assert.Equal(kind, CopyLine.KindOf(line));

    [Theory]
    [InlineData("UPDATE 2-Bridge closed to lorries", "Bridge closed to lorries")]
    [InlineData("CORRECTED-UPDATE 1-Bridge closed to lorries", "Bridge closed to lorries")]
    [InlineData("URGENT: Bridge closed to lorries", "Bridge closed to lorries")]
    [InlineData("Update: Bridge closed to lorries", "Update: Bridge closed to lorries")]
    [InlineData("Bridge - closed to lorries", "Bridge - closed to lorries")]
    public void A_headline_loses_what_agencies_put_before_it(string line, string title) => Assert.Equal(title, CopyLine.WithoutPrefix(line));

    [Theory]
    [InlineData("It was closed, he said. Enditem", 23)]
    [InlineData("It was closed, he said. -30-", 23)]
    [InlineData("He said that it never ends", -1)]
    [InlineData("He asked. It ends.", -1)]
    public void A_mark_after_the_last_sentence_is_seen(string paragraph, int at) => Assert.Equal(at, CopyLine.EndMarkAt(paragraph));

    [Theory]
    [InlineData("© 2020 The Kestrel Herald. All rights reserved.", "The Kestrel Herald")]
    [InlineData("Copyright 2020, Harbour Post", "Harbour Post")]
    [InlineData("© 2020 Reuters", null)]
    [InlineData("© All rights reserved", null)]
    [InlineData("The Kestrel Herald", null)]
    public void An_owner_names_his_paper(string line, string? outlet) => Assert.Equal(outlet, CopyLine.OwnerOf(line));

    [Theory]
    [InlineData("JO QUILL-FERROW", "Jo Quill-Ferrow")]
    [InlineData("Jo QUILL", "Jo QUILL")]
    [InlineData("KTVX", "KTVX")]
    public void A_name_in_capitals_is_written_as_elsewhere(string name, string written) => Assert.Equal(written, CopyLine.WithoutCapitals(name));
}
