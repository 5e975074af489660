namespace Chancery.Text.Nets;

/// <summary>
/// What the language net thinks of a word in its sentence, as a row of numbers, for other models of the same document. The numbers mean nothing by themselves, and nothing
/// outside the language model that made them: a model learnt on them must say which that was.
/// </summary>
public static class WordStates
{
    extension(Document document)
    {
        /// <summary>How many numbers a word has; 0 where no language net read the document.</summary>
        public int StateWidth
        {
            get
            {
                ArgumentNullException.ThrowIfNull(document);
                return document.Layer<Encoding>() is [var encoding, ..] ? encoding.Columns : 0;
            }
        }

        /// <summary>Writes the numbers of a word.</summary>
        /// <param name="token">The word's index.</param>
        /// <param name="numbers">Room for <c>StateWidth</c> numbers.</param>
        /// <exception cref="ArgumentException">No language net read the document, or the room is of another size.</exception>
        public void ReadState(int token, Span<float> numbers)
        {
            ArgumentNullException.ThrowIfNull(document);
            if (document.Layer<Encoding>() is not [var encoding, ..] || encoding.Columns != numbers.Length) throw new ArgumentException("There are no such numbers.", nameof(numbers));
            encoding.Read(token, numbers);
        }
    }
}
