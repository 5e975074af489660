using System.Net;
using Chancery.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace Chancery.App.Web;

/// <summary>
/// The desk in the browser: pages that work without script, each with its twin in JSON. It listens on 127.0.0.1 only,
/// only reads, and takes no setting from the environment of the web framework.
/// </summary>
internal static class Server
{
    // The slices stand in folders named after things (Report, Brief); their namespace is flat, since one that ended in a
    // type's name would hide the type.
    private static void MapPages(WebApplication app, ShownDesk desk)
    {
        app.MapMethods("/", Pages.Methods, (RequestDelegate)(context => { context.Response.Redirect("/reports"); return Task.CompletedTask; }));
        app.MapPage<ReportsModel, ReportsView>("/reports", request => ReportsPage.Read(desk, request));
        app.MapPage<ReportModel, ReportView>("/reports/{id}", request => ReportPage.Read(desk, request));
        app.MapPage<BriefModel, BriefView>("/brief", request => BriefPage.Read(desk, request));
        app.MapMethods("/{**path}", Pages.Methods, (RequestDelegate)Pages.WriteMissing);
    }

    /// <summary>The server, not started yet.</summary>
    /// <param name="desk">What it shows.</param>
    /// <param name="port">0 for a free one.</param>
    /// <param name="say">Told of every fault.</param>
    /// <exception cref="DirectoryNotFoundException">The program was built without its pages' script and style.</exception>
    public static WebApplication Create(ShownDesk desk, int port, Action<string> say)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Limits.MaxRequestBodySize = 0;
        });
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.Use(next => context => Guard(context, next, say));
        app.UseStaticFiles(new StaticFileOptions { FileProvider = Assets(), OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
        app.UseRouting();
        MapPages(app, desk);
        return app;
    }

    private static async Task Guard(HttpContext context, RequestDelegate next, Action<string> say)
    {
        Doors.Harden(context.Response);
        if (!Doors.IsOurs(context.Request.Host))
        {
            await Pages.WriteProblem(context, StatusCodes.Status421MisdirectedRequest, "Not this host", "This desk answers to 127.0.0.1 and localhost only.");
            return;
        }

        try
        {
            await next(context);
        }
        catch (Exception fault) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            say($"chancery: {context.Request.Path}: {fault.GetType().Name}: {fault.Message}");
            var detail = fault is StoreException known ? $"{known.Code} {known.Message}" : "The page could not be made. The terminal in which the desk was started says more.";
            context.Response.Clear();
            Doors.Harden(context.Response);
            await Pages.WriteProblem(context, StatusCodes.Status500InternalServerError, "A fault of the desk", detail);
        }
    }

    private static PhysicalFileProvider Assets()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Web", "wwwroot");
        return Directory.Exists(folder) ? new PhysicalFileProvider(folder) : throw new DirectoryNotFoundException($"The script and style of the pages are not in {folder}; build the program again.");
    }
}
