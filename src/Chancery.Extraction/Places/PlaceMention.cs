using Chancery.Record;
using Chancery.Text;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Places;

/// <summary>
/// The name of a place where it stands in a report, and which place is meant. Not where something happened: that is for an event to
/// say. Where nobody knows which place it is, the name stands here all the same.
/// </summary>
/// <param name="Range">Its tokens.</param>
/// <param name="Span">The same in UTF-16 code units.</param>
/// <param name="Name">The words as written.</param>
/// <param name="Use">What the name does there.</param>
/// <param name="Place">Which place is meant, never finer than the words; <see langword="null"/> if that is not known.</param>
/// <param name="Kind">What that place is; of no meaning without one.</param>
/// <param name="Certainty">0–1: how likely it is the right one; 0 without one.</param>
/// <param name="Alpha2">ISO 3166-1 alpha-2 of its state, empty if it lies in none or is not known.</param>
/// <param name="Division">GeoNames' code of its first-level division within the state, empty if not known.</param>
public sealed record PlaceMention(
    TokenRange Range, Span Span, string Name, PlaceUse Use, Place? Place = null, PlaceKind Kind = PlaceKind.Town, double Certainty = 0, string Alpha2 = "",
    string Division = "") : IAnnotation;
