using System.Net;
using System.Net.Sockets;

namespace Chancery.App.Fetching;

/// <summary>What a failed exchange means to a person.</summary>
internal static class FetchFaults
{
    /// <summary>The code and sentence of a fault of the network.</summary>
    public static (string Code, string Detail) Of(Exception fault, Uri address)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
            if (inner is ConnectRefusedException refused) return (refused.Code, refused.Message);
        var kind = fault is HttpRequestException request ? request.HttpRequestError : (fault as HttpIOException)?.HttpRequestError;
        return kind switch
        {
            HttpRequestError.ResponseEnded => (FetchCodes.CutShort, $"{address.Authority} broke off before all that was announced had come."),
            HttpRequestError.SecureConnectionError => (FetchCodes.NoConnection, $"No safe connection to {address.Authority}: {fault.InnerException?.Message ?? fault.Message}"),
            HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.ConfigurationLimitExceeded =>
                (FetchCodes.ServerFault, $"{address.Authority} answers what cannot be understood: {fault.Message}"),
            _ => (FetchCodes.NoConnection, $"No connection to {address.Authority}: {(fault.InnerException as SocketException)?.Message ?? fault.Message}"),
        };
    }

    /// <summary>The code and sentence of an answer that brings no body.</summary>
    public static (string Code, string Detail) Of(int status) => status switch
    {
        410 => (FetchCodes.Gone, "It was removed for good (410)."),
        408 or 425 or 429 or 503 => (FetchCodes.Later, $"The server asks to come back later ({status})."),
        401 or 402 or 403 or 407 or 451 => (FetchCodes.NotThere, $"It is not for everybody ({status}); save the page and give the file."),
        >= 400 and < 500 => (FetchCodes.NotThere, $"There is no such page ({status})."),
        _ => (FetchCodes.ServerFault, $"The server failed ({status}{(Enum.IsDefined((HttpStatusCode)status) ? $" {(HttpStatusCode)status}" : "")})."),
    };
}
