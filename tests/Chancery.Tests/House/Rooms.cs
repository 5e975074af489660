using System.Reflection;
using Chancery.Extraction;
using Chancery.Record;
using Chancery.Text;

namespace Chancery.Tests.House;

/// <summary>The five rooms as compiled, and their source.</summary>
internal static class Rooms
{
    public static Assembly Text { get; } = typeof(Document).Assembly;

    public static Assembly Record { get; } = typeof(Line).Assembly;

    public static Assembly Extraction { get; } = typeof(Extractor).Assembly;

    public static Assembly Store { get; } = Assembly.Load("Chancery.Store");

    public static Assembly App { get; } = Assembly.Load("chancery");

    /// <summary>The four libraries; the fifth room is the program.</summary>
    public static Assembly[] Libraries { get; } = [Text, Record, Extraction, Store];

    public static Assembly[] All { get; } = [.. Libraries, App];

    /// <summary>The types somebody wrote, not those the compiler made.</summary>
    public static IEnumerable<Type> WrittenTypes(params IEnumerable<Assembly> rooms) =>
        rooms.SelectMany(room => room.GetTypes()).Where(type => !IsGenerated(type));

    /// <summary>The C# files under these folders of the repository, without what a build made.</summary>
    public static IEnumerable<string> SourceFiles(params IEnumerable<string> folders) => folders
        .Select(folder => Doc.PathOf(folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"))
        .Order(StringComparer.Ordinal);

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), false)
        || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), false)
        || type.Name.Contains('<') || type.Namespace is null || !type.Namespace.StartsWith("Chancery", StringComparison.Ordinal)
        || (type.DeclaringType is { } outer && IsGenerated(outer));
}
