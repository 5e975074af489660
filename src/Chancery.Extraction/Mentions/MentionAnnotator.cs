using Chancery.Text;
using Chancery.Text.Coreference;
using Chancery.Text.Names;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Mentions;

/// <summary>
/// Finds who and what a report speaks of: states, bodies, persons with their offices, places, descriptions and
/// pronouns, from tables and capitals, and says which of them stand for the same. Precision comes first: a description or
/// pronoun that could stand for several stands for nobody.
/// </summary>
internal sealed class MentionAnnotator : Annotator<Mention>
{
    private readonly MentionLexicons _lexicons;

    /// <summary>The annotator over the tables of <paramref name="resources"/>.</summary>
    public MentionAnnotator(Resources resources) : base("mentions", 2, typeof(Token), typeof(Sentence), typeof(NameSpan), typeof(EntityMention), typeof(ReportHead))
    {
        ArgumentNullException.ThrowIfNull(resources);
        _lexicons = new MentionLexicons(resources);
    }

    /// <inheritdoc/>
    public override string DataFingerprint => _lexicons.Hash;

    /// <inheritdoc/>
    protected override IEnumerable<Mention> Annotate(Document document)
    {
        var found = new MentionFinder(document, _lexicons).Find();
        var named = new NameChains(new Appositions(document, _lexicons.Words).Join(found)).Resolve();
        return new ReferenceResolver(document, _lexicons.Words, named).Resolve();
    }
}
