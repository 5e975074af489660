using Chancery.Extraction.Mentions;
using Chancery.Text;
using Chancery.Text.Names;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Places;

/// <summary>Finds the names of places in a report and says which places they mean, with how much certainty.</summary>
internal sealed class PlaceAnnotator : Annotator<PlaceMention>
{
    private readonly Resources _resources;

    /// <summary>The annotator over the gazetteer, tables and model of <paramref name="resources"/>, which are opened with the first report.</summary>
    public PlaceAnnotator(Resources resources)
        : base("places", 1, typeof(Token), typeof(Sentence), typeof(NameSpan), typeof(Mention), typeof(ReportHead))
    {
        ArgumentNullException.ThrowIfNull(resources);
        _resources = resources;
    }

    /// <inheritdoc/>
    public override string DataFingerprint => string.Join(' ', _resources.Lexicon("places").Hash, _resources.Lexicon("place-kinds").Hash, _resources.PlaceModel().Hash, _resources.GazetteerHash());

    /// <inheritdoc/>
    protected override IEnumerable<PlaceMention> Annotate(Document document) =>
        _resources.PlaceResolver().Resolve(document, _resources.PlacesIn(document).Find());
}
