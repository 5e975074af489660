using Chancery.Extraction.Actors;
using Chancery.Extraction.Controls;
using Chancery.Extraction.Entities;
using Chancery.Extraction.Events;
using Chancery.Extraction.Figures;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Missions;
using Chancery.Extraction.Parties;
using Chancery.Extraction.Places;
using Chancery.Extraction.Quotations;
using Chancery.Extraction.Statements;
using Chancery.Extraction.Times;
using Chancery.Text;
using Chancery.Text.Attributions;
using Chancery.Text.Coreference;
using Chancery.Text.Lemmas;
using Chancery.Text.Lexicons;
using Chancery.Text.Nets;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Extraction;

/// <summary>The whole order in which a report is read, one line each.</summary>
public static class StandardPipeline
{
    // A wrong link harms a record more than a missing one: links must be seven times likelier than none (e^2).
    private const double CoreferenceMargin = 2;

    /// <summary>The pipeline over these resources.</summary>
    /// <param name="resources">Lexicons, rules and models.</param>
    /// <param name="actors">Actors that a desk brings along, as <see cref="ActorImport"/> writes them.</param>
    public static Pipeline Create(Resources resources, Lexicon? actors = null)
    {
        ArgumentNullException.ThrowIfNull(resources);
        var parties = new PartyTables(resources, actors);
        return new Pipeline(
            [typeof(ReportHead)],
            [
                .. Words(resources),
                new AttributionTagger(resources.AttributionModel(), resources.LanguageModel().Hash),
                new CoreferenceResolver(resources.Coreference(), resources.Model("coref"), CoreferenceMargin),
                new TimexAnnotator(resources),
                new MentionAnnotator(resources),
                new PlaceAnnotator(resources),
                new QuotationAnnotator(),
                new EntityAnnotator(resources),
                new StatementAnnotator(resources, parties),
                new DayIntervalAnnotator(resources),
                new FigureAnnotator(resources),
                new MissionAnnotator(resources, parties),
                new ControlAnnotator(resources, parties),
                new EventAnnotator(resources, parties),
            ]);
    }

    /// <summary>The part that knows of words and sentences only: tokens, sentences, tags, dependencies, names and lemmas.</summary>
    public static Pipeline Language(Resources resources) => new(Words(resources));

    /// <summary>The part that finds attributions, with a model that need not be the one of the resources.</summary>
    public static Pipeline Attributions(Resources resources, AttributionModel model)
    {
        ArgumentNullException.ThrowIfNull(resources);
        return new Pipeline([.. Words(resources), new AttributionTagger(model, resources.LanguageModel().Hash)]);
    }

    /// <summary>The part that finds mentions of persons, states, bodies and places.</summary>
    public static Pipeline Mentions(Resources resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        return new Pipeline([typeof(ReportHead)], ToMentions(resources));
    }

    /// <summary>The part that finds places.</summary>
    public static Pipeline Places(Resources resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        return new Pipeline([typeof(ReportHead)], [.. ToMentions(resources), new PlaceAnnotator(resources)]);
    }

    private static Annotator[] ToMentions(Resources resources) =>
    [
        .. Words(resources),
        new CoreferenceResolver(resources.Coreference(), resources.Model("coref"), CoreferenceMargin),
        new MentionAnnotator(resources),
    ];

    private static Annotator[] Words(Resources resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        return
        [
            new Tokenizer(resources.Lexicon("abbreviations")),
            new SentenceSplitter(resources.Lexicon("abbreviations"), resources.Lexicon("sentence-starters"), resources.Model("sentences")),
            new LanguageAnalyzer(resources.LanguageModel()),
            new Lemmatizer(resources.Lexicon("lemma-exceptions"), resources.LemmaModel()),
        ];
    }
}
