using System.Collections.Immutable;
using Chancery.Extraction.Intake.Archives;
using Chancery.Record;

namespace Chancery.App.Desk;

/// <summary>
/// What the given PATHs stand for: files, folders with all below them, addresses, <c>-</c>. Sorted by source, so that the order in
/// which PATHs are given and files are listed does not matter.
/// </summary>
/// <param name="Inputs">The documents to read.</param>
/// <param name="Refusals">The PATHs that lead to none.</param>
/// <param name="Skipped">Files in folders that are parts of saved pages, hidden, or the folder's README.</param>
internal sealed record InputList(ImmutableArray<Input> Inputs, ImmutableArray<Refusal> Refusals, int Skipped)
{
    public const string StandardInput = "-";

    /// <summary>The list.</summary>
    /// <param name="paths">As given on the command line.</param>
    /// <param name="standardInput">Opens what <c>-</c> stands for; without it, <c>-</c> is empty.</param>
    public static InputList Gather(IEnumerable<string> paths, Func<Stream>? standardInput = null)
    {
        var gathering = new Gathering(standardInput);
        foreach (var path in paths.Distinct(StringComparer.Ordinal)) gathering.Add(path);
        return gathering.Close();
    }

    private sealed class Gathering(Func<Stream>? standardInput)
    {
        private readonly List<Input> _inputs = [];
        private readonly List<Refusal> _refusals = [];
        private int _skipped;

        public void Add(string path)
        {
            if (path == StandardInput) _inputs.Add(new Input("stdin", null, standardInput));
            else if (path.Contains("://", StringComparison.Ordinal)) _inputs.Add(new Input(path, null, Address: path));
            else if (File.Exists(path)) _inputs.Add(new Input(Path.GetFileName(path), path));
            else if (Directory.Exists(path)) AddFolder(path);
            else _refusals.Add(DeskRefusals.Missing(path));
        }

        public InputList Close() => new(
            [.. _inputs.DistinctBy(input => input.Path is null ? input.Address ?? "-" : Path.GetFullPath(input.Path))
                .OrderBy(input => input.Source, StringComparer.Ordinal).ThenBy(input => input.Path, StringComparer.Ordinal)],
            [.. _refusals.OrderBy(refusal => refusal.Source, StringComparer.Ordinal)],
            _skipped);

        private void AddFolder(string root)
        {
            var (before, refused) = (_inputs.Count, _refusals.Count);
            var folders = new Stack<string>([root]);
            while (folders.TryPop(out var folder)) AddEntries(root, folder, folders);
            if (_inputs.Count == before && _refusals.Count == refused) _refusals.Add(DeskRefusals.NoReports(root));
        }

        private void AddEntries(string root, string folder, Stack<string> folders)
        {
            try
            {
                foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
                {
                    // A link to a folder may lead back up.
                    if (entry is DirectoryInfo) { if (!IsHidden(entry) && entry.LinkTarget is null) folders.Push(entry.FullName); }
                    else if (MemberNames.IsNoReport(entry.Name)) _skipped++; // A file named on the command line is always tried.
                    else _inputs.Add(new Input(Path.GetRelativePath(root, entry.FullName).Replace('\\', '/'), entry.FullName));
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                _refusals.Add(DeskRefusals.Unreadable(folder, fault.Message));
            }
        }

        private static bool IsHidden(FileSystemInfo entry) => entry.Name.StartsWith('.');
    }
}
