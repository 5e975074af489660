using Chancery.Extraction.Mentions;
using Chancery.Extraction.Times;
using Chancery.Text;
using Chancery.Text.Rules;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>Source, cue and content found around one cue, before anybody says who the source is.</summary>
internal sealed class Attribution
{
    /// <summary>The tokens of the cue.</summary>
    public required TokenRange Cue { get; init; }

    /// <summary>What belongs to the cue and stands apart from it: "as saying" of "was quoted by X as saying"; empty if nothing does.</summary>
    public TokenRange CueRest { get; init; }

    /// <summary>The token that carries the cue's meaning: a verb, a noun, an adverb.</summary>
    public int CueHead { get; init; } = -1;

    /// <summary>All words that say who says it, relative clauses and appositions too; empty if nobody does.</summary>
    public TokenRange SourceRange { get; set; }

    /// <summary>True if it denies or takes back what its source said before.</summary>
    public bool Unsays { get; init; }

    /// <summary>True if it only passes on what another one says, whose voice it is.</summary>
    public bool IsRelay { get; set; }

    /// <summary>The rule that found the cue and the way in which its content was found.</summary>
    public required string Rule { get; set; }

    /// <summary>Index of the sentence that holds the cue.</summary>
    public required int Sentence { get; init; }

    /// <summary>Who says it, if it is a mention.</summary>
    public Mention? Source { get; set; }

    /// <summary>Who says it, in the report's words, if it is none.</summary>
    public Span? SourceWords { get; set; }

    /// <summary>To whom.</summary>
    public Mention? Addressee { get; set; }

    /// <summary>To whom, in the report's words, if it is no mention.</summary>
    public Span? AddresseeWords { get; set; }

    /// <summary>Interview, conference, post, in the report's words.</summary>
    public Span? Occasion { get; set; }

    /// <summary>The time that stands with the cue.</summary>
    public Timex? Time { get; set; }

    /// <summary>What is said, piece by piece, as runs of tokens.</summary>
    public List<TokenRange> Content { get; } = [];

    /// <summary>True if the words are the speaker's own although no marks say so.</summary>
    public bool IsUnmarkedDirect { get; set; }

    /// <summary>The attribution inside whose content this one stands.</summary>
    public Attribution? Outer { get; set; }

    /// <summary>True if this token is part of what is said.</summary>
    public bool Says(int token) => Content.Exists(piece => piece.First <= token && token < piece.End);

    public bool HasSource => Source is not null || SourceWords is not null;
}
