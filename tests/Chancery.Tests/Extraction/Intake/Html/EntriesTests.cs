namespace Chancery.Tests.Extraction.Intake.Html;

/// <summary>Pages with several items of their own time: live blogs, round-ups, the front of a blog.</summary>
public class EntriesTests
{
    private static readonly string Live = string.Concat(Enumerable.Range(0, 5).Select(number =>
        $"<div class=\"entry\"><time datetime=\"2020-03-04T1{number}:15:00\">1{number}:15</time><h3>What happened in the hour {number} of the day</h3><p>{Pages.Sentence(number)}</p><p>{Pages.Sentence(number + 10)}</p></div>"));

    [Fact]
    public void Entries_of_a_live_blog_are_reports_with_their_own_day()
    {
        var reports = Incoming.Read(Pages.Bytes(Pages.Page($"<main><h1>Old bridge closed to lorries</h1><div class=\"live\">{Live}</div></main>")), "page.html").Reports;
        Assert.Equal(5, reports.Count);
        Assert.All(reports, report => Assert.Equal("2020-03-04", Incoming.Day(report)));
        Assert.Equal(5, reports.Select(report => report.Id).Distinct().Count());
        Assert.Equal("What happened in the hour 2 of the day", reports[2].Title);
        Assert.Equal($"{Pages.Sentence(2)}\n\n{Pages.Sentence(12)}", reports[2].Text);
        Assert.All(reports, IntakeLaws.AssertLawful);
    }

    [Fact]
    public void Entry_that_bears_the_page_s_headline_is_the_article_and_no_round_up()
    {
        var posts = string.Concat(Enumerable.Range(0, 3).Select(number => $"<article class=\"post\"><{(number == 0 ? "h1>Old bridge closed to lorries</h1" : "h2>Another post that is older</h2")}><time datetime=\"2020-03-0{4 - number}\">{4 - number} March</time>{Pages.Paragraphs(3, number * 3)}</article>"));
        Assert.Single(Incoming.Read(Pages.Bytes(Pages.Page($"<main>{posts}</main>")), "page.html").Reports);
    }
}
