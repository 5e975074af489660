using Chancery.Text;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Tests.Laws;

public class TextLaws
{
    [Fact]
    public void Tokens_and_the_gaps_between_them_rebuild_any_text() => Law.Holds(Law.Texts, text =>
    {
        var at = 0;
        foreach (var token in Doc.Of(text).Tokens)
        {
            if (token.Span.Start < at || token.Span.IsEmpty || !IsGap(text[at..token.Span.Start])) return false;
            at = token.Span.End;
        }

        return IsGap(text[at..]);
    });

    [Fact]
    public void Every_token_belongs_to_exactly_one_sentence() => Law.Holds(Law.Texts, text =>
    {
        var document = Doc.Of(text);
        var next = 0;
        foreach (var sentence in document.Sentences)
        {
            if (sentence.First != next || sentence.Count < 1) return false;
            if (sentence.Span != document.Tokens[sentence.First].Span.Cover(document.Tokens[sentence.End - 1].Span)) return false;
            next = sentence.End;
        }

        return next == document.Tokens.Length;
    });

    [Fact]
    public void Pipeline_run_twice_gives_equal_layers() => Law.Holds(Law.Texts, text =>
        Doc.Of(text).Tokens.SequenceEqual(Doc.Of(text).Tokens) && Doc.Of(text).Sentences.SequenceEqual(Doc.Of(text).Sentences));

    [Fact]
    public void Token_keys_do_not_depend_on_case() => Law.Holds(Law.Texts, text =>
        TokenKey.Of(text) == TokenKey.Of(text.ToLowerInvariant()));

    private static bool IsGap(string between) => between.All(TokenScanner.IsSpace);
}
