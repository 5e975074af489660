using Chancery.Text.Nets;
using Chancery.Text.Syntax;

namespace Chancery.Text.Factuality;

/// <summary>
/// Gives predicates a value for how far their sentence says that they happened or hold: -3 certainly not (or not yet), 3 certainly. It is the mean of what readers would say who see the
/// sentence alone; it does not tell what was denied from what is only planned. Needs tokens, tags, dependencies, lemmas and the language net's numbers. Safe to share.
/// </summary>
/// <remarks>Scale: Stanovsky and others 2017; what people marked: White and others 2016, Rudinger, White and Van Durme 2018 (UDS-IH2).</remarks>
public sealed class FactualityScorer
{
    private const float Most = 3;

    private readonly FactualityModel _model;

    /// <summary>A scorer over a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="language">The hash of the language model whose numbers it will read.</param>
    /// <exception cref="ArgumentException">The model was taught on another language model.</exception>
    public FactualityScorer(FactualityModel model, string language)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Language != language) throw new ArgumentException("The model of factuality was taught on another language model.", nameof(model));
        _model = model;
    }

    /// <summary>The values of these predicates, -3 to 3, in their order.</summary>
    /// <param name="tree">The trees of a document.</param>
    /// <param name="predicates">Tokens: verbs, or nouns and adjectives that stand for a happening or state.</param>
    public double[] Score(SyntaxTree tree, IReadOnlyList<int> predicates)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(predicates);
        var values = new double[predicates.Count];
        if (predicates.Count == 0) return values;
        var tape = _model.Rent();
        Read(tree, predicates, tape);
        foreach (var net in _model.Nets)
        {
            net.Forward(tape);
            for (var i = 0; i < values.Length; i++) values[i] += Most * tape.Outputs[i][0] / _model.Nets.Length;
        }

        _model.Return(tape);
        return Array.ConvertAll(values, value => Math.Clamp(value, -Most, Most));
    }

    private void Read(SyntaxTree tree, IReadOnlyList<int> predicates, FactualityTape tape)
    {
        tape.Predicates.Clear();
        tape.Beside.Resize(predicates.Count);
        var (encoding, rows) = (tree.Document.Layer<Encoding>()[0], new PredicateRows(tree, _model.Nets[0].Shape.TableBits));
        Span<int> room = stackalloc int[PredicateRows.Most];
        for (var i = 0; i < predicates.Count; i++)
        {
            tape.Predicates.Add(room[..rows.Of(predicates[i], room)]);
            FactualityInputs.Write(tree, encoding, predicates[i], tape.Beside[i]);
        }

        tape.Predicates.EndSentence();
    }
}
