using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Chancery.Tests.Extraction.Intake;

/// <summary>Makes the archives that the tests of intake read.</summary>
internal static class Packed
{
    public const string Page = "<!doctype html><html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1><p>The harbour council closed the old bridge to lorries on Wednesday, a spokeswoman said.</p><p>Drivers had asked for more time, and they got none of it at all.</p></article></body></html>";

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Gzip(byte[] bytes) => Through(bytes, stream => new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true));

    public static byte[] Through(byte[] bytes, Func<Stream, Stream> open)
    {
        using var target = new MemoryStream();
        using (var stream = open(target)) stream.Write(bytes);
        return target.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }

        return target.ToArray();
    }

    public static byte[] Tar(params (string Name, byte[] Bytes)[] files)
    {
        using var target = new MemoryStream();
        using (var tar = new TarWriter(target, leaveOpen: true))
            foreach (var (name, bytes) in files)
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(bytes), ModificationTime = DateTimeOffset.UnixEpoch });
        return target.ToArray();
    }

    /// <summary>An answer of a server.</summary>
    public static byte[] Http(byte[] body, string headers = "Content-Type: text/html; charset=utf-8", string status = "200 OK") => [.. Utf8($"HTTP/1.1 {status}\r\n{headers}\r\n\r\n"), .. body];

    /// <summary>A record of a web archive.</summary>
    /// <param name="block">What the record holds.</param>
    /// <param name="type">The record's type.</param>
    /// <param name="address">The address visited.</param>
    /// <param name="more">Further header lines, each with its line end.</param>
    /// <param name="length">The length to state; the true one by default.</param>
    public static byte[] Record(byte[] block, string type = "response", string address = "http://example.org/a", string more = "", string? length = null) =>
        [.. Utf8($"WARC/1.1\r\nWARC-Type: {type}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2020-03-05T03:04:05Z\r\nWARC-Record-ID: <urn:uuid:{address}>\r\n{more}Content-Length: {length ?? $"{block.Length}"}\r\n\r\n"), .. block, .. "\r\n\r\n"u8];
}
