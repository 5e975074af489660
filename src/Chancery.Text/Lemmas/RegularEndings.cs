using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Text.Lemmas;

/// <summary>
/// The regular inflections of English, undone: for a form that the model has not seen it is asked which of these makes a lemma that it knows
/// (Quirk et al. 1985, A Comprehensive Grammar of the English Language, 3.5-3.10, 5.80-5.81, 7.79).
/// </summary>
internal static class RegularEndings
{
    private static readonly (string Ending, LemmaRule[] Rules)[] Ing = [("ing", Rules((3, "e"), (3, ""), (4, "")))];
    private static readonly (string Ending, LemmaRule[] Rules)[] Past = [("ied", Rules((3, "y"), (1, ""))), ("ed", Rules((1, ""), (2, ""), (3, "")))];
    private static readonly (string Ending, LemmaRule[] Rules)[] Comparative = [("ier", Rules((3, "y"))), ("er", Rules((1, ""), (2, ""), (3, "")))];
    private static readonly (string Ending, LemmaRule[] Rules)[] Superlative = [("iest", Rules((4, "y"))), ("est", Rules((2, ""), (3, ""), (4, "")))];

    private static readonly (string Ending, LemmaRule[] Rules)[] Plural =
    [
        ("ies", Rules((3, "y"), (1, ""))), ("ves", Rules((3, "f"), (3, "fe"), (1, ""))), ("es", Rules((1, ""), (2, ""))), ("s", Rules((1, ""))), ("men", Rules((2, "an"))),
    ];

    private static readonly (string Ending, LemmaRule[] Rules)[] Verbal = [.. Past, .. Ing, .. Plural];
    private static readonly (string Ending, LemmaRule[] Rules)[] Degrees = [.. Comparative, .. Superlative];

    /// <summary>Rules that could undo the form's inflection, likeliest first; none for tags without one.</summary>
    public static ReadOnlySpan<LemmaRule> Of(in TaggedForm form) => In(Table(form.Penn), form);

    /// <summary>
    /// Rules that could undo the form's inflection if its tag, that of a base form, is not the right one ("warmer" as an adjective without degree); none for other tags.
    /// </summary>
    public static ReadOnlySpan<LemmaRule> OfBase(in TaggedForm form) => In(BaseTable(form.Penn), form);

    private static ReadOnlySpan<LemmaRule> In((string Ending, LemmaRule[] Rules)[] table, in TaggedForm form)
    {
        foreach (var (ending, rules) in table)
            if (form.Form.Length > ending.Length + 1 && form.Form.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return Fitting(rules, ending.Length, form.Form);
        return [];
    }

    /// <summary>A rule that cuts a letter before its ending undoes a doubling, and is the last: "stopped" is of "stop", and "stunted" not of "stun".</summary>
    private static ReadOnlySpan<LemmaRule> Fitting(ReadOnlySpan<LemmaRule> rules, int ending, ReadOnlySpan<char> form) =>
        rules[^1].Cut > ending && TokenKey.Fold(form[^(ending + 1)]) != TokenKey.Fold(form[^(ending + 2)]) ? rules[..^1] : rules;

    private static (string Ending, LemmaRule[] Rules)[] Table(PennTag penn) => penn.ToString() switch
    {
        "VBG" => Ing,
        "VBD" or "VBN" => Past,
        "VBZ" or "NNS" => Plural,
        "JJR" or "RBR" => Comparative,
        "JJS" or "RBS" => Superlative,
        _ => [],
    };

    private static (string Ending, LemmaRule[] Rules)[] BaseTable(PennTag penn) => penn.ToString() switch
    {
        "VB" or "VBP" => Verbal,
        "JJ" or "RB" => Degrees,
        _ => [],
    };

    private static LemmaRule[] Rules(params (byte Cut, string Add)[] rules) => [.. rules.Select(rule => new LemmaRule(rule.Cut, rule.Add, LemmaSpelling.Lower))];
}
