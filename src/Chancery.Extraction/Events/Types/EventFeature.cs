namespace Chancery.Extraction.Events.Types;

/// <summary>The kinds of feature of an event; their numbers are part of every model: append only.</summary>
internal enum EventFeature
{
    Word, WordPair, Between, BetweenPair, After, Before, Letters,
    Outer, OuterVoice, OuterObject, OuterOblique, OuterModality, OuterNegation, OuterParticle,
    Inner, InnerVoice, InnerObject, InnerOblique, InnerModality, InnerNegation, InnerParticle,
    Pair, SourceKind, TargetKind, TargetCase, PathWord, PathChain, TargetPath, Nominal, ObjectModifier, ObjectNoun,
    Listed, ListedModality, ListedOuter, SourceWord, TargetWord, NoTarget, Quantity, Triple, NeighbourPair, Near,
}
