using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Rules;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Mentions;

/// <summary>Joins an office and a name that a comma parts: "the envoy, Ann Lee," and "Ann Lee, the Danish envoy,".</summary>
internal sealed class Appositions(Document document, FunctionWords words)
{
    private static readonly ulong Comma = TokenKey.Of(",");
    private static readonly ulong And = TokenKey.Of("and");
    private readonly ImmutableArray<Token> _tokens = document.Tokens;

    public List<Mention> Join(List<Mention> mentions)
    {
        var joined = new List<Mention>(mentions.Count);
        foreach (var mention in mentions)
        {
            if (joined.Count == 0 || Joined(joined[^1], mention) is not { } one)
            {
                joined.Add(mention);
                continue;
            }

            joined[^1] = one;
            TakeFirstOffice(joined);
        }

        return joined;
    }

    /// <summary>"the leader and noted scholar, Ann Lee": of two offices joined by "and" the first is the one that counts.</summary>
    private void TakeFirstOffice(List<Mention> joined)
    {
        if (joined.Count < 2) return;
        var person = joined[^1];
        var first = joined.FindLastIndex(joined.Count - 2, IsOffice);
        if (first < 0 || joined[first].Range.End is var and && (person.Range.First - and > 4 || person.Range.First <= and || _tokens[and].Key != And)) return;
        for (var i = and; i < person.Range.First; i++)
            if (_tokens[i].Kind != TokenKind.Word)
                return;
        joined.RemoveRange(first + 1, joined.Count - first - 1);
        joined[first] = Make(person, joined[first], joined[first], person);
    }

    private Mention? Joined(Mention first, Mention second)
    {
        if (!IsBesideComma(first.Range.End, second.Range.First)) return null;
        if (IsOffice(first) && IsName(second) && IsClosed(second.Range.End)) return Make(second, first, first, second);
        return IsName(first) && IsOffice(second) && first.Role is null ? Make(first, second, first, second) : null;
    }

    private bool IsBesideComma(int end, int next) =>
        end < next && _tokens[end].Key == Comma && (next == end + 1 || (next == end + 2 && words.Determiners.Contains(_tokens[end + 1].Key)));

    private static bool IsOffice(Mention mention) => mention is { Form: MentionForm.Description, Type: "person", Role: not null };

    private static bool IsName(Mention mention) => mention is { Form: MentionForm.Name, Type: "person" or "" } &&
        mention.Name.Contains(' ', StringComparison.Ordinal);

    /// <summary>After the office the name must be closed in by a comma or a verb, or it is one of a list.</summary>
    private bool IsClosed(int end) => end < _tokens.Length && (_tokens[end].Key == Comma || _tokens[end].Kind == TokenKind.Word);

    private Mention Make(Mention name, Mention office, Mention first, Mention second)
    {
        var range = new TokenRange(first.Range.First, second.Range.End);
        return name with
        {
            Range = range,
            Span = range.In(document),
            Type = "person",
            Role = office.Role,
            Country = name.Country ?? office.Country,
            Sector = name.Sector ?? office.Sector,
            Isa = office.Isa,
            Rule = "apposition",
        };
    }
}
