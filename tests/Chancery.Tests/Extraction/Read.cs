using Chancery.Extraction;
using Chancery.Record;
using Chancery.Text;
using NodaTime;

namespace Chancery.Tests.Extraction;

/// <summary>Texts of ours, read as reports by the standard pipeline.</summary>
internal static class Read
{
    /// <summary>The day of all examples, a Wednesday.</summary>
    public static readonly LocalDate Day = new(2021, 8, 18);

    private static readonly Extractor Extractor = new(StandardPipeline.Create(Resources.Default));

    /// <summary>The document with every layer laid on it.</summary>
    public static Document Document(string text, LocalDate? day = null) => Extractor.Annotate(ReportOf(text, day ?? Day));

    /// <summary>What a report of this text says.</summary>
    public static Reading Reading(string text, LocalDate? day = null) => Extractor.Read(ReportOf(text, day ?? Day));

    /// <summary>The findings of one kind, in the text's order.</summary>
    public static IReadOnlyList<T> All<T>(string text) where T : Finding => [.. Reading(text).Findings.OfType<T>()];

    /// <summary>The only finding of that kind.</summary>
    public static T One<T>(string text) where T : Finding => Assert.Single(All<T>(text));

    public static Report ReportOf(string text, LocalDate day, params string[] agencies) => new()
    {
        Id = Report.IdOf(new SourceText(text).Hash),
        Source = "test.txt",
        Text = text,
        Sha256 = new SourceText(text).Hash,
        Published = new Publication(day, day, "metadata", null),
        Agencies = agencies.ToEquatableArray(),
    };

    /// <summary>What a report that credits these agencies says.</summary>
    public static Reading Credited(string text, string[] agencies, LocalDate day) => Extractor.Read(ReportOf(text, day, agencies));
}
