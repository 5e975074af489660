using Chancery.Extraction.Mentions;
using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;
using Chancery.Text.Rules;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Figures;

/// <summary>Makes a figure of a matched rule: bounds, unit, what is counted, its whole, its place and its voice.</summary>
internal sealed class FigureWriter(Document document, RuleMatch match, FigureLexicons lexicons)
{
    private const int MostLinks = 2;

    public Figure Write()
    {
        var (value, low, high) = Bounds();
        var scope = Scope();
        var span = match.Range.In(document);
        if (scope is { } whole) span = span.Cover(whole.In(document));
        return new Figure
        {
            What = What(),
            Value = value,
            Low = low,
            High = high,
            Approx = Bound() == "about",
            Unit = Unit(),
            Scope = ScopeText(scope),
            Place = Place(scope),
            Voice = VoiceChain.Of(document, span),
            Evidence = [Evidence.Of(document.Text, span)],
            Confidence = match.Rule.Name is "counted" or "vague" ? 0.8 : 0.9,
            By = match.Rule.Name,
        };
    }

    private string? Bound() => match.Capture("bound") is { } bound
        ? lexicons.Lexicon("approximators").Match(document, bound.First, bound.End)?.Entry.Field(0)
        : null;

    private (double? Value, double? Low, double? High) Bounds()
    {
        if (match.Capture("vague") is { } vague)
            return (null, lexicons.Number("vague-numbers", document, vague), lexicons.Number("vague-numbers", document, vague, 1));
        var value = match.Capture("half") is { } half ? lexicons.Number("number-scales", document, half) / 2
            : match.Capture("share") is { } share ? lexicons.Number("fractions", document, share) : Scaled("value");
        if (match.Capture("to") is not null) return (null, value, Scaled("to"));
        return Bound() switch
        {
            "low" => (null, value, null),
            "high" => (null, null, value),
            _ => (value, null, null),
        };
    }

    private double Scaled(string part)
    {
        var range = match.Capture(part)!.Value;
        var value = lexicons.Quantity.At(document, range.First, range.End);
        if (match.Capture("scale") is { } scale) value *= lexicons.Number("number-scales", document, scale);
        return match.Capture("percent") is null ? value : (double)((decimal)value / 100);
    }

    private string? Unit()
    {
        if (match.Capture("share") is not null || match.Capture("percent") is not null) return "share";
        if (match.Capture("money") is { } money) return lexicons.Lexicon("currencies").Match(document, money.First, money.End)?.Entry.Field(0) ?? "USD";
        return match.Capture("unit") is { } unit ? lexicons.Lexicon("measures").Match(document, unit.First, unit.End)?.Entry.Field(0) : null;
    }

    /// <summary>What is counted: the phrase after the number, what befell those counted, or what the unit measures.</summary>
    private string What()
    {
        var counted = match.Capture("what") is { } what ? document.Text[what.In(document)] : null;
        var outcome = match.Rule.Name.EndsWith("outcome", StringComparison.Ordinal) ? null : Outcome();
        if (counted is not null) return outcome is null ? counted : $"{counted} {outcome}";
        if (match.Capture("money") is not null) return "money";
        if (match.Capture("percent") is not null) return "share";
        return Unit() is "km" or "mile" or "m" or "ft" ? "distance" : "amount";
    }

    /// <summary>"killed" in "killing 12 people" and "12 people were killed".</summary>
    private string? Outcome()
    {
        var sentence = document.Sentences[document.SentenceAt(match.Range.In(document).Start)];
        var before = match.Range.First - 1;
        if (before >= sentence.First && lexicons.Lexicon("outcomes").Match(document, before, match.Range.First) is { } earlier &&
            IsTransitive(earlier.Entry.Form)) return earlier.Entry.Field(0);
        var at = match.Range.End;
        for (var steps = 0; at < sentence.End && steps < 3; at++, steps++)
        {
            if (lexicons.Lexicon("outcomes").Match(document, at, sentence.End) is { } later) return later.Entry.Field(0);
            if (document.TextOf(document.Tokens[at]) is not ("were" or "was" or "are" or "have" or "had" or "been" or "has" or "being" or "have been")) return null;
        }

        return null;
    }

    private static bool IsTransitive(string form) => form is not ("dead" or "died" or "dying" or "missing" or "homeless" or "stranded");

    /// <summary>"in the embassy in Kabul", "of the country": up to two links that end in a mention or, after "of", a word.</summary>
    private TokenRange? Scope()
    {
        var tokens = document.Tokens;
        var end = document.Sentences[document.SentenceAt(match.Range.In(document).Start)].End;
        var at = match.Range.End;
        for (var link = 0; link < MostLinks && at + 1 < end && lexicons.Words.ScopeLinks.Contains(tokens[at].Key); link++)
        {
            var next = lexicons.Words.Determiners.Contains(tokens[at + 1].Key) ? at + 2 : at + 1;
            if (next >= end || LayerSearch.StartingAt(document.Mentions, tokens[next].Span.Start) is not { Form: not MentionForm.Pronoun } mention) break;
            at = mention.Range.End;
        }

        return at > match.Range.End ? new TokenRange(match.Range.End, at) : null;
    }

    private string? ScopeText(TokenRange? scope)
    {
        if (scope is { } whole) return document.Text[whole.In(document)];
        if (match.Capture("what") is not { } what) return null;
        return LayerSearch.StartingAt(document.Mentions, document.Tokens[what.First].Span.Start) is { Form: MentionForm.Demonym } people &&
            people.Range.End < what.End ? document.Text[people.Span] : null;
    }

    private Place? Place(TokenRange? scope)
    {
        if (scope is not { } whole) return null;
        for (var i = whole.End - 1; i > whole.First; i--)
            if (LayerSearch.StartingAt(document.Mentions, document.Tokens[i].Span.Start) is { Type: "place" or "state", Form: MentionForm.Name } mention)
                return new Place(mention.Name, mention.Country, Precision: mention.Type == "state" ? "country" : mention.Rule == "capital" ? "city" : null);
        return null;
    }
}
