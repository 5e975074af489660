using Chancery.Text.Tokens;

namespace Chancery.Extraction.Places;

/// <summary>A name that may be a place's, before anybody knows which.</summary>
/// <param name="Range">Its tokens.</param>
/// <param name="Use">What it does there.</param>
/// <param name="IsSure">False if only its sound speaks for it, and it counts only where a place of that name is known.</param>
internal readonly record struct PlaceName(TokenRange Range, PlaceUse Use, bool IsSure = true);
