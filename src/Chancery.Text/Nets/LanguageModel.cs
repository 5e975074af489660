using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Chancery.Text.Tags;

namespace Chancery.Text.Nets;

/// <summary>
/// A trained language net: tags, dependencies and names of a text. Holds hashed features, no words. Immutable; one model serves many
/// threads.
/// </summary>
public sealed class LanguageModel
{
    private readonly ConcurrentBag<NetWorkspace> _workspaces = [];

    private LanguageModel(LanguageNet net, ulong[] features, string hash)
    {
        Net = net;
        FeatureClasses = [.. features.Select(bits => new Features(bits))];
        Hash = hash;
    }

    /// <summary>SHA-256 of the model's bytes, lower-case hexadecimal.</summary>
    public string Hash { get; }

    internal LanguageNet Net { get; }

    internal ImmutableArray<Features> FeatureClasses { get; }

    /// <summary>Reads a model.</summary>
    /// <exception cref="FormatException">The bytes are no such model, or one for another version of the program.</exception>
    public static LanguageModel Read(ReadOnlySpan<byte> bytes)
    {
        var (net, features) = NetFile.Read(bytes);
        return new LanguageModel(net, features, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    internal NetWorkspace Rent() => _workspaces.TryTake(out var workspace) ? workspace : new NetWorkspace(Net.Shape, Net.Gazetteer);

    internal void Return(NetWorkspace workspace) => _workspaces.Add(workspace);
}
