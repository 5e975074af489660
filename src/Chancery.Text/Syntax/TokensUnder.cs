namespace Chancery.Text.Syntax;

/// <summary>
/// Tokens that depend on one token, in the order of the text, those of certain relations alone or all; for <c>foreach</c>. Allocates
/// nothing.
/// </summary>
public readonly struct TokensUnder
{
    private readonly SyntaxTree _tree;
    private readonly int _token;
    private readonly RelationSet _relations;
    private readonly bool _isSelfFirst;

    internal TokensUnder(SyntaxTree tree, int token, RelationSet relations, bool isSelfFirst = false)
    {
        _tree = tree;
        _token = token;
        _relations = relations;
        _isSelfFirst = isSelfFirst;
    }

    /// <summary>Walks them.</summary>
    public Walk GetEnumerator() => new(_tree, _token, _relations, _isSelfFirst);

    /// <summary>They as an array. Allocates.</summary>
    public int[] ToArray()
    {
        var tokens = new List<int>();
        foreach (var token in this) tokens.Add(token);
        return [.. tokens];
    }

    /// <summary>The way through <see cref="TokensUnder"/>.</summary>
    public struct Walk
    {
        private readonly SyntaxTree _tree;
        private readonly RelationSet _relations;
        private int _next;
        private bool _isSelfNext;

        internal Walk(SyntaxTree tree, int token, RelationSet relations, bool isSelfFirst)
        {
            _tree = tree;
            _relations = relations;
            _isSelfNext = isSelfFirst;
            _next = isSelfFirst ? token : tree.FirstChild(token);
            Current = SyntaxTree.None;
        }

        /// <summary>The token's index.</summary>
        public int Current { get; private set; }

        /// <summary>Goes on to the next; false if there is none.</summary>
        public bool MoveNext()
        {
            if (_isSelfNext)
            {
                (_isSelfNext, Current) = (false, _next);
                _next = _tree.FirstChild(Current);
                return true;
            }

            while (_next != SyntaxTree.None)
            {
                Current = _next;
                _next = _tree.NextSibling(Current);
                if (_relations.Has(_tree.RelationOf(Current))) return true;
            }

            return false;
        }
    }
}
