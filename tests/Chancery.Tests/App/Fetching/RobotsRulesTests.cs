using System.Diagnostics;
using System.Text;
using Chancery.App.Fetching;
using NodaTime;

namespace Chancery.Tests.App.Fetching;

public class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /private", "/private/a", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/public", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /news/", "/news/a", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a/b\nAllow: /a", "/a/b/c", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("User-agent: *\nDisallow: /*/print", "/a/b/print/1", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Chancery\nDisallow: /slow", "/news", true)]
    [InlineData("User-agent: *\nDisallow:\n\nUser-agent: chancery/0.1\nDisallow: /", "/news", false)]
    [InlineData("User-agent: other\nUser-agent: chancery\nDisallow: /", "/news", false)]
    [InlineData("User-agent: other\nDisallow: /", "/news", true)]
    [InlineData("User-agent: chancery\nDisallow: /a\nUser-agent: chancery\nDisallow: /b", "/b", false)]
    [InlineData("user-AGENT : *   # all\r\ndisallow : /a b # blank", "/a%20b", false)]
    [InlineData("User-agent: *\nDisallow: /caf\u00E9", "/caf%C3%A9", false)]
    [InlineData("User-agent: *\nDisallow: /caf%c3%a9", "/caf\u00E9", false)]
    [InlineData("User-agent: *\nDisallow: /%7Eme", "/~me/x", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Fb", "/a/b", true)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("<html><body>Not found: sorry</body></html>", "/a", true)]
    [InlineData("", "/a", true)]
    public void Longest_match_of_our_group_decides(string file, string path, bool allows) =>
        Assert.Equal(allows, RobotsRules.Read(Encoding.UTF8.GetBytes(file), "chancery").Allows(new Uri("https://news.test" + path)));

    [Fact]
    public void Crawl_delay_is_read() =>
        Assert.Equal(Duration.FromSeconds(7.5), RobotsRules.Read("User-agent: *\nCrawl-delay: 7.5"u8, "chancery").Delay);

    [Fact]
    public void Stars_without_end_cost_no_time()
    {
        var file = Encoding.UTF8.GetBytes("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 200_000)) + "b$");
        var clock = Stopwatch.StartNew();
        Assert.True(RobotsRules.Read(file, "chancery").Allows(new Uri("https://news.test/" + new string('a', 4_000))));
        Assert.True(clock.ElapsedMilliseconds < 2_000, $"{clock.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void Bytes_of_any_kind_are_rules_or_none()
    {
        var random = new Random(29);
        string[] words = ["User-agent:", "Disallow:", "Allow:", "*", "/", "$", "%2", "%", "chancery", "\n", "\r\n", "#", ":", "\u00E9", " ", "\uD83D"];
        for (var round = 0; round < 3_000; round++)
        {
            var file = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => words[random.Next(words.Length)]));
            RobotsRules.Read(Encoding.UTF8.GetBytes(file), "chancery").Allows(new Uri("https://news.test/a%2/b?c=%zz"));
        }
    }
}
