namespace Chancery.Tests.House;

/// <summary>Rule 6: an interface is there because several things are one kind, not for its own sake.</summary>
public class InterfaceTests
{
    [Fact]
    public void No_interface_has_a_single_implementation() => Offenders.None(
        "An interface has one implementation; hold the type itself:",
        from contract in Rooms.WrittenTypes(Rooms.All)
        where contract.IsInterface && Rooms.WrittenTypes(Rooms.All).Count(type => !type.IsInterface && Implements(type, contract)) == 1
        select contract.FullName!);

    private static bool Implements(Type type, Type contract) => type.GetInterfaces()
        .Any(implemented => implemented == contract || (implemented.IsGenericType && implemented.GetGenericTypeDefinition() == contract));
}
