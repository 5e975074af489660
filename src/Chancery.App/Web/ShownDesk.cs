using Chancery.Record.Briefs;
using Chancery.Store;

namespace Chancery.App.Web;

/// <summary>The desk as the pages see it: its record, which they only read, and what they must know to put it in words.</summary>
/// <param name="Store">The record.</param>
/// <param name="Countries">English names by ISO 3166-1 alpha-3.</param>
/// <param name="AddCommand">What somebody types to bring reports in.</param>
internal sealed record ShownDesk(RecordStore Store, IReadOnlyDictionary<string, string> Countries, string AddCommand)
{
    public BriefOptions Names { get; } = new() { Countries = Countries };

    public ComposedBriefs Briefs { get; } = new(Store);
}
