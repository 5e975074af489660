using System.Text;
using Chancery.Extraction.Actors;
using Chancery.Text.Lexicons;

namespace Chancery.App.Desk;

/// <summary>The file of actors in a desk's folder: what <c>chancery import actors</c> brought, used by all that is read into this desk from then on.</summary>
internal static class DeskActors
{
    /// <summary>The file.</summary>
    public static string FileIn(string folder) => Path.Combine(folder, "actors.tsv");

    /// <summary>The actors; <see langword="null"/> if the desk has none of its own.</summary>
    /// <exception cref="FormatException">The file cannot be read.</exception>
    public static Lexicon? Read(string folder) =>
        File.Exists(FileIn(folder)) ? LexiconReader.Read("actors", File.ReadAllText(FileIn(folder))) : null;

    /// <summary>Opens an import that goes on with what the desk has.</summary>
    /// <exception cref="FormatException">The file cannot be read.</exception>
    public static ActorImport Open(string folder)
    {
        var import = new ActorImport();
        if (File.Exists(FileIn(folder))) import.AddTable(File.ReadAllText(FileIn(folder)));
        return import;
    }

    /// <summary>Keeps what was imported; the file is whole or as it was.</summary>
    public static void Write(string folder, ActorImport import)
    {
        Directory.CreateDirectory(folder);
        var written = FileIn(folder) + ".new";
        File.WriteAllText(written, import.ToTable(), new UTF8Encoding(false));
        File.Move(written, FileIn(folder), overwrite: true);
    }
}
