using System.Collections.Immutable;
using System.Globalization;

namespace Chancery.App;

/// <summary>A setting: an environment variable with its default. Options of the same name win over it.</summary>
/// <param name="Name">The environment variable.</param>
/// <param name="Default">What counts when it is not set.</param>
/// <param name="Unit">What the value is counted in; empty if it is not a number.</param>
/// <param name="Help">One sentence for a person.</param>
internal sealed record Setting(string Name, string Default, string Unit, string Help);

/// <summary>Every setting, in one list, and their values in this run.</summary>
internal sealed class Settings
{
    public static readonly Setting Desk = new("CHANCERY_DESK", "the user's data folder", "", "Folder of the desk; --desk wins over it.");
    public static readonly Setting MaxMegabytes = new("CHANCERY_MAX_MB", "20", "MB", "Files larger than this are refused without being read.");
    public static readonly Setting Workers = new("CHANCERY_WORKERS", "one for each core", "threads", "How many reports are read at the same time; --workers wins over it.");
    public static readonly Setting Port = new("CHANCERY_PORT", "8417", "", "Port of the desk in the browser, 0 for a free one; --port wins over it.");
    public static readonly Setting AllowHosts = new("CHANCERY_ALLOW_HOSTS", "", "", "Hosts inside your network that may be fetched from, by name, with commas between; all others that lead inside are refused.");
    public static readonly Setting HostDelay = new("CHANCERY_HOST_DELAY", "2", "seconds", "Pause between two visits to one host.");
    public static readonly Setting FeedMinutes = new("CHANCERY_FEED_MINUTES", "30", "minutes", "How often a feed is asked for news, where it does not ask for less.");
    public static readonly Setting Contact = new("CHANCERY_CONTACT", "", "", "An address at which sites that are fetched from can reach you; sent along with each request.");
    public static readonly Setting NoColor = new("NO_COLOR", "", "", "If set to anything, nothing is coloured.");

    public static ImmutableArray<Setting> All { get; } = [Desk, MaxMegabytes, Workers, Port, AllowHosts, HostDelay, FeedMinutes, Contact, NoColor];

    /// <summary>The settings of this process.</summary>
    public static Settings Current { get; } = new(Environment.GetEnvironmentVariable);

    private readonly Func<string, string?> _read;

    public Settings(Func<string, string?> read) => _read = read;

    public string DeskFolder => Value(Desk) ?? Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "chancery");

    public long MaxBytes => Number(MaxMegabytes, 20, 1, 100_000) * 1024L * 1024;

    public int WorkerCount => Number(Workers, Environment.ProcessorCount, 1, 256);

    public int PortNumber => Number(Port, 8417, 0, 65_535);

    public IEnumerable<string> AllowedHosts => (Value(AllowHosts) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public int HostDelaySeconds => Number(HostDelay, 2, 0, 60);

    public int FeedInterval => Number(FeedMinutes, 30, 1, 1440);

    public bool IsColorless => Value(NoColor) is not null;

    /// <summary>The value as set, or <see langword="null"/>.</summary>
    public string? Value(Setting setting) => _read(setting.Name) is { Length: > 0 } value ? value : null;

    private int Number(Setting setting, int fallback, int lowest, int highest) =>
        int.TryParse(Value(setting), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, lowest, highest) : fallback;
}
