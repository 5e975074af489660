using System.Globalization;
using Chancery.Extraction.Times;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Rules;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Figures;

/// <summary>The tables and rules that figures are found with, opened once.</summary>
internal sealed class FigureLexicons
{
    private static readonly string[] Tables =
        ["approximators", "vague-numbers", "fractions", "currencies", "number-scales", "measures", "outcomes", "collective-nouns",
            "uncounted", "countries", "time-numbers"];

    public FigureLexicons(Resources resources)
    {
        var counted = new CountedPhrase(resources.Words, resources.Lexicon("collective-nouns"), resources.Lexicon("uncounted"), resources.Lexicon("countries"));
        Quantity = new Quantity(new Numerals(resources.Lexicon("time-numbers")));
        Words = resources.Words;
        Lexicon = resources.Lexicon;
        Rules = new RuleMatcher(resources.Rules("figures"), resources.Lexicon, new Dictionary<string, TokenClass>
        {
            ["cardinal"] = Quantity.WholeLengthAt,
            ["decimal"] = Quantity.LengthAt,
            ["counted"] = counted.LengthAt,
            ["phrase"] = counted.PlainLengthAt,
        });
        Hash = string.Concat(Tables.Select(name => resources.Lexicon(name).Hash)) + resources.Rules("figures").Hash + Words.Hash;
    }

    public Quantity Quantity { get; }

    public FunctionWords Words { get; }

    public RuleMatcher Rules { get; }

    public Func<string, Lexicon> Lexicon { get; }

    public string Hash { get; }

    /// <summary>The number in a field of the entry that covers exactly this text.</summary>
    public double Number(string lexicon, Document document, TokenRange range, int field = 0) =>
        Lexicon(lexicon).Match(document, range.First, range.End) is { } match
            ? double.Parse(match.Entry.Field(field), CultureInfo.InvariantCulture)
            : 1;
}
