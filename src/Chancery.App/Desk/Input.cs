namespace Chancery.App.Desk;

/// <summary>A document to be read.</summary>
/// <param name="Source">What the report will be called: its path below the folder that was given, or the file's name.</param>
/// <param name="Path">Where it lies; <see langword="null"/> if it is only a stream.</param>
/// <param name="Stream">Opens what lies nowhere: the standard input.</param>
/// <param name="Address">Where it is fetched; <see langword="null"/> for all others.</param>
internal sealed record Input(string Source, string? Path, Func<Stream>? Stream = null, string? Address = null);
