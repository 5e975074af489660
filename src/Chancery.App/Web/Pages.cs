using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Chancery.App.Web;

/// <summary>A page is a slice: one model, shown by one static component, and the same model as JSON under the same address with <c>.json</c>.</summary>
internal static class Pages
{
    public static readonly string[] Methods = ["GET", "HEAD"];

    // Letters stay readable; what could be markup is escaped even where a browser would never look for it.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Maps a page and its twin. <paramref name="read"/> gives <see langword="null"/> where there is no such thing.</summary>
    public static void MapPage<TModel, TView>(this IEndpointRouteBuilder routes, string pattern, Func<HttpRequest, TModel?> read)
        where TModel : class
        where TView : IComponent
    {
        routes.MapMethods(pattern, Methods, (RequestDelegate)(context => read(context.Request) is { } model ? Render<TView>(context, model) : WriteMissing(context)));
        routes.MapMethods($"{pattern}.json", Methods, (RequestDelegate)(context => read(context.Request) is { } model ? WriteJson(context, model, "application/json") : WriteMissing(context)));
    }

    /// <summary>Says that there is no such page: to a person as a page, to a program as a problem.</summary>
    public static Task WriteMissing(HttpContext context)
    {
        if (WantsJson(context.Request)) return WriteProblem(context, StatusCodes.Status404NotFound, "Not found", "There is nothing under this address.");
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Render<MissingView>(context, null);
    }

    /// <summary>A problem as RFC 9457 has it.</summary>
    public static Task WriteProblem(HttpContext context, int status, string title, string detail)
    {
        context.Response.StatusCode = status;
        return WriteJson(context, new { type = "about:blank", title, status, detail }, "application/problem+json");
    }

    private static bool WantsJson(HttpRequest request) =>
        request.Path.Value?.EndsWith(".json", StringComparison.Ordinal) == true
        || (request.Headers.Accept.ToString() is var accept && accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase));

    private static async Task WriteJson<TModel>(HttpContext context, TModel model, string mediaType)
    {
        context.Response.ContentType = mediaType;
        await JsonSerializer.SerializeAsync(context.Response.Body, model, Json, context.RequestAborted);
    }

    private static async Task Render<TView>(HttpContext context, object? model)
        where TView : IComponent
    {
        var log = (ILoggerFactory)context.RequestServices.GetService(typeof(ILoggerFactory))!;
        await using var renderer = new HtmlRenderer(context.RequestServices, log);
        var parameters = model is null ? ParameterView.Empty : ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TView>(parameters)).ToHtmlString());
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(html, context.RequestAborted);
    }
}
