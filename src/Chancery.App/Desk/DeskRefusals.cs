using Chancery.Record;

namespace Chancery.App.Desk;

/// <summary>Why a PATH did not become bytes. What the bytes themselves do wrong is refused by intake, with its own codes.</summary>
internal static class DeskRefusals
{
    public static Refusal Missing(string path) => new(path, "IN20", "There is no such file or folder.");

    public static Refusal Unreadable(string path, string why) => new(path, "IN21", $"It cannot be read: {why}");

    public static Refusal NoReports(string path) => new(path, "IN22", "The folder holds no file that could be a report.");

    public static Refusal TooLarge(string path, long limit) =>
        new(path, "IN04", $"The file is larger than {limit / (1024 * 1024)} MB and was not read; split it, or raise {Settings.MaxMegabytes.Name}.");

    public static Refusal Defect(string source, Exception fault) =>
        new(source, "IN99", $"Reading failed unexpectedly ({fault.GetType().Name}: {fault.Message}); please report this with the document.");
}
