using Chancery.Extraction.Intake;
using Chancery.Record;

namespace Chancery.App.Desk;

/// <summary>Opens a document: its bytes, or the refusal that says why there are none. Never reads more than the limit.</summary>
internal static class InputReader
{
    public static (RawDocument? Document, Refusal? Refusal) Open(Input input, long limit)
    {
        try
        {
            if (input.Path is null)
            {
                using var stream = input.Stream?.Invoke() ?? Stream.Null;
                return Read(input, stream, limit);
            }

            if (new FileInfo(input.Path).Length > limit) return (null, DeskRefusals.TooLarge(input.Source, limit));
            using var file = new FileStream(input.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Read(input, file, limit);
        }
        catch (FileNotFoundException)
        {
            return (null, DeskRefusals.Missing(input.Source));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, DeskRefusals.Unreadable(input.Source, fault.Message));
        }
    }

    private static (RawDocument?, Refusal?) Read(Input input, Stream stream, long limit)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            // A pipe or a device has no length beforehand.
            if (bytes.Length + count > limit) return (null, DeskRefusals.TooLarge(input.Source, limit));
            bytes.Write(buffer, 0, count);
        }

        return (new RawDocument(input.Source, bytes.GetBuffer().AsMemory(0, (int)bytes.Length)), null);
    }
}
