using System.Text.RegularExpressions;
using Chancery.Tests.House;
using Chancery.Text;
using Chancery.Text.Learning;
using Chancery.Text.Names;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Tests.Eval;

/// <summary>The gold file is itself right: a slip of the hand shows here and not as a model's fault.</summary>
public class CrisisNewsTests
{
    private static readonly TreebankSentence[] Sentences = [.. CrisisNews.Documents.SelectMany(document => document.Sentences)];

    [Fact]
    public void Gold_file_has_fifty_sentences_or_more() => Assert.InRange(Sentences.Length, 50, 500);

    [Fact]
    public void Every_sentence_is_one_tree() => Offenders.None("Not a tree:", Sentences.Where(sentence => !IsTree(sentence)).Select(sentence => sentence.Text));

    [Fact]
    public void Every_text_is_that_of_its_tokens() => Offenders.None(
        "The text is not that of the tokens:",
        Sentences.Where(sentence => string.Concat(sentence.Tokens.Select(token => token.Form + (token.IsSpaceAfter ? " " : ""))).TrimEnd() != sentence.Text)
            .Select(sentence => sentence.Text));

    [Fact]
    public void Every_column_is_in_our_inventories() => Offenders.None(
        "A word has a column that our lists do not have:",
        from word in Sentences.SelectMany(sentence => sentence.Words)
        where !Enum.IsDefined(Enum.TryParse<Upos>(word.Upos, out var upos) ? upos : (Upos)255) || PennTag.Of(word.Xpos).Number == 0
            || !Parts(Features.Parse(word.Features).ToString()).SetEquals(Parts(word.Features)) || RelationLabels.Parse(word.Relation).Label != word.Relation || word.Lemma is "" or "_"
        select string.Join(' ', word.Form, word.Lemma, word.Upos, word.Xpos, word.Features, word.Relation));

    [Fact]
    public void Tokens_are_ours() => Offenders.None(
        "Our tokenizer cuts another way:",
        from document in CrisisNews.Documents
        let ours = Doc.Words(document.Raw().Text)
        let theirs = document.Sentences.SelectMany(sentence => sentence.Words).Select(word => word.Form)
        where !ours.SequenceEqual(theirs)
        select $"{document.Id}: {string.Join(' ', ours.Except(theirs, StringComparer.Ordinal))}");

    [Fact]
    public void Every_name_begins_and_goes_on_in_one_type() => Offenders.None(
        "An entity mark does not belong to a name of ours:",
        from document in CrisisNews.Documents
        let words = document.Sentences.SelectMany(sentence => sentence.Words).ToArray()
        let cut = document.Cut()
        let names = document.NamesOf(cut)
        from i in Enumerable.Range(0, words.Length)
        let isMarked = words[i].Misc.Contains("Entity=", StringComparison.Ordinal)
        where isMarked != names.Any(name => name.First <= i && i < name.End)
        select $"{document.Id} {words[i].Form} {words[i].Misc}");

    [Fact]
    public void Names_of_every_type_that_readers_ask_for_are_there() => Assert.Superset(
        new HashSet<NameType> { NameType.Person, NameType.Organisation, NameType.Place, NameType.Group, NameType.Facility },
        CrisisNews.Documents.SelectMany(document => document.NamesOf(document.Cut())).Select(name => name.Type).ToHashSet());

    [Fact]
    public void Coreference_stands_on_the_same_words() => Offenders.None(
        "Sentences differ from those of the trees:",
        from pair in CrisisNews.Documents.Zip(CrisisNews.Coreference)
        where pair.First.Id != pair.Second.Id || !pair.First.Sentences.Select(sentence => string.Join(' ', sentence.Words.Select(word => word.Form)))
            .SequenceEqual(pair.Second.Sents.Select(sentence => string.Join(' ', sentence)))
        select pair.First.Id);

    [Fact]
    public void Mentions_lie_in_their_sentences_once_and_never_cross() => Offenders.None(
        "A mention is out of place:",
        from document in CrisisNews.Coreference
        from mention in document.Mentions
        where mention.Start < 0 || mention.End < mention.Start || mention.End >= document.Sents[mention.Sent].Length || !Regex.IsMatch(mention.E, "^[0-9]+$")
            || document.Mentions.Any(other => other.Sent == mention.Sent && (Crosses(mention, other) || (!ReferenceEquals(mention, other) && (other.Start, other.End) == (mention.Start, mention.End))))
        select $"{document.Id} {mention}");

    private static HashSet<string> Parts(string column) => [.. column.Split('|')];

    private static bool Crosses(CoreferenceMention mention, CoreferenceMention other) =>
        mention.Start < other.Start && other.Start <= mention.End && mention.End < other.End;

    private static bool IsTree(TreebankSentence sentence)
    {
        var heads = sentence.Words.Select(word => word.Head).ToArray();
        return heads.Count(head => head == 0) == 1 && heads.All(head => head >= 0 && head <= heads.Length)
            && Enumerable.Range(1, heads.Length).All(word => Enumerable.Range(0, heads.Length).Aggregate(word, (at, _) => at == 0 ? 0 : heads[at - 1]) == 0);
    }
}
