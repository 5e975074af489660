using Chancery.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Chancery.Tests.Laws;

/// <summary>How laws are checked: many cases from one fixed seed, so that a failure comes back when the test is run again.</summary>
internal static class Law
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20210815, 1);

    /// <summary>Spans of up to 40 code units that begin in the first 60.</summary>
    public static Gen<Span> Spans { get; } =
        from start in Gen.Choose(0, 60)
        from length in Gen.Choose(0, 40)
        select new Span(start, start + length);

    /// <summary>Texts made of words, signs, breaks, letters of several scripts and unpaired surrogates.</summary>
    public static Gen<string> Texts { get; } =
        from pieces in Gen.ListOf(Gen.Elements(
            "He", " said", " no", ".", "!", "?", " ", "\n", "\n\n", "\r\n", "\t", "\"", "\u201C", "\u201D", "'", "\u2019s", "n't",
            "Dr.", "U.S.", "a.m.", "3,000", "2021-08-16", "18:40", "$", "%", "-", "\u2013", "...", "(", ")", "@who", "#tag",
            "https://a.example/b?c=d", "x@y.org", "\u041A\u0430\u0431\u0443\u043B", "\u0643\u0627\u0628\u0644", "\uD83D\uDE00", "\uD83D", "\uDE00",
            "\u0000", "\u200B", "\uFEFF", "\u00AD", "e\u0301", "\u2026", "7", "1st", "cannot", "\u3002", "&", "_", "*", "\u2022"))
        select string.Concat(pieces);

    public static void Holds<T>(Gen<T> cases, Func<T, bool> law) =>
        Check.One(Fixed, Prop.ForAll(cases.ToArbitrary(), law));
}
