using System.Collections.Immutable;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Text.Syntax;

/// <summary>
/// The trees of a document, made ready for questions: who depends on a token, what stands under it. What the relations mean is asked in
/// <see cref="Clauses"/>, <see cref="VerbGroups"/> and <see cref="Nominals"/>. Tokens are given by their index in the document, and <see cref="None"/> stands where there is none.
/// Built once for a document in time and room that grow with its tokens; immutable, safe to share.
/// </summary>
/// <remarks>Source of all meanings: the guidelines of Universal Dependencies, version 2 (universaldependencies.org/u/dep, /en/dep).</remarks>
public sealed class SyntaxTree
{
    /// <summary>No token.</summary>
    public const int None = -1;

    private readonly ImmutableArray<Token> _tokens;
    private readonly ImmutableArray<Tag> _tags;
    private readonly ImmutableArray<Dependency> _dependencies;
    private readonly int[] _firstChildren;
    private readonly int[] _nextSiblings;
    private readonly TokenRange[] _yields;
    private readonly int[] _sizes;

    /// <summary>The trees of a document with the layers of tokens, tags and dependencies; where no parser ran every token stands alone.</summary>
    /// <exception cref="ArgumentException">There are tags or dependencies, but not one for each token.</exception>
    public SyntaxTree(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        (_tokens, _tags, _dependencies) = (document.Tokens, document.Tags, document.Dependencies);
        if (_tags.Length != 0 && _tags.Length != _tokens.Length) throw new ArgumentException("There is not one tag for each token.", nameof(document));
        if (_dependencies.Length != 0 && _dependencies.Length != _tokens.Length) throw new ArgumentException("There is not one dependency for each token.", nameof(document));
        Document = document;
        (_firstChildren, _nextSiblings) = (new int[_tokens.Length], new int[_tokens.Length]);
        (_yields, _sizes) = (new TokenRange[_tokens.Length], new int[_tokens.Length]);
        LinkChildren();
        GatherYields();
    }

    /// <summary>The document.</summary>
    public Document Document { get; }

    /// <summary>How many tokens there are.</summary>
    public int Count => _tokens.Length;

    /// <summary>The token on which a token depends, or <see cref="None"/> for a root.</summary>
    public int HeadOf(int token) => _dependencies.IsEmpty ? None : _dependencies[token].Head;

    /// <summary>The relation of a token to its head.</summary>
    public Relation RelationOf(int token) => _dependencies.IsEmpty ? Relation.Root : _dependencies[token].Relation;

    /// <summary>True if nothing in its sentence stands above it.</summary>
    public bool IsRoot(int token) => HeadOf(token) == None;

    /// <summary>The root among these tokens, as those of a sentence; the first if there are several, <see cref="None"/> if there is none.</summary>
    public int RootOf(TokenRange tokens)
    {
        for (var i = tokens.First; i < tokens.End; i++)
            if (IsRoot(i))
                return i;
        return None;
    }

    /// <summary>The tokens that depend on it, in the order of the text.</summary>
    public TokensUnder Children(int token) => new(this, token, RelationSet.All);

    /// <summary>The first token that depends on it by one relation, or <see cref="None"/>.</summary>
    public int Child(int token, Relation relation) => Child(token, RelationSet.Of(relation));

    /// <summary>
    /// From the first to behind the last token of all that stands under a token, itself included. Where the tree is not projective other
    /// tokens may stand between: see <see cref="IsUnbroken"/>.
    /// </summary>
    public TokenRange Yield(int token) => _yields[token];

    /// <summary>True if every token of <see cref="Yield"/> stands under the token.</summary>
    public bool IsUnbroken(int token) => _yields[token].Count == _sizes[token];

    /// <summary>True if a token is another or stands under it, at any depth.</summary>
    public bool IsUnder(int token, int other)
    {
        for (var steps = 0; token != None && steps <= Count; steps++)
        {
            if (token == other) return true;
            if (!_yields[other].Contains(token)) return false;
            token = HeadOf(token);
        }

        return false;
    }

    /// <summary>The Penn tag of a token; one that says nothing where no tagger ran.</summary>
    internal PennTag PennOf(int token) => _tags.IsEmpty ? default : _tags[token].Penn;

    internal Upos UposOf(int token) => _tags.IsEmpty ? default : _tags[token].Upos;

    internal bool Has(int token, string feature, string value) => !_tags.IsEmpty && _tags[token].Features.Has(feature, value);

    internal ulong KeyOf(int token) => _tokens[token].Key;

    internal int FirstChild(int token) => _firstChildren[token];

    internal int NextSibling(int token) => _nextSiblings[token];

    internal TokensUnder Children(int token, RelationSet relations) => new(this, token, relations);

    internal int Child(int token, RelationSet relations)
    {
        foreach (var child in Children(token, relations)) return child;
        return None;
    }

    private void LinkChildren()
    {
        Array.Fill(_firstChildren, None);
        Array.Fill(_nextSiblings, None);
        for (var i = Count - 1; i >= 0; i--)
        {
            if (HeadOf(i) is not (>= 0 and var head) || head >= Count || head == i) continue;
            _nextSiblings[i] = _firstChildren[head];
            _firstChildren[head] = i;
        }
    }

    /// <summary>From the leaves up, each token once. What hangs on a circle, which no parser of ours makes, keeps its own place.</summary>
    private void GatherYields()
    {
        var waiting = new int[Count];
        for (var i = 0; i < Count; i++)
        {
            (_yields[i], _sizes[i]) = (new TokenRange(i, i + 1), 1);
            if (HeadOf(i) is >= 0 and var head && head < Count) waiting[head]++;
        }

        for (var i = 0; i < Count; i++)
            for (var at = i; at != None && at < Count && waiting[at] == 0; at = GiveUp(at)) waiting[at] = -1;

        int GiveUp(int token)
        {
            var head = HeadOf(token);
            if (head < 0 || head >= Count) return None;
            _yields[head] = _yields[head].Cover(_yields[token]);
            _sizes[head] += _sizes[token];
            waiting[head]--;
            return head;
        }
    }
}
