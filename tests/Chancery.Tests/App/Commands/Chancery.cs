using System.Diagnostics;
using System.Text;

namespace Chancery.Tests.App.Commands;

/// <summary>What the program printed and how it ended.</summary>
internal sealed record Run(int Exit, string Out, string Error);

/// <summary>The real executable, in an empty folder of its own.</summary>
internal sealed class Chancery : IDisposable
{
    public Chancery() => Directory.CreateDirectory(Folder);

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"chancery-test-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}");

    private static int _count;

    // Beside the tests' own build, in the same configuration.
    private static string Program { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Chancery.App", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "chancery.dll"));

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public Run Run(params string[] arguments) => RunWith("", arguments);

    public Run RunWith(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Run(process.ExitCode, output, error.Result);
    }

    /// <summary>The program, running; it may fetch from 127.0.0.1 and from nowhere else inside.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["CHANCERY_DESK"] = Path.Combine(Folder, "desk");
        start.Environment["CHANCERY_MAX_MB"] = "1";
        start.Environment["CHANCERY_ALLOW_HOSTS"] = "127.0.0.1";
        start.Environment["CHANCERY_HOST_DELAY"] = "0";
        return Process.Start(start)!;
    }

    public void Dispose()
    {
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
