using Chancery.App.Desk;

namespace Chancery.Tests.App.Desk;

public sealed class InputListTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-inputs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Touch(params string[] names)
    {
        foreach (var name in names)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, name))!);
            File.WriteAllText(Path.Combine(_folder, name), "x");
        }
    }

    [Fact]
    public void Folder_is_listed_in_ordinal_order_without_furniture()
    {
        Touch("b.txt", "B.txt", "a/page.html", "a/page_files/style.css", ".hidden", "README.md", "a/.git/config");
        var list = InputList.Gather([_folder]);
        Assert.Equal(["B.txt", "a/page.html", "b.txt"], list.Inputs.Select(input => input.Source));
        Assert.Equal(3, list.Skipped);
        Assert.Empty(list.Refusals);
    }

    [Fact]
    public void Named_file_is_tried_whatever_it_is_called()
    {
        Touch("README.md");
        Assert.Equal(["README.md"], InputList.Gather([Path.Combine(_folder, "README.md")]).Inputs.Select(input => input.Source));
    }

    [Fact]
    public void Link_that_leads_back_up_is_not_followed()
    {
        Touch("sub/a.txt");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "sub", "up"), _folder);
        Assert.Equal(["sub/a.txt"], InputList.Gather([_folder]).Inputs.Select(input => input.Source));
    }

    [Fact]
    public void Same_file_given_twice_is_one_input()
    {
        Touch("a.txt");
        Assert.Single(InputList.Gather([Path.Combine(_folder, "a.txt"), Path.Combine(_folder, ".", "a.txt")]).Inputs);
    }

    [Fact]
    public void Folder_with_ten_thousand_files_is_listed()
    {
        Touch([.. Enumerable.Range(0, 10_000).Select(number => $"{number:00000}.txt")]);
        var list = InputList.Gather([_folder]);
        Assert.Equal(10_000, list.Inputs.Length);
        Assert.Equal("00000.txt", list.Inputs[0].Source);
    }

    [Fact]
    public void File_over_the_limit_is_refused_before_it_is_read()
    {
        Touch("a.txt");
        var (document, refusal) = InputReader.Open(new Input("a.txt", Path.Combine(_folder, "a.txt")), 0);
        Assert.Null(document);
        Assert.Equal("IN04", refusal!.Code);
    }
}
