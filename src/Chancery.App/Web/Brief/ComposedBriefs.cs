using Chancery.App.Desk;
using Chancery.Record.Briefs;
using Chancery.Store;
using NodaTime;

namespace Chancery.App.Web;

/// <summary>
/// The briefs asked for last, so that turning a page of a large one does not compose it anew. The record only grows, so
/// its counts say whether it is still the one that was read.
/// </summary>
internal sealed class ComposedBriefs(RecordStore store)
{
    private const int Kept = 4;
    private readonly Lock _gate = new();
    private readonly LinkedList<(Question Question, CheckedBrief Brief)> _last = new();

    /// <summary>The brief of the whole desk; one is composed at a time.</summary>
    public CheckedBrief Of(BriefOptions options)
    {
        lock (_gate)
        {
            var question = new Question(store.Counts(), options.Since, options.AsOf, options.KnownAt);
            foreach (var (asked, known) in _last)
                if (asked == question) return known;
            var brief = CheckedBrief.Compose([.. store.Reports()], [.. store.Findings()], options);
            _last.AddFirst((question, brief));
            if (_last.Count > Kept) _last.RemoveLast();
            return brief;
        }
    }

    private sealed record Question(StoreCounts Counts, LocalDate? Since, LocalDate? AsOf, LocalDate? KnownAt);
}
