using System.Collections.Immutable;
using System.Globalization;
using Chancery.Extraction.Intake;
using Chancery.Record;
using Chancery.Store;
using Chancery.Text;
using NodaTime;

namespace Chancery.App.Fetching;

/// <summary>What is asked for.</summary>
/// <param name="Address">Where.</param>
/// <param name="ETag">The <c>ETag</c> of the copy at hand, byte for byte; <see langword="null"/> to ask without condition.</param>
/// <param name="LastModified">Its <c>Last-Modified</c>, byte for byte.</param>
internal sealed record FetchRequest(string Address, string? ETag = null, string? LastModified = null)
{
    public bool IsConditional => ETag is not null || LastModified is not null;
}

/// <summary>One step of the way: this address said to go to the next.</summary>
/// <param name="Status">301, 302, 303, 307 or 308.</param>
/// <param name="Address">The address that said so.</param>
internal sealed record Redirect(int Status, string Address);

/// <summary>One line of an answer's head, as sent.</summary>
/// <param name="Name">As the server wrote it.</param>
/// <param name="Value">As the server wrote it, Latin-1.</param>
internal sealed record Header(string Name, string Value);

/// <summary>What came of a request: bytes, or "not modified", or a code that says why neither.</summary>
internal sealed record Fetched
{
    /// <summary>As it was asked for.</summary>
    public required string Address { get; init; }

    /// <summary>The address that answered.</summary>
    public required string Final { get; init; }

    /// <summary>The HTTP status; 0 if nobody answered.</summary>
    public int Status { get; init; }

    public ImmutableArray<Redirect> Redirects { get; init; } = [];

    public ImmutableArray<Header> Headers { get; init; } = [];

    /// <summary>The body, unpacked; empty unless <see cref="IsBody"/>.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>SHA-256 of <see cref="Bytes"/>, lower-case hexadecimal; empty if there are none.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>When the answer had come whole.</summary>
    public required Instant Retrieved { get; init; }

    /// <summary>Why there are no bytes: one of <see cref="FetchCodes"/>.</summary>
    public string? Code { get; init; }

    /// <summary>The reason in a sentence.</summary>
    public string? Detail { get; init; }

    /// <summary>Before this instant the server does not want to be asked again.</summary>
    public Instant? NotBefore { get; init; }

    public bool IsBody => Code is null && !IsNotModified;

    /// <summary>The copy at hand is still the newest.</summary>
    public bool IsNotModified => Code is null && Status == 304;

    /// <summary>Where the address has moved for good: every redirect on the way was a permanent one.</summary>
    public string? MovedTo => !Redirects.IsEmpty && Redirects.All(redirect => redirect.Status is 301 or 308) ? Final : null;

    public string? MediaType => HeaderOf("Content-Type");

    public string? ETag => HeaderOf("ETag");

    public string? LastModified => HeaderOf("Last-Modified");

    /// <summary>The first header of this name, as sent.</summary>
    public string? HeaderOf(string name) => Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>For people, where there are no bytes.</summary>
    public Refusal ToRefusal() => new(Address, Code ?? FetchCodes.ServerFault, Detail ?? "Nothing came.");

    /// <summary>For the store: everything but the bytes.</summary>
    public StoredFetch ToStored() => new(
        Sha256, Address, Final, Status,
        Redirects.Select(redirect => new FetchLine(redirect.Status.ToString(CultureInfo.InvariantCulture), redirect.Address)).ToEquatableArray(),
        Headers.Select(header => new FetchLine(header.Name, header.Value)).ToEquatableArray(), Retrieved);

    /// <summary>For intake. It is named by the address that was asked for: that is what a person knows.</summary>
    public RawDocument ToDocument() => new(Address, Bytes, MediaType, Final, Retrieved);
}
