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
    public void Every_archive_stands_in_the_list_of_archives() => Offenders.None(
        "An archive stands nowhere:",
        Concrete(typeof(Chancery.Extraction.Intake.Archives.IArchiveFormat), Rooms.Extraction)
            .Except(Formats.Archives.Select(format => format.GetType()))
            .Select(type => type.FullName!));

    [Fact]
    public void Formats_have_names_of_their_own()
    {
        string[] names = [.. Formats.All.Select(format => format.Name), .. Formats.Archives.Select(format => format.Name)];
        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>Writers and exporters: each interface of the room's <c>Exporting</c> folder has its list beside it, in a property <c>All</c>.</summary>
    [Fact]
    public void Every_writer_stands_in_its_list() => Offenders.None(
        "A writer stands in no list:",
        from contract in Rooms.WrittenTypes(Rooms.Record)
        where contract.IsInterface && contract.Namespace!.StartsWith("Chancery.Record.Exporting", StringComparison.Ordinal)
        let listed = Listed(contract)
        from writer in Concrete(contract, Rooms.All)
        where !listed.Contains(writer)
        select writer.FullName!);

    private static HashSet<Type> Listed(Type contract) => [.. Rooms.WrittenTypes(Rooms.Record)
        .Select(type => type.GetProperty("All", System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static))
        .Where(list => list is not null && list.PropertyType.GenericTypeArguments.Contains(contract))
        .SelectMany(list => ((System.Collections.IEnumerable)list!.GetValue(null)!).Cast<object>())
        .Select(item => item.GetType())];

    private static IEnumerable<Type> Concrete(Type kind, params System.Reflection.Assembly[] rooms) =>
        Rooms.WrittenTypes(rooms).Where(type => !type.IsAbstract && type.IsAssignableTo(kind));
}
