using System.Diagnostics;
using System.Text;

namespace Chancery.Tests.App.Web;

/// <summary>The real executable serving a folder of its own on a free port; the browser tests use it too.</summary>
internal sealed class ServedDesk : IDisposable
{
    private static int _count;
    private readonly Process _process;
    private readonly Task<string> _error;

    /// <summary>Serves what <paramref name="arguments"/> say, with <c>{folder}</c> for the folder in which <paramref name="files"/> were written.</summary>
    public ServedDesk(IReadOnlyDictionary<string, byte[]> files, params string[] arguments)
    {
        Directory.CreateDirectory(Folder);
        foreach (var (name, bytes) in files) File.WriteAllBytes(Path.Combine(Folder, name), bytes);
        var start = new ProcessStartInfo("dotnet", [Program, "serve", .. arguments.Select(argument => argument.Replace("{folder}", Folder, StringComparison.Ordinal)), "--port", "0"])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CHANCERY_DESK"] = Path.Combine(Folder, "desk");
        start.Environment["ASPNETCORE_URLS"] = "http://0.0.0.0:1";
        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync();
        Address = _process.StandardOutput.ReadLine() is { Length: > 0 } line
            ? new Uri(line)
            : throw new InvalidOperationException($"The desk did not start: {_error.Result}");
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>The folder of the files, deleted at the end.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"chancery-served-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}");

    // Beside the tests' own build, in the same configuration.
    private static string Program { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Chancery.App", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "chancery.dll"));

    /// <summary>The text as bytes of a file.</summary>
    public static byte[] File8(string text) => Encoding.UTF8.GetBytes(text);

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // The next start of the machine clears the temporary folder.
        }
    }
}
