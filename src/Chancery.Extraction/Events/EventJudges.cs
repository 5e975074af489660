using Chancery.Extraction.Events.Types;
using Chancery.Text.Factuality;
using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Events;

/// <summary>What was learnt of events, opened once: which type a frame tells, its mode and contexts, and whether it is told as done.</summary>
internal sealed class EventJudges
{
    private readonly EventTypeModel _types;
    private readonly string _language;
    private readonly EventModes _modes;
    private readonly FactualityScorer _factuality;
    private readonly StatusReader _statuses;

    public EventJudges(Resources resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        var (words, factuality) = (resources.StatusWords(), resources.FactualityModel());
        (_types, _language, _modes) = (resources.EventTypeModel(), resources.LanguageModel().Hash, new EventModes(resources));
        (_factuality, _statuses) = (new FactualityScorer(factuality, _language), new StatusReader(words));
        Hash = _types.Hash + factuality.Hash + words.Hash + resources.Lexicon("event-modes").Hash + resources.Lexicon("event-contexts").Hash;
    }

    /// <summary>Changes with every table and model.</summary>
    public string Hash { get; }

    /// <summary>A reader of types for one thread.</summary>
    public EventTypeReader Types() => new(_types, _language);

    /// <summary>The mode of an event, or <see langword="null"/> where no word tells it.</summary>
    public string? ModeOf(SyntaxTree tree, int predicate, string type) => _modes.ModeOf(tree, predicate, type);

    /// <summary>What the words of a sentence tell of the context.</summary>
    public IReadOnlyList<string> ContextsOf(SyntaxTree tree, TokenRange sentence) => _modes.ContextsOf(tree, sentence);

    /// <summary>The status of a predicate, by words first and by the model where they say nothing.</summary>
    public string StatusOf(SyntaxTree tree, int predicate) => _statuses.Of(tree, predicate, _factuality.Score(tree, [predicate])[0]).ToString().ToLowerInvariant();
}
