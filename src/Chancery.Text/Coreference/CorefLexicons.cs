using Chancery.Text.Lexicons;

namespace Chancery.Text.Coreference;

/// <summary>The tables that coreference reads.</summary>
/// <param name="Pronouns">Pronouns: columns form, same, person, number, gender, kind (<c>personal-pronouns.tsv</c>).</param>
/// <param name="Genders">Nouns and titles that say a gender: columns form, gender (<c>gendered-words.tsv</c>).</param>
/// <param name="GivenNames">Given names with the gender of nearly all who bear them: columns form, gender (<c>given-names.tsv</c>).</param>
public sealed record CorefLexicons(Lexicon Pronouns, Lexicon Genders, Lexicon GivenNames)
{
    /// <summary>The hashes of the tables.</summary>
    public string Hash => Pronouns.Hash + Genders.Hash + GivenNames.Hash;
}
