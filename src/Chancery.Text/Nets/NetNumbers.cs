using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Chancery.Text.Nets;

/// <summary>What a net has learnt as bytes, little-endian: each parameter in half precision, then the table's scales, then its rows, a byte a number.</summary>
internal static class NetNumbers
{
    /// <summary>How many bytes they take.</summary>
    public static int Length(IEnumerable<Parameter> parameters, Table table) =>
        2 * parameters.Sum(parameter => parameter.Value.All.Length) + (1 << table.Bits) * (4 + table.Columns);

    /// <summary>Writes them at the beginning of <paramref name="bytes"/>.</summary>
    public static void Write(IEnumerable<Parameter> parameters, Table table, Span<byte> bytes)
    {
        foreach (var parameter in parameters)
        {
            var values = parameter.Value.All;
            for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteHalfLittleEndian(bytes[(2 * i)..], (Half)values[i]);
            bytes = bytes[(2 * values.Length)..];
        }

        var (rows, scales) = table.Stored;
        for (var i = 0; i < scales.Length; i++) BinaryPrimitives.WriteSingleLittleEndian(bytes[(4 * i)..], scales[i]);
        MemoryMarshal.AsBytes(rows.AsSpan()).CopyTo(bytes[(4 * scales.Length)..]);
    }

    /// <summary>Reads them into a net that was made for reading.</summary>
    /// <exception cref="FormatException">There are more or fewer bytes than such a net has.</exception>
    public static void Read(IEnumerable<Parameter> parameters, Table table, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length(parameters, table)) throw new FormatException("A net of the wrong length.");
        foreach (var parameter in parameters)
        {
            var values = parameter.Value.All;
            for (var i = 0; i < values.Length; i++) values[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[(2 * i)..]);
            bytes = bytes[(2 * values.Length)..];
        }

        var (rows, scales) = table.Stored;
        for (var i = 0; i < scales.Length; i++) scales[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(4 * i)..]);
        MemoryMarshal.Cast<byte, sbyte>(bytes[(4 * scales.Length)..]).CopyTo(rows);
    }
}
