using System.Text.RegularExpressions;

namespace Chancery.Tests.House;

/// <summary>Rule 11: what relations mean is known in one room. The others ask <c>SyntaxTree</c>, and write no label.</summary>
public partial class SyntaxTests
{
    /// <summary>Scoring and training compare labels and so must name them.</summary>
    private static readonly string[] Exempt = ["src/Chancery.Text/", "src/Chancery.App/Evaluation/", "src/Chancery.App/Training/"];

    [Fact]
    public void No_other_room_names_a_relation() => Offenders.None(
        "A room other than Text names a relation of syntax; ask Clauses, VerbGroups or Nominals:",
        from file in Rooms.SourceFiles("src")
        let path = Path.GetRelativePath(Doc.Repository, file).Replace(Path.DirectorySeparatorChar, '/')
        where !Exempt.Any(folder => path.StartsWith(folder, StringComparison.Ordinal))
        from Match match in Named().Matches(File.ReadAllText(file))
        select $"{path}: {match.Value}");

    [Fact]
    public void Naming_is_seen()
    {
        Assert.Matches(Named(), "if (x == Relation.NsubjPass)");
        Assert.Matches(Named(), "label == \"nsubj:pass\"");
        Assert.DoesNotMatch(Named(), "the relation of the two");
    }

    [GeneratedRegex(@"\bRelation\.[A-Z]\w+|RelationLabels\.|""(?:nsubj|csubj|obl|nmod|acl|advcl|aux|conj|ccomp|xcomp|appos)(?::[a-z]+)?""")]
    private static partial Regex Named();
}
