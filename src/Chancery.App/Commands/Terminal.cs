using System.Globalization;
using System.Text;
using Chancery.Record;
using Chancery.Record.Exporting;

namespace Chancery.App.Commands;

/// <summary>
/// The two ways out: results on standard output, messages on standard error. Messages are cleaned, so that no text from a
/// report or file name steers the terminal.
/// </summary>
internal sealed class Terminal : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly Stream _output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
    private readonly bool _isPlain;

    public Terminal(bool isPlain)
    {
        _isPlain = isPlain;
        Out = new StreamWriter(_output, Utf8, 1 << 14) { NewLine = "\n" };
        Error = new StreamWriter(Console.OpenStandardError(), Utf8) { NewLine = "\n", AutoFlush = true };
    }

    /// <summary>For results.</summary>
    public TextWriter Out { get; }

    /// <summary>For messages.</summary>
    public TextWriter Error { get; }

    /// <summary>Progress is shown to a person only.</summary>
    public bool ShowsProgress => !_isPlain && !Console.IsErrorRedirected;

    /// <summary>Colour is shown to a person who has not refused it.</summary>
    public bool ShowsColor => !_isPlain && !Console.IsOutputRedirected && !Settings.Current.IsColorless;

    /// <summary>Results as bytes, behind all text written before.</summary>
    public Stream OutBytes
    {
        get
        {
            Out.Flush();
            return _output;
        }
    }

    /// <summary>One line on standard error.</summary>
    public void Say(string message) => Error.WriteLine(PlainText.OneLine(message));

    /// <summary>Names every refusal with its code and reason; the exit code that follows from them.</summary>
    public int Report(IReadOnlyCollection<Refusal> refusals)
    {
        foreach (var refusal in refusals) Say($"refused {refusal.Source}: {refusal.Code} {refusal.Detail}");
        return refusals.Count == 0 ? Exit.Done : Exit.Refused;
    }

    /// <summary>A count with its noun.</summary>
    public static string Count(int count, string noun) =>
        $"{count.ToString("#,0", CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";

    public void Dispose()
    {
        Out.Flush();
        _output.Flush();
    }
}
