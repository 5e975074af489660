using Chancery.Text.Syntax;

namespace Chancery.Extraction.Events;

/// <summary>
/// Joins what stands in one sentence for one happening, and leaves out what only says what is agreed, asked, refused, threatened or alleged: that is the content of the event
/// above it.
/// </summary>
internal sealed class HappeningFolder(EventText text, Dictionary<int, Happening> happenings)
{
    private const int Farthest = 6;
    private static readonly string[] Saying = ["AGREE", "REQUEST", "REJECT", "THREATEN"];
    private static readonly string[] Material = ["ASSAULT", "COERCE", "SANCTION"];
    private readonly SyntaxTree _tree = text.Tree;

    /// <summary>What is left, by token.</summary>
    public IEnumerable<Happening> Fold()
    {
        foreach (var token in happenings.Keys.Order().ToList())
            if (GovernorOf(token) is { } found && happenings.TryGetValue(found.Token, out var above) && above != happenings[token])
                Join(token, above, found.Link);
        return happenings.OrderBy(pair => pair.Key).Select(pair => pair.Value).Distinct();
    }

    private void Join(int token, Happening above, DependentKind link)
    {
        var under = happenings[token];
        if (IsSame(under, above, link) || IsAim(under, above, link)) Merge(token, above);
        else if (IsContent(under, above, link)) Drop(token, above);
    }

    private void Merge(int token, Happening above)
    {
        above.Take(happenings[token]);
        foreach (var (key, value) in happenings.ToList())
            if (value == happenings[token] && key != token) happenings[key] = above;
        happenings[token] = above;
    }

    private void Drop(int token, Happening above)
    {
        if (above is { Type: "AGREE", Trigger.IsVerb: true } && Material.Contains(happenings[token].Type) && above.Status != "denied") above.Type = "THREATEN";
        above.Time ??= happenings[token].Time;
        if (above.Recipients.Count == 0 && Saying.Contains(above.Type)) above.Recipients.AddRange(happenings[token].Recipients.Where(party => !above.Actors.Exists(actor => Happening.Names(actor, party))));
        happenings.Remove(token);
    }

    /// <summary>True if both tell one happening: "launched an attack", "attacked and killed", "was killed in a raid", "met to discuss".</summary>
    private bool IsSame(Happening under, Happening above, DependentKind link) => under.Type == above.Type && link switch
    {
        DependentKind.Conjunct => _tree.SubjectOf(under.Trigger.Token) < 0,
        DependentKind.RelativeClause or DependentKind.Complement => false,
        _ => !IsTime(under.Trigger.Token),
    };

    /// <summary>"went on strike to demand that he resign": against whom a protest is, its aim says.</summary>
    private static bool IsAim(Happening under, Happening above, DependentKind link) =>
        above.Type == "PROTEST" && under.Type is "REQUEST" or "ACCUSE" && link is DependentKind.AdverbialClause or DependentKind.NounClause or DependentKind.OpenComplement;

    /// <summary>"killed him after the attack": another one.</summary>
    private bool IsTime(int token) => text.HasCase(token, "after") || text.HasCase(token, "before") || text.HasCase(token, "since") || text.HasCase(token, "following") ||
        text.Is(_tree.MarkOf(token), "after") || text.Is(_tree.MarkOf(token), "before");

    private bool IsContent(Happening under, Happening above, DependentKind link)
    {
        if (link is DependentKind.RelativeClause or DependentKind.Conjunct) return false;
        if (link == DependentKind.AdverbialClause && text.IsInfinitive(under.Trigger.Token)) return true;
        if (Saying.Contains(above.Type)) return link != DependentKind.AdverbialClause && !IsTime(under.Trigger.Token);
        if (above.Type == "ACCUSE") return under.Trigger.IsVerb && link != DependentKind.AdverbialClause || IsOfAccusing(under);
        return link == DependentKind.DirectObject && !under.Trigger.IsVerb;
    }

    /// <summary>"accused them of attacking": alleged and not told.</summary>
    private bool IsOfAccusing(Happening under) => text.Is(_tree.MarkOf(under.Trigger.Token), "of") || text.Is(_tree.MarkOf(under.Trigger.Token), "for") || (under.Actors.Count == 0 || under.Recipients.Count == 0);

    /// <summary>The nearest trigger above, and what the way to it hangs on it by.</summary>
    private (int Token, DependentKind Link)? GovernorOf(int token)
    {
        for (var (at, steps) = (token, 0); steps < Farthest; steps++)
        {
            var link = _tree.KindOf(at);
            var above = _tree.HeadOf(at);
            if (above < 0 || !IsWay(link, above)) return null;
            if (ObjectUnder(above, token) is >= 0 and var thing) return (thing, link);
            if (happenings.ContainsKey(above)) return (above, link == DependentKind.Subject ? DependentKind.DirectObject : link);
            at = above;
        }

        return null;
    }

    /// <summary>What a light verb does: "began a hunger strike to demand" demands by the strike.</summary>
    private int ObjectUnder(int verb, int token)
    {
        if (happenings.ContainsKey(verb) || !text.Lexicons.IsLight(text.LemmaOf(verb))) return SyntaxTree.None;
        foreach (var child in _tree.Children(verb))
            if (child != token && _tree.KindOf(child) == DependentKind.DirectObject && happenings.ContainsKey(child) && !_tree.IsUnder(token, child))
                return child;
        return SyntaxTree.None;
    }

    private bool IsWay(DependentKind link, int above) => link switch
    {
        DependentKind.OpenComplement or DependentKind.Complement or DependentKind.DirectObject or DependentKind.IndirectObject or DependentKind.Oblique => true,
        DependentKind.NounModifier or DependentKind.NounClause or DependentKind.AdverbialClause or DependentKind.Conjunct => true,
        DependentKind.Subject => text.IsPassive(above) || happenings.ContainsKey(above),
        _ => false,
    };
}
