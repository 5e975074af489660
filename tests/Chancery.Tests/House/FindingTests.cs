using System.Reflection;
using System.Runtime.CompilerServices;
using Chancery.Record;
using Chancery.Text;

namespace Chancery.Tests.House;

/// <summary>Rule 4: what is recorded is a value.</summary>
public class FindingTests
{
    private static readonly Type[] Lines = [.. Rooms.WrittenTypes(Rooms.Record).Where(type => type.IsSubclassOf(typeof(Line)))];

    private static readonly Type[] Values = [.. Lines.Concat([typeof(Party), typeof(Place), typeof(When), typeof(Voice), typeof(Evidence)])];

    [Fact]
    public void Lines_are_sealed() => Offenders.None(
        "A line of the record is not sealed:",
        Lines.Where(type => !type.IsSealed && !type.IsAbstract).Select(type => type.Name));

    [Fact]
    public void Lines_are_set_at_birth_only() => Offenders.None(
        "A property of a line can be changed after birth:",
        from type in Values
        from property in type.GetProperties()
        where property.SetMethod is { } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
        select $"{type.Name}.{property.Name}");

    [Fact]
    public void Lines_hold_no_mutable_collection() => Offenders.None(
        "A property of a line is a collection that can change or is not compared by content:",
        from type in Values
        from property in type.GetProperties()
        where IsCollection(property.PropertyType)
        select $"{type.Name}.{property.Name}: {property.PropertyType.Name}");

    [Fact]
    public void Lines_stand_in_the_list_of_kinds() => Offenders.None(
        "A line is not in the list of kinds on Line:",
        Lines.Where(type => !type.IsAbstract).Except(Lines.Where(IsListed)).Select(type => type.Name));

    [Fact]
    public void Kinds_are_the_types_and_their_names() =>
        Assert.Equal(Lines.Where(type => !type.IsAbstract).Select(type => type.Name.ToLowerInvariant()).Order(StringComparer.Ordinal), LineKinds.All);

    private static bool IsListed(Type type) =>
        typeof(Line).GetCustomAttributes<System.Text.Json.Serialization.JsonDerivedTypeAttribute>().Any(listed => listed.DerivedType == type);

    private static bool IsCollection(Type type) =>
        type != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(type)
        && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>));
}
