using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Rules;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Mentions;

/// <summary>How a mention names what it stands for.</summary>
internal enum MentionForm
{
    /// <summary>By a name: "Kabulov", "NATO", "Afghanistan", "Kabul".</summary>
    Name,

    /// <summary>By an adjective or people of a state: "Afghan", "Russians".</summary>
    Demonym,

    /// <summary>By what it is: "the envoy", "the Chinese foreign ministry", "officials".</summary>
    Description,

    /// <summary>By a pronoun: "he", "they".</summary>
    Pronoun,
}

/// <summary>
/// Words that stand for a person, state, body, group or place. Mentions of one report with the same
/// <see cref="Chain"/> stand for the same thing. Not a line of the record: entities are made from them.
/// </summary>
/// <param name="Range">Its tokens; an office before a name belongs to it, an article does not.</param>
/// <param name="Span">The same in UTF-16 code units.</param>
/// <param name="Form">How it names.</param>
/// <param name="Type">person, state, organisation, group, office or place, as in an entity.</param>
/// <param name="Name">The name alone, or the description without its article.</param>
/// <param name="Country">ISO 3166-1 alpha-3, if these words say so.</param>
/// <param name="Sector">PLOVER sector, if these words say so.</param>
/// <param name="Role">The office in the report's words, if one stands with it.</param>
/// <param name="Isa">Wider words that may stand for the role: "diplomat" for an ambassador.</param>
/// <param name="Chain">Number of the thing it stands for; −1 if nobody knows.</param>
/// <param name="Rule">Which part of the annotator found it.</param>
internal sealed record Mention(
    TokenRange Range,
    Span Span,
    MentionForm Form,
    string Type,
    string Name,
    string? Country = null,
    string? Sector = null,
    string? Role = null,
    string Isa = "",
    int Chain = -1,
    string Rule = "") : IAnnotation;

/// <summary>The mention layer's short name.</summary>
internal static class MentionLayer
{
    extension(Document document)
    {
        /// <summary>The mentions in order; none overlaps another.</summary>
        public ImmutableArray<Mention> Mentions => document.Layer<Mention>();
    }
}
