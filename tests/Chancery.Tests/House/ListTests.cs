using System.Text.RegularExpressions;
using Chancery.Extraction;
using Chancery.Extraction.Intake;
using Chancery.Text;

namespace Chancery.Tests.House;

/// <summary>Rule 5: lists are written out, and complete.</summary>
public class ListTests
{
    private static readonly Pipeline Standard = StandardPipeline.Create(Resources.Default);

    [Fact]
    public void Every_annotator_stands_in_the_standard_pipeline() => Offenders.None(
        "An annotator stands nowhere:",
        Concrete(typeof(Annotator), Rooms.Text, Rooms.Extraction)
            .Except(Standard.Annotators.Select(annotator => annotator.GetType()))
            .Select(type => type.FullName!));

    [Fact]
    public void Annotators_carry_a_name_and_a_version() => Offenders.None(
        "An annotator is not called like 'figures/1':",
        Standard.Annotators.Select(annotator => annotator.By).Where(by => !Regex.IsMatch(by, "^[a-z][a-z-]*/[1-9][0-9]*$")));

    [Fact]
    public void Every_format_stands_in_the_list_of_formats() => Offenders.None(
        "A format stands nowhere:",
        Concrete(typeof(IReportFormat), Rooms.Extraction)
            .Except(Formats.All.Select(format => format.GetType()))
            .Select(type => type.FullName!));

    [Fact]
    public void Formats_have_names_of_their_own() =>
        Assert.Equal(Formats.All.Length, Formats.All.Select(format => format.Name).Distinct(StringComparer.Ordinal).Count());

    private static IEnumerable<Type> Concrete(Type kind, params System.Reflection.Assembly[] rooms) =>
        Rooms.WrittenTypes(rooms).Where(type => !type.IsAbstract && type.IsAssignableTo(kind));
}
