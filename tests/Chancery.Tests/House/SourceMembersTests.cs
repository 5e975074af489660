namespace Chancery.Tests.House;

/// <summary>The ruler is measured too.</summary>
public class SourceMembersTests
{
    [Fact]
    public void Members_are_found_with_their_lines()
    {
        var path = Path.Combine(Path.GetTempPath(), $"members-{Environment.ProcessId}.cs");
        File.WriteAllText(path, """
            namespace A;

            internal sealed class B(int c) : D(c)
            {
                private const string Brace = "{ } \" {"; // {
                private char _open = '{';

                public int One() => 1;

                public int Two(int x)
                {
                    if (x > 1)
                    {
                        return 2;
                    }

                    return new[] { 1, 2 }.Length;
                }

                public int Three { get; init; } = 3;

                /* { */
                public int Four(int x) => x switch
                {
                    1 => 2,
                    _ => 3,
                };
            }
            """);
        var members = SourceMembers.In(path).ToArray();
        File.Delete(path);
        Assert.Equal([(8, 1), (10, 9), (23, 5)], members.Select(member => (member.Line, member.Lines)));
    }
}
