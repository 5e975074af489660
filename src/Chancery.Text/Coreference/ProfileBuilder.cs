using System.Collections.Immutable;
using Chancery.Text.Lexicons;
using Chancery.Text.Names;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Text.Coreference;

/// <summary>Works out the profile of each mention of a document.</summary>
internal sealed class ProfileBuilder(SyntaxView view, CorefLexicons lexicons)
{
    private const int MostLooked = 40;
    private static readonly ulong Possessive = TokenKey.Of("'s");
    private static readonly ulong PossessivePlural = TokenKey.Of("'");
    private static readonly ulong The = TokenKey.Of("the");

    private readonly ImmutableArray<NameSpan> _names = view.Document.Names;

    public MentionProfile Build(MentionRun run)
    {
        var head = run.Head;
        var profile = new MentionProfile { Run = run, HeadKey = view.Key(head), HeadLemma = view.Lemma(head) };
        profile.Sentence = view.Sentence(head);
        profile.Paragraph = view.Paragraph(head);
        profile.Quote = view.Quote(head);
        FillDependents(profile);
        FillForm(profile);
        FillWords(profile);
        FillName(profile);
        FillPlace(profile);
        FillGender(profile);
        profile.Coarse = (ulong)profile.Form + 1;
        profile.Signature = profile.Pronoun != 0 ? profile.Pronoun : profile.Coarse | ((ulong)profile.Number << 8);
        return profile;
    }

    private ReadOnlySpan<char> TextOf(int token) => view.Document.TextOf(view.Tokens[token]);

    private void FillDependents(MentionProfile profile)
    {
        var run = profile.Run;
        for (var child = view.FirstChild(run.Head); child >= 0; child = view.NextSibling(child))
        {
            var relation = view.Relation(child);
            if (relation == Relation.Case && profile.Preposition == 0) profile.Preposition = view.Key(child);
            if (child < run.First || child >= run.End) continue;
            if (relation is Relation.Det or Relation.DetPredet && profile.Determiner == 0) profile.Determiner = view.Key(child);
            else if (relation == Relation.NmodPoss) profile.Possessor = child;
            else if (relation == Relation.Nummod) profile.Count = view.Lemma(child);
            else if (relation == Relation.Nmod && child > run.Head && profile.Complement == 0) profile.Complement = view.Lemma(child);
            else if (relation == Relation.Relative) profile.HasRelativeClause = true;
            else if (relation == Relation.Conj) profile.HasConjunct = true;
        }
    }

    private void FillForm(MentionProfile profile)
    {
        var head = profile.Run.Head;
        var penn = view.Tags[head].Penn.ToString();
        var upos = view.Upos(head);
        if (upos is Upos.PRON or Upos.DET && lexicons.Pronouns.Find(TextOf(head)) is { } pronoun) FillPronoun(profile, pronoun, penn);
        else if (penn is "WP" or "WDT" or "WP$" or "WRB") profile.Form = MentionForm.Relative;
        else if (upos == Upos.PRON) profile.Form = MentionForm.Indefinite;
        else if (upos == Upos.PROPN) profile.Form = MentionForm.Name;
        else if (upos == Upos.NUM) profile.Form = MentionForm.Number;
        else if (upos is Upos.VERB or Upos.AUX) profile.Form = MentionForm.Clause;
        else if (upos == Upos.ADV) profile.Form = MentionForm.Adverb;
        else if (upos is Upos.NOUN or Upos.ADJ or Upos.SYM) profile.Form = NominalForm(profile);
        if (profile.Number == Number.Unsaid) profile.Number = NumberOf(profile, penn);
        if (profile.Form is MentionForm.Adverb or MentionForm.Relative && profile.Pronoun == 0) profile.Pronoun = profile.HeadKey;
    }

    private static void FillPronoun(MentionProfile profile, LexiconEntry entry, string penn)
    {
        profile.Pronoun = TokenKey.Of(entry.Field(0));
        profile.Form = entry.Field(4) switch
        {
            "first" => MentionForm.First,
            "second" => MentionForm.Second,
            "third" => MentionForm.Third,
            "reflexive" => MentionForm.Reflexive,
            "demonstrative" => penn is "WDT" or "WP" or "IN" ? MentionForm.Relative : MentionForm.Demonstrative,
            "relative" => MentionForm.Relative,
            _ => MentionForm.Indefinite,
        };
        profile.Number = entry.Field(2) switch { "one" => Number.One, "many" => Number.Many, _ => Number.Unsaid };
        profile.Gender = GenderOf(entry.Field(3));
        if (profile.Form == MentionForm.Relative) profile.Number = Number.Unsaid;
    }

    private MentionForm NominalForm(MentionProfile profile)
    {
        if (profile.Determiner == The) return MentionForm.Definite;
        if (profile.Possessor >= 0) return MentionForm.Possessed;
        if (profile.Determiner != 0)
        {
            var text = TextOf(view.Child(profile.Run.Head, Relation.Det) is var child && child >= 0 ? child : profile.Run.Head);
            return lexicons.Pronouns.Find(text) is { } entry && entry.Field(4) == "demonstrative" ? MentionForm.Pointed : MentionForm.Unknown;
        }

        return profile.Count != 0 ? MentionForm.Counted : MentionForm.Bare;
    }

    private static Number NumberOf(MentionProfile profile, string penn)
    {
        if (profile.HasConjunct) return Number.Many;
        return penn switch { "NN" or "NNP" => Number.One, "NNS" or "NNPS" => Number.Many, _ => Number.Unsaid };
    }

    private void FillWords(MentionProfile profile)
    {
        var run = profile.Run;
        Span<ulong> modifiers = stackalloc ulong[MentionProfile.MostWords];
        var count = 0;
        var end = Math.Min(run.End, run.First + MostLooked);
        for (var token = run.First; token < end; token++)
        {
            var key = view.Key(token);
            profile.WholeText = FeatureKeys.Join(profile.WholeText, key);
            var upos = view.Upos(token);
            if (upos == Upos.DET || key == Possessive || key == PossessivePlural || upos == Upos.PUNCT) continue;
            profile.Text = FeatureKeys.Join(profile.Text, key);
            if (token <= run.Head) profile.Core = FeatureKeys.Join(profile.Core, token == run.Head ? profile.HeadLemma : key);
            if (token != run.Head && upos is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM or Upos.VERB or Upos.X && count < modifiers.Length) modifiers[count++] = view.Lemma(token);
        }

        if (profile.Text == 0) profile.Text = profile.WholeText;
        if (profile.Core == 0) profile.Core = profile.Text;
        profile.FirstWord = view.Key(run.First);
        profile.LastWord = view.Key(run.End - 1);
        profile.Modifiers = modifiers[..count].ToArray();
    }

    /// <summary>The name around the head: its flat and compound parts that are proper nouns.</summary>
    private void FillName(MentionProfile profile)
    {
        var run = profile.Run;
        if (NameAt(run.Head) is { } name) profile.NameType = (int)name.Type + 1;
        Span<ulong> words = stackalloc ulong[MentionProfile.MostWords];
        Span<char> initials = stackalloc char[MentionProfile.MostWords];
        var (count, letters) = (0, 0);
        for (var token = run.First; token < run.End && count < words.Length; token++)
        {
            var text = TextOf(token);
            if (IsNameWord(token, run.Head)) words[count++] = view.Key(token);
            if (text.Length > 0 && char.IsUpper(text[0]) && letters < initials.Length) initials[letters++] = text[0];
        }

        profile.NameWords = words[..count].ToArray();
        if (letters > 1) profile.Initials = TokenKey.Of(initials[..letters]);
    }

    /// <summary>True for the proper nouns of a head that is one, and for those of a name that a title or description hangs from or stands before.</summary>
    private bool IsNameWord(int token, int head)
    {
        if (view.Upos(token) != Upos.PROPN) return false;
        for (var steps = 0; steps < 3 && token >= 0; steps++, token = view.Head(token))
        {
            if (token == head) return true;
            if (view.Relation(token) is not (Relation.Flat or Relation.Compound or Relation.NmodDesc or Relation.Appos)) break;
        }

        return token >= 0 && token == head;
    }

    private NameSpan? NameAt(int token)
    {
        var (low, high) = (0, _names.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_names[middle].First <= token) low = middle + 1;
            else high = middle;
        }

        return low > 0 && token < _names[low - 1].End ? _names[low - 1] : null;
    }

    private void FillPlace(MentionProfile profile)
    {
        var head = profile.Run.Head;
        var relation = view.Relation(head);
        for (var steps = 0; steps < MostLooked && relation is Relation.Conj or Relation.Appos or Relation.Flat && view.Head(head) >= 0; steps++)
        {
            head = view.Head(head);
            relation = view.Relation(head);
        }

        profile.Role = (ulong)relation + 1;
        profile.IsSubject = relation is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter;
        profile.Governor = view.Head(head);
        if (profile.Governor >= 0) profile.GovernorLemma = view.Lemma(profile.Governor);
    }

    private void FillGender(MentionProfile profile)
    {
        if (profile.Gender != Gender.Unsaid || profile.IsPronoun) return;
        var run = profile.Run;
        if (profile.Form != MentionForm.Name)
        {
            profile.Gender = lexicons.Genders.Find(TextOf(run.Head)) is { } noun ? GenderOf(noun.Field(0)) : Gender.Unsaid;
            return;
        }

        for (var token = run.First; token < run.End && token < run.First + MostLooked; token++)
        {
            if (token != run.Head && view.Head(token) != run.Head) continue;
            var text = TextOf(token);
            if ((lexicons.Genders.Find(text) ?? (view.Upos(token) == Upos.PROPN ? lexicons.GivenNames.Find(text) : null)) is not { } entry) continue;
            var gender = GenderOf(entry.Field(0));
            if (profile.Gender is Gender.Unsaid or Gender.Person) profile.Gender = gender;
            if (gender is Gender.Man or Gender.Woman) return;
        }
    }

    private static Gender GenderOf(string name) => name switch
    {
        "man" => Gender.Man,
        "woman" => Gender.Woman,
        "person" => Gender.Person,
        "thing" => Gender.Thing,
        _ => Gender.Unsaid,
    };
}
