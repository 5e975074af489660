using Chancery.Record;
using Chancery.Text;

namespace Chancery.Extraction.Times;

/// <summary>
/// The days that one or two time expressions tell together with the words that join them or leave a side open: "since
/// Tuesday", "from Monday to Friday", "last month". Told from the day of who speaks. Not what happened then.
/// </summary>
/// <param name="Span">The words, with what joins them.</param>
/// <param name="When">The days, as a line of the record says them.</param>
internal sealed record DayInterval(Span Span, When When) : IAnnotation;
