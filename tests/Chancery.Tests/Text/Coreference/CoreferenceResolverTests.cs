using System.Collections.Immutable;
using Chancery.Extraction;
using Chancery.Text;
using Chancery.Text.Coreference;
using Chancery.Text.Learning;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Tests.Text.Coreference;

public class CoreferenceResolverTests
{
    private static readonly CoreferenceResolver Resolver = new(Trees.Lexicons, Resources.Default.Model("coref"));

    private const string Envoy = """
        Maria/Maria/PROPN/NNP/3/nsubj Velden/Velden/PROPN/NNP/1/flat met/meet/VERB/VBD/0/root the/the/DET/DT/5/det minister/minister/NOUN/NN/3/obj in/in/ADP/IN/7/case Oslo/Oslo/PROPN/NNP/3/obl ././PUNCT/./3/punct
        She/she/PRON/PRP/2/nsubj said/say/VERB/VBD/0/root that/that/SCONJ/IN/6/mark the/the/DET/DT/5/det minister/minister/NOUN/NN/6/nsubj agreed/agree/VERB/VBD/2/ccomp ././PUNCT/./2/punct
        Velden/Velden/PROPN/NNP/2/nsubj left/leave/VERB/VBD/0/root Oslo/Oslo/PROPN/NNP/2/obj on/on/ADP/IN/5/case Friday/Friday/PROPN/NNP/2/obl ././PUNCT/./2/punct
        """;

    [Fact]
    public void Name_pronoun_and_repeated_nouns_stand_in_their_chains()
    {
        var document = Resolver.Apply(Trees.Read(Envoy));
        Assert.Equal(["Maria Velden|She|Velden", "the minister|the minister", "Oslo|Oslo"], ChainsOf(document).Where(chain => chain.Contains('|')));
    }

    [Fact]
    public void Possessive_pronoun_is_a_mention_inside_its_phrase_and_not_the_same()
    {
        var document = Resolver.Apply(Trees.Read("The/the/DET/DT/2/det general/general/NOUN/NN/3/nsubj praised/praise/VERB/VBD/0/root his/his/PRON/PRP$/5/nmod:poss soldiers/soldier/NOUN/NNS/3/obj ././PUNCT/./3/punct"));
        Assert.Equal(["The general|his", "his soldiers"], ChainsOf(document));
    }

    [Fact]
    public void Pronoun_does_not_stand_for_its_clause_mate()
    {
        var document = Resolver.Apply(Trees.Read("Anna/Anna/PROPN/NNP/2/nsubj thanked/thank/VERB/VBD/0/root her/she/PRON/PRP/2/obj ././PUNCT/./2/punct"));
        Assert.Equal(["Anna", "her"], ChainsOf(document));
    }

    [Fact]
    public void Chains_are_a_partition_numbered_by_first_mention_and_mentions_lie_in_the_text()
    {
        var document = Resolver.Apply(Trees.Read(Envoy));
        var mentions = document.EntityMentions;
        Assert.Equal(mentions.Length, mentions.Select(mention => mention.Span).Distinct().Count());
        Assert.Equal(Enumerable.Range(0, mentions.Max(mention => mention.Chain) + 1), mentions.Select(mention => mention.Chain).Distinct().Order());
        Assert.All(mentions, mention => Assert.True(mention.First <= mention.Head && mention.Head < mention.End));
        Assert.All(mentions, mention => Assert.Equal(mention.Span, new Span(document.Tokens[mention.First].Span.Start, document.Tokens[mention.End - 1].Span.End)));
    }

    [Fact]
    public void Margin_above_every_score_links_nothing_and_below_links_more()
    {
        var document = Trees.Read(Envoy);
        var strict = new CoreferenceResolver(Trees.Lexicons, Resources.Default.Model("coref"), 10).Apply(document).EntityMentions;
        var loose = new CoreferenceResolver(Trees.Lexicons, Resources.Default.Model("coref"), -10).Apply(document).EntityMentions;
        var plain = Resolver.Apply(document).EntityMentions;
        Assert.True(Chains(strict) >= Chains(plain) && Chains(plain) >= Chains(loose) && Chains(strict) > Chains(loose));

        static int Chains(ImmutableArray<EntityMention> mentions) => mentions.Select(mention => mention.Chain).Distinct().Count();
    }

    [Fact]
    public void Document_without_layers_has_no_mentions() => Assert.Empty(Resolver.Apply(new Document(new SourceText("Nothing was read."))).EntityMentions);

    [Fact]
    public void Empty_document_has_no_mentions() => Assert.Empty(Resolver.Apply(new Document(SourceText.Empty)).EntityMentions);

    [Fact]
    public void Model_for_other_features_is_refused() =>
        Assert.Throws<ArgumentException>(() => new CoreferenceResolver(Trees.Lexicons, new LinearModel(1, new short[16])));

    /// <summary>Heads and tags by chance, circles and heads outside the sentence among them: nothing a parser gives, and nothing that may throw.</summary>
    [Fact]
    public void Odd_trees_give_mentions_in_the_text_and_the_same_each_time()
    {
        var state = 7UL;
        for (var round = 0; round < 60; round++)
        {
            var document = Odd((int)Next(ref state, 60), ref state);
            var first = Resolver.Apply(document).EntityMentions;
            Assert.True(first.SequenceEqual(Resolver.Apply(document).EntityMentions), $"round {round}: {string.Join(' ', first.Zip(Resolver.Apply(document).EntityMentions).Where(pair => pair.First != pair.Second))}");
            Assert.All(first, mention => Assert.InRange(mention.Head, mention.First, mention.End - 1));
            Assert.Equal(first.Length, first.Select(mention => mention.Span).Distinct().Count());
        }
    }

    [Fact]
    public void Mention_is_compared_with_a_bounded_number_of_earlier_ones()
    {
        var line = string.Join('\n', Enumerable.Repeat("The/the/DET/DT/2/det ship/ship/NOUN/NN/3/nsubj left/leave/VERB/VBD/0/root the/the/DET/DT/5/det port/port/NOUN/NN/3/obj", 300));
        var view = new SyntaxView(Trees.Read(line));
        var builder = new ProfileBuilder(view, Trees.Lexicons);
        var context = new MentionContext(view, MentionFinder.Find(view).ConvertAll(builder.Build), MentionContext.Reading);
        Assert.Equal(600, context.Mentions.Count);
        var candidates = new List<int>();
        for (var i = 0; i < context.Mentions.Count; i++)
        {
            context.Candidates(i, candidates);
            Assert.InRange(candidates.Count, 0, MentionContext.Reading.ByPronouns + 24);
            Assert.Equal(candidates.Count, candidates.Distinct().Count());
            Assert.All(candidates, before => Assert.InRange(before, 0, i - 1));
        }
    }

    private static string[] ChainsOf(Document document) =>
        [.. document.EntityMentions.GroupBy(mention => mention.Chain).OrderBy(chain => chain.Key).Select(chain => string.Join('|', chain.Select(mention => document.Text[mention.Span])))];

    private static Document Odd(int count, ref ulong state)
    {
        string[] words = ["he", "Oslo", "the", "ship", "\"", "and", "his", "2021", "who", "-"];
        var text = string.Join(' ', Enumerable.Range(0, count).Select(i => words[i * 7 % words.Length]));
        var tokens = ImmutableArray.CreateBuilder<Token>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var start = tokens.Count == 0 ? 0 : tokens[^1].Span.End + 1;
            tokens.Add(new Token(new Span(start, start + word.Length), TokenKind.Word, TokenKey.Of(word), TokenShape.None));
        }

        var tags = ImmutableArray.CreateBuilder<Tag>();
        var trees = ImmutableArray.CreateBuilder<Dependency>();
        foreach (var token in tokens)
        {
            tags.Add(new Tag(token.Span, (Upos)Next(ref state, 17), new PennTag((byte)Next(ref state, (ulong)PennTag.Names.Length)), default));
            trees.Add(new Dependency(token.Span, (int)Next(ref state, (ulong)count + 4) - 2, (Relation)Next(ref state, (ulong)RelationLabels.Count)));
        }

        var half = tokens.Count / 2;
        var document = new Document(new SourceText(text)).With(tokens.ToImmutable()).With(tags.ToImmutable()).With(trees.ToImmutable());
        return half == 0 ? document.With<Sentence>([]) : document.With<Sentence>(
        [
            new Sentence(new Span(0, tokens[half - 1].Span.End), 0, half),
            new Sentence(new Span(tokens[half].Span.Start, tokens[^1].Span.End), half, tokens.Count),
        ]);
    }

    private static ulong Next(ref ulong state, ulong limit)
    {
        state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
        return (state >> 33) % limit;
    }
}
