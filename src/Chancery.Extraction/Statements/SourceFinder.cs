using System.Collections.Immutable;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Times;
using Chancery.Text;
using Chancery.Text.Rules;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>Finds who says it: the subject before the cue, or the source after it where the order is turned.</summary>
internal sealed class SourceFinder(Document document, StatementLexicons lexicons, List<RuleMatch> occasions, SyntaxTree tree)
{
    private const int LongestWords = 5;
    private const int LongestClause = 200;
    private const int LongestSubject = 14;
    private readonly FunctionWords _words = lexicons.Words;
    private readonly ImmutableArray<Token> _tokens = document.Tokens;
    private readonly ImmutableArray<Mention> _mentions = document.Mentions;
    private readonly ImmutableArray<Timex> _times = document.Layer<Timex>();

    /// <summary>Index of the first token of the source before the cue; −1 if there is none.</summary>
    /// <param name="attribution">With its cue.</param>
    /// <param name="sentence">The cue's sentence.</param>
    /// <param name="beside">True if only a mention that stands right before the cue will do.</param>
    public int Left(Attribution attribution, Sentence sentence, bool beside)
    {
        var at = SkipBack(attribution, attribution.Cue.First, sentence.First);
        if (at <= sentence.First) return -1;
        if (!IsParticiple(attribution) && EndingAt(at) is { } subject)
            return Both(attribution, subject, sentence) is var both and >= 0 ? both : Take(attribution, subject);
        if (beside) return -1;
        if (Apart(attribution, at, sentence) is var apart and >= 0) return apart;
        var words = BeforeRelative(at, sentence);
        return Subject(attribution, at, sentence) is var first and >= 0 ? first : InWords(attribution, words, sentence);
    }

    /// <summary>
    /// A source that is no mention, as syntax has it: the cue's own subject, from its first word to its last, if it is longer than what the words
    /// alone would give and reaches up to the cue. "the organisers of a telethon say" is said by the organisers, not by the telethon.
    /// </summary>
    private int Subject(Attribution attribution, int at, Sentence sentence)
    {
        var subject = tree.SubjectOf(CueVerb(attribution.Cue));
        if (subject < sentence.First || subject >= at) return -1;
        var nominal = tree.NominalCoreOf(subject);
        if (nominal.End != at || nominal.Count > LongestSubject || nominal.Count < 3 || nominal.First < sentence.First) return -1;
        if (_words.NoSource.Contains(_tokens[subject].Key) || document.Tags[subject].Upos is not (Upos.NOUN or Upos.PROPN)) return -1;
        var first = _words.Determiners.Contains(_tokens[nominal.First].Key) ? nominal.First + 1 : nominal.First;
        return TakeWords(attribution, nominal.First, first, at);
    }

    private int CueVerb(TokenRange cue)
    {
        for (var i = cue.End - 1; i > cue.First; i--)
            if (document.Tags[i].Upos == Upos.VERB) return i;
        return cue.First;
    }

    /// <summary>"Denmark and Norway said": two speak, and neither for the other. Index of the first one's token; −1 if one speaks alone.</summary>
    private int Both(Attribution attribution, Mention second, Sentence sentence)
    {
        var and = second.Range.First - 1;
        if (and >= 0 && _words.Determiners.Contains(_tokens[and].Key)) and--;
        if (and <= sentence.First || document.TextOf(_tokens[and]) is not "and") return -1;
        if (EndingAt(and) is not { Form: MentionForm.Name or MentionForm.Description, Type: not "" } first) return -1;
        if (first.Type == "place" && first.Rule != "capital") return -1;
        if (second.Form == MentionForm.Pronoun || first.Range.First > sentence.First && !BeginsClause(first.Range.First)) return -1;
        attribution.SourceWords = new TokenRange(first.Range.First, second.Range.End).In(document);
        return first.Range.First;
    }

    private bool BeginsClause(int at)
    {
        var before = _words.Determiners.Contains(_tokens[at - 1].Key) ? at - 2 : at - 1;
        return before < 0 || _tokens[before].Kind != TokenKind.Word || _words.ClauseOpeners.Contains(_tokens[before].Key);
    }

    /// <summary>"a pilot, who had stayed, said": the token after the noun, if a relative clause between commas stands before the cue.</summary>
    private int BeforeRelative(int at, Sentence sentence)
    {
        if (_tokens[at - 1].Key != Marks.Comma) return at;
        for (var i = at - 2; i > Math.Max(sentence.First, at - LongestClause); i--)
        {
            if (_tokens[i].Kind == TokenKind.Quote) break;
            if (_words.Relatives.Contains(_tokens[i].Key) && _tokens[i - 1].Key == Marks.Comma) return i - 1;
        }

        return at;
    }

    /// <summary>Index of the token after a source that follows the cue: "said Lavrov", "says a report by TASS"; −1 if there is none.</summary>
    public int Right(Attribution attribution, Sentence sentence)
    {
        var at = attribution.Cue.End;
        if (at < sentence.End && _words.Determiners.Contains(_tokens[at].Key)) at++;
        var limit = Math.Min(sentence.End, at + LongestWords);
        var inReport = false;
        var isAccording = attribution.Rule == "according-to";
        for (; at < limit; at++)
        {
            if (LayerSearch.StartingAt(_mentions, _tokens[at].Span.Start) is { Form: not MentionForm.Demonym } mention && (!inReport ||
                mention.Form == MentionForm.Name))
            {
                var owned = Owned(mention);
                Take(attribution, owned);
                return owned.Range.End;
            }

            var text = document.TextOf(_tokens[at]);
            if (isAccording && IsPlain(at)) continue;
            if (text is "report" or "reports" or "statement" or "dispatch") inReport = true;
            else if (!inReport || !(_words.Prepositions.Contains(_tokens[at].Key) || _words.Determiners.Contains(_tokens[at].Key))) return -1;
        }

        return -1;
    }

    /// <summary>A lower-case word before a name: "according to state news agency Petra".</summary>
    private bool IsPlain(int at) => _tokens[at].Kind == TokenKind.Word && !_tokens[at].Is(TokenShape.Capital) &&
        !_words.Prepositions.Contains(_tokens[at].Key) && !_words.ClauseOpeners.Contains(_tokens[at].Key) &&
            document.TextOf(_tokens[at]) is not ("report" or "reports" or "statement" or "dispatch");

    /// <summary>
    /// As <see cref="Right"/>, where the order is certain: after a closed quotation, or where nothing but an end or an
    /// apposition follows the name ("…, said Lee." but not "Lee, who came late, said Bonn would pay").
    /// </summary>
    public int Inverted(Attribution attribution, Sentence sentence)
    {
        var end = Right(attribution, sentence);
        if (end < 0) return -1;
        var cue = attribution.Cue.First;
        var quoted = _tokens[cue - 1].Kind == TokenKind.Quote || (cue > 1 && _tokens[cue - 1].Key == Marks.Comma && _tokens[cue - 2].Kind == TokenKind.Quote);
        if (quoted || end >= sentence.End || _tokens[end].Kind == TokenKind.Punctuation || _words.Prepositions.Contains(_tokens[end].Key)) return end;
        attribution.Source = null;
        return -1;
    }

    /// <summary>"Borg &amp; Co's analyst Ann Lee": who is owned speaks, not the owner.</summary>
    private Mention Owned(Mention mention)
    {
        var at = mention.Range.End;
        if (at + 1 >= _tokens.Length || document.TextOf(_tokens[at]) is not ("'s" or "\u2019s" or "'" or "\u2019")) return mention;
        return LayerSearch.StartingAt(_mentions, _tokens[at + 1].Span.Start) is { Type: "person" } owned ? owned : mention;
    }

    /// <summary>Goes back over adverbs, times and occasions that stand between subject and cue.</summary>
    private int SkipBack(Attribution attribution, int at, int first)
    {
        while (at > first)
        {
            var end = _tokens[at - 1].Span.End;
            if (LayerSearch.EndingAt(_times, end) is { } time)
            {
                attribution.Time ??= time;
                at = BeforeLinks(TokenFrom(time.Span.Start), first);
            }
            else if (occasions.Find(match => match.Range.End == at) is { } occasion)
            {
                attribution.Occasion ??= occasion.Range.In(document);
                at = occasion.Range.First;
            }
            else if (_tokens[at - 1].Kind == TokenKind.Word && lexicons.CueAdverbs.Contains(document.TextOf(_tokens[at - 1])))
            {
                at--;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>"slammed the neighbours saying": before a bare participle stands an object; the subject is the sentence's.</summary>
    private bool IsParticiple(Attribution attribution) =>
        attribution.Cue.Count == 1 && document.TextOf(_tokens[attribution.Cue.First]).EndsWith("ing", StringComparison.Ordinal);

    private int BeforeLinks(int at, int first)
    {
        while (at > first && _words.TimeLinks.Contains(_tokens[at - 1].Key)) at--;
        return at;
    }

    private int TokenFrom(int position) => document.TokenAt(position);

    private Mention? EndingAt(int at)
    {
        var mention = LayerSearch.EndingAt(_mentions, _tokens[at - 1].Span.End);
        if (mention is null || mention.Form == MentionForm.Demonym && mention.Name == "") return null;
        return IsObject(mention) ? null : mention;
    }

    /// <summary>True if a preposition before the mention makes it no subject: "the people of Kabul said".</summary>
    private bool IsObject(Mention mention)
    {
        var before = mention.Range.First - 1;
        if (before >= 0 && _words.Determiners.Contains(_tokens[before].Key)) before--;
        return before >= 0 && _words.Prepositions.Contains(_tokens[before].Key) && !_tokens[mention.Range.First].Is(TokenShape.LineBefore);
    }

    /// <summary>A subject that a relative clause, an apposition or a first verb stands after: "X, who visited Y, said".</summary>
    private int Apart(Attribution attribution, int at, Sentence sentence)
    {
        var start = ClauseStart(at, sentence);
        for (var i = start; i < at; i++)
        {
            if (LayerSearch.StartingAt(_mentions, _tokens[i].Span.Start) is not { Form: not MentionForm.Demonym } mention || IsObject(mention)) continue;
            if (mention.Type.Length == 0 || (mention.Type == "place" && mention.Rule != "capital")) continue;
            return Bridges(mention.Range.End, at) ? Take(attribution, mention) : -1;
        }

        return -1;
    }

    /// <summary>True if what stands between subject and cue can: a clause with "who", an apposition, or a verb joined by "and".</summary>
    private bool Bridges(int from, int to)
    {
        if (from >= to) return true;
        if (_words.Relatives.Contains(_tokens[from].Key)) return true;
        if (_tokens[from].Key == Marks.Comma) return _tokens[to - 1].Key == Marks.Comma || to - from > 2;
        for (var i = from; i < to; i++)
            if (_words.Relatives.Contains(_tokens[i].Key) || _tokens[i].Kind == TokenKind.Quote)
                return false;
        return _tokens[from].Kind == TokenKind.Word && !_words.ClauseOpeners.Contains(_tokens[from].Key);
    }

    private int ClauseStart(int at, Sentence sentence)
    {
        var start = Math.Max(sentence.First, at - LongestClause);
        for (var i = at - 1; i > start; i--)
            if (_tokens[i].Key == Marks.That || _tokens[i].Kind == TokenKind.Quote)
                return i + 1;
        return start;
    }

    /// <summary>A source that is no mention: "Many", "A local farmer", "the report"; it must fill its clause up to the cue.</summary>
    private int InWords(Attribution attribution, int at, Sentence sentence)
    {
        var start = at;
        while (start > sentence.First && at - start < LongestWords + 1 && _tokens[start - 1].Kind == TokenKind.Word &&
            !_words.ClauseOpeners.Contains(_tokens[start - 1].Key)) start--;
        if (start == at || (start > sentence.First && !_words.ClauseOpeners.Contains(_tokens[start - 1].Key) &&
            _tokens[start - 1].Kind != TokenKind.Quote)) return -1;
        var first = _words.Determiners.Contains(_tokens[start].Key) ? start + 1 : start;
        if (first >= at) return -1;
        for (var i = first; i < at; i++)
            if (_words.Relatives.Contains(_tokens[i].Key))
                return -1;
        if (_words.Partitives.Contains(_tokens[start].Key) && start + 2 < at &&
            document.TextOf(_tokens[start + 1]) is "of") return TakeWords(attribution, start, start, at);
        for (var i = first; i < at; i++)
            if (_words.NoSource.Contains(_tokens[i].Key) && !(i > first && _words.Prepositions.Contains(_tokens[i].Key)))
                return -1;
        return TakeWords(attribution, start, first, at);
    }

    private int TakeWords(Attribution attribution, int start, int first, int end)
    {
        attribution.SourceWords = new TokenRange(first, end).In(document);
        return start;
    }

    private static int Take(Attribution attribution, Mention mention)
    {
        attribution.Source = mention;
        return mention.Range.First;
    }
}
