using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Times;

/// <summary>Lays a <see cref="TimeToken"/> beside every token: what each can be in a time expression.</summary>
internal sealed class TimeMarker
{
    private static readonly TimeToken Nothing = new(default, TimeClass.None, null, double.NaN, 1);
    private static readonly HashSet<ulong> Articles = [TokenKey.Of("the"), TokenKey.Of("a"), TokenKey.Of("an"), TokenKey.Of("one"), TokenKey.Of("another")];
    private static readonly ulong Apostrophe = TokenKey.Of("'");
    private readonly Lexicon _words;
    private readonly Dictionary<int, TimeWord> _read;
    private readonly Numerals _numerals;

    public TimeMarker(Lexicon words, Lexicon numbers)
    {
        _words = words;
        _read = words.Entries.ToDictionary(entry => entry.Line, entry => TimeWord.Read(words.Name, entry));
        _numerals = new Numerals(numbers);
    }

    public ImmutableArray<TimeToken> Mark(Document document)
    {
        var (text, tokens) = (document.Text, document.Tokens);
        var marks = new TimeToken[tokens.Length];
        for (var i = 0; i < marks.Length; i++) marks[i] = MarkWord(text, tokens, i);
        for (var i = 0; i < marks.Length; i++)
            if ((marks[i].Classes & (TimeClass.Doubtful | TimeClass.Year)) != 0)
                marks[i] = InCompany(text, tokens, marks, i);
            else if (marks[i].Is(TimeClass.Holiday) && IsInName(tokens, marks, i))
                marks[i] = marks[i] with { Classes = marks[i].Classes & ~TimeClass.Holiday };
        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(marks);
    }

    private TimeToken MarkWord(SourceText text, ImmutableArray<Token> tokens, int i)
    {
        var token = tokens[i];
        var mark = Nothing with { Span = token.Span };
        if (token.Kind == TokenKind.Number)
        {
            var (classes, value) = FigureReader.Read(text.Slice(token.Span));
            return mark with { Classes = classes, Number = value };
        }

        if (Articles.Contains(token.Key)) mark = mark with { Classes = TimeClass.Article };
        if (token.Key == Apostrophe || token.Key == TokenKey.Of("\u2018")) mark = mark with { Classes = TimeClass.Apostrophe };
        var numeral = token.Kind == TokenKind.Word ? _numerals.At(tokens, i, tokens.Length) : default;
        if (numeral.Length > 0)
            return mark with { Classes = mark.Classes | TimeClass.Count | (numeral.IsYear ? TimeClass.Year : 0), Number = numeral.Value, Length = numeral.Length };
        if (_words.Match(text, tokens, i, tokens.Length) is not { } match) return mark;
        var word = _read[match.Entry.Line];
        return mark with { Classes = mark.Classes | Written(token, word.Classes), Word = word, Length = match.Length };
    }

    /// <summary>Months, weekdays and feasts are names: without a capital they are other words.</summary>
    private static TimeClass Written(Token token, TimeClass classes) => token.Is(TokenShape.Capital)
        ? classes
        : classes & ~(TimeClass.Month | TimeClass.Weekday | TimeClass.Weekdays | TimeClass.Holiday);

    /// <summary>"Christmas Island", "Operation Ramadan": a feast beside another name is part of that name.</summary>
    private static bool IsInName(ImmutableArray<Token> tokens, TimeToken[] marks, int i)
    {
        var after = i + marks[i].Length;
        return (i > 0 && marks[i - 1].Is(TimeClass.Label))
            || (after < tokens.Length && tokens[after].Kind == TokenKind.Word && tokens[after].Is(TokenShape.Capital) && marks[after].Classes == TimeClass.None
                && !tokens[after].Is(TokenShape.ParagraphBefore));
    }

    private static TimeToken InCompany(SourceText text, ImmutableArray<Token> tokens, TimeToken[] marks, int i)
    {
        var mark = marks[i];
        var led = i == 0 || tokens[i].Is(TokenShape.ParagraphBefore) || marks[i - 1].Is(TimeClass.Lead);
        var after = i + mark.Length;
        var next = after < marks.Length ? marks[after].Classes : TimeClass.None;
        if (mark.Is(TimeClass.Doubtful))
        {
            var numbered = (next & (TimeClass.Day | TimeClass.Year | TimeClass.OrdinalDay | TimeClass.Month)) != 0
                || (i > 0 && marks[i - 1].Is(TimeClass.Day | TimeClass.OrdinalDay | TimeClass.Weekday));
            var full = text.Slice(tokens[i].Span).Length > 4 || text.Slice(tokens[i].Span) is "May";
            return numbered || (led && i > 0 && full) ? mark : mark with { Classes = mark.Classes & ~(TimeClass.Month | TimeClass.Weekday) };
        }

        return IsBareYear(text, tokens, marks, i, led, after) ? mark with { Classes = mark.Classes | TimeClass.BareYear } : mark;
    }

    private static bool IsBareYear(SourceText text, ImmutableArray<Token> tokens, TimeToken[] marks, int i, bool led, int after)
    {
        if (i > 0 && marks[i - 1].Is(TimeClass.Label)) return false;
        if (after < tokens.Length && marks[after].Is(TimeClass.Thing | TimeClass.Units)) return false;
        if (marks[i].Length > 1) return marks[i].Number >= 1100;
        if (after < tokens.Length && text.Slice(tokens[after].Span) is "%") return false;
        if (after + 1 < tokens.Length && marks[after + 1].Is(TimeClass.Year) && text.Slice(tokens[after].Span) is "-" or "\u2013") return true;
        var likely = marks[i].Number is >= 1900 and < 2100 || (i > 0 && marks[i - 1].Is(TimeClass.Article));
        return led || (likely && !IsCounted(text, tokens, after));
    }

    /// <summary>True if a plural without capital follows, as in "2000 sandbags".</summary>
    private static bool IsCounted(SourceText text, ImmutableArray<Token> tokens, int at)
    {
        if (at >= tokens.Length || tokens[at].Kind != TokenKind.Word || tokens[at].Is(TokenShape.Capital)) return false;
        var form = text.Slice(tokens[at].Span);
        return form.Length > 3 && form[^1] == 's' && form[^2] != 's';
    }
}
