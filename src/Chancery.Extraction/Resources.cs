using System.Collections.Concurrent;
using Chancery.Extraction.Events.Types;
using Chancery.Extraction.Intake.Html.Blocks;
using Chancery.Extraction.Places;
using Chancery.Text.Attributions;
using Chancery.Text.Coreference;
using Chancery.Text.Factuality;
using Chancery.Text.Learning;
using Chancery.Text.Lemmas;
using Chancery.Text.Lexicons;
using Chancery.Text.Nets;
using Chancery.Text.Rules;

namespace Chancery.Extraction;

/// <summary>
/// The folder of lexicons, rules and models, opened by name: the only files this room reads. What was opened is kept, so
/// that every annotator shares one copy. Safe to share between threads.
/// </summary>
public sealed class Resources
{
    private const string Abbreviations = "abbreviations";
    private readonly string _folder;
    private readonly Lazy<LemmaModel> _lemmas;
    private readonly Lazy<LanguageModel> _language;
    private readonly Lazy<BlockModel> _blocks;
    private readonly Lazy<AttributionModel> _attributions;
    private readonly Lazy<PlaceModel> _placeModel;
    private readonly Lazy<Places.PlaceGazetteer> _gazetteer;
    private readonly Lazy<PlaceResolver> _places;
    private readonly Lazy<EventTypeModel> _eventTypes;
    private readonly Lazy<FactualityModel> _factuality;
    private FunctionWords? _words;
    private readonly ConcurrentDictionary<string, Lexicon> _lexicons = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, LinearModel> _models = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RuleSet> _rules = new(StringComparer.Ordinal);

    /// <summary>Resources in <paramref name="folder"/>.</summary>
    /// <param name="folder">The folder called <c>resources</c>.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public Resources(string folder)
    {
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no resources folder at '{folder}'.");
        _folder = folder;
        _lemmas = new Lazy<LemmaModel>(() => ReadCarded("lemmas", bytes => Text.Lemmas.LemmaModel.Read(bytes), model => model.Hash));
        _language = new Lazy<LanguageModel>(() => ReadCarded("language", bytes => Text.Nets.LanguageModel.Read(bytes), model => model.Hash));
        _attributions = new Lazy<AttributionModel>(() => ReadCarded("attribution", bytes => Text.Attributions.AttributionModel.Read(bytes), model => model.Hash));
        _eventTypes = new Lazy<EventTypeModel>(() => ReadCarded("events", bytes => Events.Types.EventTypeModel.Read(bytes), model => model.Hash));
        _factuality = new Lazy<FactualityModel>(() => ReadCarded("factuality", bytes => Text.Factuality.FactualityModel.Read(bytes), model => model.Hash));
        _blocks = new Lazy<BlockModel>(() => ReadCarded("blocks", bytes => Intake.Html.Blocks.BlockModel.Read(bytes), model => model.Hash));
        _placeModel = new Lazy<PlaceModel>(() => ReadCarded("places", bytes => Places.PlaceModel.Read(bytes), model => model.Hash));
        _gazetteer = new Lazy<Places.PlaceGazetteer>(ReadGazetteer);
        _places = new Lazy<PlaceResolver>(() => PlaceResolver(PlaceModel()));
    }

    /// <summary>The folder.</summary>
    public string Folder => _folder;

    /// <summary>The resources that were built beside the program.</summary>
    public static Resources Default { get; } = new(Path.Combine(AppContext.BaseDirectory, "resources"));

    /// <summary>The closed classes of small words.</summary>
    internal FunctionWords Words => _words ??= new FunctionWords(Lexicon("function-words"));

    /// <summary>The lexicon <c>en/lexicons/NAME.tsv</c>.</summary>
    /// <exception cref="FileNotFoundException">There is none of that name.</exception>
    /// <exception cref="FormatException">A line of it cannot be read.</exception>
    public Lexicon Lexicon(string name) => _lexicons.GetOrAdd(name, ReadLexicon);

    /// <summary>The rules <c>en/rules/NAME.rules</c>.</summary>
    /// <exception cref="FileNotFoundException">There are none of that name.</exception>
    /// <exception cref="FormatException">A line of them cannot be read.</exception>
    public RuleSet Rules(string name) =>
        _rules.GetOrAdd(name, key => RuleReader.Read(key, File.ReadAllText(PathOf("rules", $"{key}.rules"))));

    /// <summary>The model <c>en/models/NAME.model</c>, read when first asked for.</summary>
    /// <exception cref="FileNotFoundException">There is none of that name, or no card beside it.</exception>
    /// <exception cref="FormatException">It cannot be read, or the card is not its own.</exception>
    public LinearModel Model(string name) => _models.GetOrAdd(name, ReadModel);

    /// <summary>The model of lemmas, <c>en/models/lemmas.model</c>, read when first asked for.</summary>
    /// <exception cref="FileNotFoundException">It is not there, or no card beside it.</exception>
    /// <exception cref="FormatException">It cannot be read, or the card is not its own.</exception>
    public LemmaModel LemmaModel() => _lemmas.Value;

    /// <summary>The tables of coreference.</summary>
    public CorefLexicons Coreference() => new(Lexicon("personal-pronouns"), Lexicon("gendered-words"), Lexicon("given-names"));

    /// <summary>The words by which status is told.</summary>
    public StatusLexicons StatusWords() => new(
        Lexicon("status-verbs"), Lexicon("status-nouns"), Lexicon("status-adjectives"), Lexicon("status-openers"), Lexicon("status-modals"), Lexicon("status-adverbs"), Lexicon("status-states"));

    /// <summary>The model of tags, dependencies and names, read when first asked for.</summary>
    /// <exception cref="FileNotFoundException">There is none, or no card beside it.</exception>
    /// <exception cref="FormatException">It cannot be read, or the card is not its own.</exception>
    public LanguageModel LanguageModel() => _language.Value;

    /// <summary>The model of attributions, <c>en/models/attribution.model</c>, read when first asked for.</summary>
    /// <exception cref="FileNotFoundException">It is not there, or no card beside it.</exception>
    /// <exception cref="FormatException">It cannot be read, or the card is not its own.</exception>
    public AttributionModel AttributionModel() => _attributions.Value;

    /// <summary>The model of types of events, <c>en/models/events.model</c>, read when first asked for.</summary>
    /// <exception cref="FileNotFoundException">It is not there, or no card beside it.</exception>
    /// <exception cref="FormatException">It cannot be read, or the card is not its own.</exception>
    public EventTypeModel EventTypeModel() => _eventTypes.Value;
    /// <summary>The model of factuality, <c>en/models/factuality.model</c>, read when first asked for.</summary>
    /// <exception cref="FileNotFoundException">It is not there, or no card beside it.</exception>
    /// <exception cref="FormatException">It cannot be read, or the card is not its own.</exception>
    public FactualityModel FactualityModel() => _factuality.Value;

    /// <summary>The model of a page's blocks, <c>en/models/blocks.model</c>, read when first asked for.</summary>
    /// <exception cref="FileNotFoundException">It is not there, or no card beside it.</exception>
    /// <exception cref="FormatException">It cannot be read, or the card is not its own.</exception>
    public BlockModel BlockModel() => _blocks.Value;

    /// <summary>The model that tells between places of one name, <c>en/models/places.model</c>, read when first asked for.</summary>
    /// <exception cref="FileNotFoundException">It is not there, or no card beside it.</exception>
    /// <exception cref="FormatException">It cannot be read, or the card is not its own.</exception>
    public PlaceModel PlaceModel() => _placeModel.Value;

    /// <summary>The resolver of places with the model that was built with the program; gazetteer and model are read when first asked for.</summary>
    internal PlaceResolver PlaceResolver() => _places.Value;

    /// <summary>The places, read when first asked for.</summary>
    internal Places.PlaceGazetteer PlaceGazetteer() => _gazetteer.Value;

    /// <summary>The finder of places' names in a document.</summary>
    internal PlaceFinder PlacesIn(Text.Document document) => new(document, Lexicon("countries"), Lexicon("given-names"), _gazetteer.Value);

    /// <summary>A resolver with another model, or with none yet.</summary>
    internal PlaceResolver PlaceResolver(PlaceModel? model) => new(_gazetteer.Value, Lexicon("place-kinds"), model);

    /// <summary>The hash of the gazetteer's file, as its card says it.</summary>
    internal string GazetteerHash() => ModelCard.Read(File.ReadAllText(PathOf("models", "gazetteer.card.json"))).Sha256;

    private Places.PlaceGazetteer ReadGazetteer()
    {
        var packed = new GazetteerPart(File.ReadAllBytes(PathOf("models", "gazetteer.model")));
        return new Places.PlaceGazetteer(packed, PlaceTables.Read(packed, Lexicon("places"), Lexicon("countries")));
    }

    private LinearModel ReadModel(string name) => ReadCarded(name, bytes => LinearModel.Read(bytes), model => model.Hash);

    private T ReadCarded<T>(string name, Func<byte[], T> read, Func<T, string> hash)
    {
        var model = read(File.ReadAllBytes(PathOf("models", $"{name}.model")));
        var card = ModelCard.Read(File.ReadAllText(PathOf("models", $"{name}.card.json")));
        if (card.Model != name || card.Sha256 != hash(model)) throw new FormatException($"{name}.card.json is not the card of {name}.model.");
        return model;
    }

    private Lexicon ReadLexicon(string name)
    {
        var abbreviations = name == Abbreviations ? null : Lexicon(Abbreviations);
        return LexiconReader.Read(name, File.ReadAllText(PathOf("lexicons", $"{name}.tsv")), abbreviations);
    }

    private string PathOf(string kind, string file) => Path.Combine(_folder, "en", kind, file);
}
