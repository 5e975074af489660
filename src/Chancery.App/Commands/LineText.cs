using Chancery.Record;
using Chancery.Record.Briefs;
using Chancery.Record.Findings;
using NodaTime;
using NodaTime.Text;

namespace Chancery.App.Commands;

/// <summary>A line of the record in one sentence for a person.</summary>
internal static class LineText
{
    public static string Of(Finding finding, Report? report, BriefOptions options, bool withDay = true) => finding is Entity entity
        ? Of(entity, options)
        : BriefComposer.Sentence(finding, report, options, withDay);

    /// <summary>One day or the first and the last.</summary>
    public static string Days(LocalDate from, LocalDate to) => from == to
        ? LocalDatePattern.Iso.Format(from)
        : $"{LocalDatePattern.Iso.Format(from)} to {LocalDatePattern.Iso.Format(to)}";

    private static string Of(Entity entity, BriefOptions options)
    {
        var country = entity.Country is { } code ? $", {options.Countries.GetValueOrDefault(code, code)}" : "";
        var roles = entity.Roles.IsEmpty ? "" : $": {string.Join("; ", entity.Roles.Select(role => Of(role, entity, options)).Distinct(StringComparer.Ordinal))}";
        var names = entity.Names.Where(name => name != entity.Name).ToList();
        var also = names.Count == 0 ? "" : $" (also {string.Join(", ", names)})";
        return $"{entity.Name} ({entity.Type}{country}){roles}{also}";
    }

    /// <summary>The role, whose it is if not the country's already named, and the days for which it was reported.</summary>
    private static string Of(RoleHeld role, Entity entity, BriefOptions options)
    {
        var country = role.Country is { } code && code != entity.Country ? $" of {options.Countries.GetValueOrDefault(code, code)}" : "";
        var days = role is { From: { } from, To: { } to } ? $" ({Days(from, to)})" : "";
        return $"{role.Title}{country}{days}";
    }
}
