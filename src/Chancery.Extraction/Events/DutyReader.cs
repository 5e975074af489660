using Chancery.Text.Syntax;
using Chancery.Text.Tags;

namespace Chancery.Extraction.Events;

/// <summary>
/// "The envoy said the rebels must leave": who says that another must do something asks it of him. The duty is what is asked and no event of its own.
/// </summary>
internal sealed class DutyReader(EventText text, EventPredicate request)
{
    private readonly SyntaxTree _tree = text.Tree;

    /// <summary>The verb of saying as a request, if the clause that it reports says what another must do; else <see langword="null"/>.</summary>
    public Trigger? At(int verb)
    {
        if (text.UposOf(verb) != Upos.VERB || !text.Lexicons.IsSaying(text.LemmaOf(verb)) || _tree.ComplementOf(verb) is not (>= 0 and var clause)) return null;
        return _tree.ModalityOf(clause) is Modality.Must or Modality.HaveTo && !text.IsPassive(clause) && !IsOwn(verb, clause) ? new Trigger(verb, request, "REQUEST") : null;
    }

    /// <summary>"said he must leave": his own duty is no request.</summary>
    private bool IsOwn(int verb, int clause) =>
        _tree.SubjectOf(clause) is not (>= 0 and var subject) || text.UposOf(subject) == Upos.PRON || _tree.SubjectOf(verb) < 0;
}
