namespace Chancery.Text.Syntax;

/// <summary>
/// The relations of Universal Dependencies' English, subtypes included (universaldependencies.org/en/dep). The order is part of every
/// parser's model: append only.
/// </summary>
public enum Relation : byte
{
    /// <summary>Clause that modifies a noun: <c>acl</c>.</summary>
    Acl,

    /// <summary>Relative clause: <c>acl:relcl</c>.</summary>
    Relative,

    /// <summary>Adverbial clause: <c>advcl</c>.</summary>
    Advcl,

    /// <summary>Relative clause on a whole clause: <c>advcl:relcl</c>.</summary>
    AdvclRelative,

    /// <summary>Adverbial modifier: <c>advmod</c>.</summary>
    Advmod,

    /// <summary>Adjectival modifier: <c>amod</c>.</summary>
    Amod,

    /// <summary>Apposition: <c>appos</c>.</summary>
    Appos,

    /// <summary>Auxiliary: <c>aux</c>.</summary>
    Aux,

    /// <summary>Auxiliary of the passive: <c>aux:pass</c>.</summary>
    AuxPass,

    /// <summary>Case mark, as a preposition or a possessive mark: <c>case</c>.</summary>
    Case,

    /// <summary>Coordinating conjunction: <c>cc</c>.</summary>
    Cc,

    /// <summary>First part of a paired conjunction ("both"): <c>cc:preconj</c>.</summary>
    CcPreconj,

    /// <summary>Clausal complement with a subject of its own: <c>ccomp</c>.</summary>
    Ccomp,

    /// <summary>Compound: <c>compound</c>.</summary>
    Compound,

    /// <summary>Verb particle: <c>compound:prt</c>.</summary>
    CompoundPrt,

    /// <summary>Conjunct: <c>conj</c>.</summary>
    Conj,

    /// <summary>Copula: <c>cop</c>.</summary>
    Cop,

    /// <summary>Clause as subject: <c>csubj</c>.</summary>
    Csubj,

    /// <summary>Clause as subject of a clause that is itself predicate: <c>csubj:outer</c>.</summary>
    CsubjOuter,

    /// <summary>Clause as subject of a passive: <c>csubj:pass</c>.</summary>
    CsubjPass,

    /// <summary>Some dependency that is not said: <c>dep</c>.</summary>
    Dep,

    /// <summary>Determiner: <c>det</c>.</summary>
    Det,

    /// <summary>Determiner before the determiner ("all the"): <c>det:predet</c>.</summary>
    DetPredet,

    /// <summary>Interjection or filler: <c>discourse</c>.</summary>
    Discourse,

    /// <summary>Fronted or postponed element: <c>dislocated</c>.</summary>
    Dislocated,

    /// <summary>Expletive ("there", "it"): <c>expl</c>.</summary>
    Expl,

    /// <summary>Later word of a fixed expression: <c>fixed</c>.</summary>
    Fixed,

    /// <summary>Later word of a name or a date: <c>flat</c>.</summary>
    Flat,

    /// <summary>Later part of a word written apart by mistake: <c>goeswith</c>.</summary>
    Goeswith,

    /// <summary>Indirect object: <c>iobj</c>.</summary>
    Iobj,

    /// <summary>Item of a list: <c>list</c>.</summary>
    List,

    /// <summary>Word that opens a subordinate clause: <c>mark</c>.</summary>
    Mark,

    /// <summary>Nominal modifier of a noun: <c>nmod</c>.</summary>
    Nmod,

    /// <summary>Title or description before or behind a name: <c>nmod:desc</c>.</summary>
    NmodDesc,

    /// <summary>Possessor: <c>nmod:poss</c>.</summary>
    NmodPoss,

    /// <summary>Nominal modifier without a case mark: <c>nmod:unmarked</c>.</summary>
    NmodUnmarked,

    /// <summary>Subject: <c>nsubj</c>.</summary>
    Nsubj,

    /// <summary>Subject of a clause that is itself predicate: <c>nsubj:outer</c>.</summary>
    NsubjOuter,

    /// <summary>Subject of a passive: <c>nsubj:pass</c>.</summary>
    NsubjPass,

    /// <summary>Number: <c>nummod</c>.</summary>
    Nummod,

    /// <summary>Object: <c>obj</c>.</summary>
    Obj,

    /// <summary>Oblique nominal: <c>obl</c>.</summary>
    Obl,

    /// <summary>Agent of a passive: <c>obl:agent</c>.</summary>
    OblAgent,

    /// <summary>Oblique nominal without a case mark: <c>obl:unmarked</c>.</summary>
    OblUnmarked,

    /// <summary>What is left of a clause without its verb: <c>orphan</c>.</summary>
    Orphan,

    /// <summary>Clause beside a clause: <c>parataxis</c>.</summary>
    Parataxis,

    /// <summary>Punctuation: <c>punct</c>.</summary>
    Punct,

    /// <summary>What a speaker took back: <c>reparandum</c>.</summary>
    Reparandum,

    /// <summary>Head of the sentence: <c>root</c>.</summary>
    Root,

    /// <summary>Who is addressed: <c>vocative</c>.</summary>
    Vocative,

    /// <summary>Clausal complement without a subject of its own: <c>xcomp</c>.</summary>
    Xcomp,
}

/// <summary>The relations' labels as treebanks write them.</summary>
public static class RelationLabels
{
    private static readonly string[] Labels =
    [
        "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp",
        "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse",
        "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked",
        "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct",
        "reparandum", "root", "vocative", "xcomp",
    ];

    /// <summary>How many relations there are.</summary>
    public static int Count => Labels.Length;

    /// <summary>The relation of a label; one without its subtype if only that is known, else <see cref="Relation.Dep"/>.</summary>
    public static Relation Parse(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        var index = Array.IndexOf(Labels, label);
        if (index >= 0) return (Relation)index;
        return label.Contains(':') ? Parse(label[..label.IndexOf(':')]) : Relation.Dep;
    }

    extension(Relation relation)
    {
        /// <summary>The label as treebanks write it, <c>nsubj:pass</c>.</summary>
        public string Label => Labels[(int)relation];
    }
}
