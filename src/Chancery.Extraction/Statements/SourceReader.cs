using System.Collections.Immutable;
using Chancery.Extraction.Mentions;
using Chancery.Text;
using Chancery.Text.Lemmas;
using Chancery.Text.Names;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>Tells who is meant by the words that say who says it, or who is told: a mention, or else the words themselves.</summary>
internal sealed class SourceReader(Document document, SyntaxTree tree, StatementLexicons lexicons)
{
    private const int MostSentences = 3;
    private readonly ImmutableArray<Token> _tokens = document.Tokens;
    private readonly ImmutableArray<Mention> _mentions = document.Mentions;

    /// <summary>Writes the source, given by the head of its nominal; false if nobody can be meant.</summary>
    public bool TakeSource(Attribution attribution, int head)
    {
        if (Read(head) is not { } party) return false;
        (attribution.Source, attribution.SourceWords, attribution.SourceRange) = (party.Mention, party.Words, party.Range);
        return true;
    }

    /// <summary>Writes to whom it is said.</summary>
    public void TakeAddressee(Attribution attribution, int head)
    {
        if (Read(head) is { } party) (attribution.Addressee, attribution.AddresseeWords) = (party.Mention, party.Words);
    }

    /// <summary>The words of a nominal without articles and what is possessed with it.</summary>
    public TokenRange Core(int head)
    {
        var range = tree.NominalCoreOf(head);
        var first = range.First;
        while (first < range.End - 1 && IsLeading(first) && document.TextOf(_tokens[first + 1]) is not "of") first++;
        return new TokenRange(first, BeforePlace(head, first, range.End));
    }

    /// <summary>Where somebody is does not say who he is: "the ministry in Riga", "the nurse beside her"; whose he is, of what, and "close to the premier" do.</summary>
    private int BeforePlace(int head, int first, int end)
    {
        for (var token = head + 1; token < end; token++)
            if (token > first && document.Tags[token].Upos == Upos.ADJ && tree.HeadOf(token) == head) return HoldsComma(token, end) || tree.Yield(token).Count < 2 ? token : end;
            else if (tree.KindOf(token) == DependentKind.Case && document.Tags[token].Upos == Upos.ADP && document.TextOf(_tokens[token]) is not ("of" or "for" or "by") && token > first) return token;
        return end;
    }

    private bool HoldsComma(int first, int end)
    {
        for (var token = first; token < end; token++)
            if (_tokens[token].Kind == TokenKind.Punctuation) return true;
        return false;
    }

    /// <summary>The mention that a token is part of.</summary>
    public Mention? MentionAt(int token) => LayerSearch.Holding(_mentions, _tokens[token].Span.Start);

    private readonly record struct Named(Mention? Mention, Span? Words, TokenRange Range);

    private Named? Read(int head)
    {
        if (tree.AntecedentOf(head) is >= 0 and var antecedent) head = antecedent;
        if (lexicons.Words.NoSource.Contains(_tokens[head].Key)) return null;
        var range = tree.NominalWithAppositionsOf(head);
        if (Joined(head) is { } all) return new Named(null, all.In(document), range.Cover(all));
        var mention = Best(head, range);
        if (lexicons.SpeechNouns[document.Lemmas[head].Key] is not null && NamedIn(range) is { } author) return new Named(author, null, range);
        if (mention is { Form: MentionForm.Pronoun } or { Chain: >= 0 } or { Form: MentionForm.Name }) return new Named(mention, null, range.Cover(mention.Range));
        if (mention is not null && Longer(mention) is { } earlier) return new Named(earlier, null, range);
        if (lexicons.GenericBodies.Contains(_tokens[head].Key) && BodyBefore(head) is { } body) return new Named(body, null, range);
        var core = Core(head);
        if (PersonIn(core) is { } person) return new Named(MentionAt(person.First) is { Form: MentionForm.Name } known && known.Range.First >= core.First ? known : null, person.In(document), range.Cover(core));
        if (mention is not null && mention.Range.Count >= core.Count) return new Named(mention, null, range.Cover(mention.Range));
        return _tokens[head].Kind is TokenKind.Word or TokenKind.Address ? new Named(null, core.In(document), range) : null;
    }

    /// <summary>"The ministry" after "the foreign ministry", "the agency" after a body's name: the last one before that it can stand for, not more than some sentences away.</summary>
    private Mention? Longer(Mention mention)
    {
        if (mention.Range.First == 0 || document.TextOf(_tokens[mention.Range.First - 1]) is not ("the" or "The")) return null;
        var sentence = document.SentenceAt(mention.Span.Start);
        for (var i = LayerSearch.FirstFrom(_mentions, mention.Span.Start) - 1; i >= 0 && sentence - document.SentenceAt(_mentions[i].Span.Start) <= MostSentences; i--)
            if (_mentions[i] is { Form: MentionForm.Description } longer && longer.Name.EndsWith($" {mention.Name}", StringComparison.OrdinalIgnoreCase)) return longer;
        return null;
    }

    /// <summary>"an AFP report", "a report by TASS": whose report it is.</summary>
    private Mention? NamedIn(TokenRange range)
    {
        for (var token = range.First; token < range.End; token++)
            if (LayerSearch.StartingAt(_mentions, _tokens[token].Span.Start) is { Form: MentionForm.Name, Type: "organisation" or "group" or "state" or "person" } named) return named;
        return null;
    }

    /// <summary>The only body named in the sentences before, for "the agency".</summary>
    private Mention? BodyBefore(int head)
    {
        if (head == 0 || document.TextOf(_tokens[head - 1]) is not ("the" or "The")) return null;
        var (sentence, found) = (document.SentenceAt(_tokens[head].Span.Start), (Mention?)null);
        for (var i = LayerSearch.FirstFrom(_mentions, _tokens[head].Span.Start) - 1; i >= 0 && sentence - document.SentenceAt(_mentions[i].Span.Start) <= MostSentences; i--)
        {
            if (_mentions[i] is not { Form: MentionForm.Name, Type: "organisation" or "group", Chain: >= 0 } named) continue;
            if (found is not null && found.Chain != named.Chain) return null;
            found = named;
        }

        return found;
    }

    /// <summary>The person whose name ends a nominal that no mention knows: "hydrologist Fatou Sarr".</summary>
    private TokenRange? PersonIn(TokenRange core)
    {
        var names = document.Names;
        for (var i = LayerSearch.FirstFrom(names, _tokens[core.First].Span.Start); i < names.Length && names[i].First < core.End; i++)
        {
            var name = names[i];
            if (name.Type != NameType.Person || name.First < core.First || name.End != core.End) continue;
            var first = name.First;
            while (first < name.End - 1 && tree.KindOf(first) == DependentKind.Description) first++;
            return new TokenRange(first, name.End);
        }

        return TitledName(core);
    }

    /// <summary>"sexton Paul Kern": two capitalised names or more behind words in small letters.</summary>
    private TokenRange? TitledName(TokenRange core)
    {
        var first = core.End;
        while (first > core.First && document.Tags[first - 1].Upos == Upos.PROPN && _tokens[first - 1].Is(TokenShape.Capital)) first--;
        return first > core.First && core.End - first >= 2 && _tokens[first - 1].Kind == TokenKind.Word && !_tokens[first - 1].Is(TokenShape.Capital) && document.Tags[first - 1].Upos == Upos.NOUN ? new TokenRange(first, core.End) : null;
    }

    /// <summary>The name put beside a description ("the premier, Danuta Wolska"), or what the head itself is part of.</summary>
    private Mention? Best(int head, TokenRange range)
    {
        var own = MentionAt(head);
        if (own is { Form: MentionForm.Pronoun } or { Form: MentionForm.Name, Rule: not "capitals" }) return Owned(own, range);
        // "the plant manager Zofia Mazur": the name stands right behind the description.
        var end = own?.Range.End ?? Core(head).End;
        if (own is null or { Form: MentionForm.Description } or { Rule: "capitals" } && end < _tokens.Length && LayerSearch.StartingAt(_mentions, _tokens[end].Span.Start) is { Form: MentionForm.Name, Type: "person" } next)
            return next;
        foreach (var beside in tree.AppositionsOf(head))
            if (MentionAt(beside) is { Form: MentionForm.Name, Type: "person" or "organisation" or "group" or "state" } name)
                return name;
        return own is { Form: MentionForm.Demonym } ? null : own is { Form: MentionForm.Name } ? Owned(own, range) : own;
    }

    /// <summary>A name within a longer one of a person is not who is meant: "Kyodo's Aiko Mori".</summary>
    private Mention Owned(Mention own, TokenRange range)
    {
        var after = own.Range.End;
        if (after + 1 >= range.End || document.TextOf(_tokens[after]) is not ("'s" or "\u2019s")) return own;
        return MentionAt(after + 1) is { Type: "person" } person ? person : own;
    }

    /// <summary>"Denmark and Norway said": two speak, and neither for the other.</summary>
    private TokenRange? Joined(int head)
    {
        TokenRange? all = null;
        foreach (var conjunct in tree.ConjunctsOf(head))
            if (conjunct != head && !HoldsMark(head, conjunct) && document.Tags[conjunct].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON && conjunct > head && conjunct - head < 12)
                all = (all ?? Core(head)).Cover(Core(conjunct));
        return all;
    }

    private bool HoldsMark(int first, int last)
    {
        for (var token = first; token < last; token++)
            if (_tokens[token].Kind == TokenKind.Quote) return true;
        return false;
    }

    private bool IsLeading(int token) => lexicons.Words.Determiners.Contains(_tokens[token].Key) || (document.Tags[token].Upos == Upos.PRON && tree.KindOf(token) == DependentKind.Possessor);
}
