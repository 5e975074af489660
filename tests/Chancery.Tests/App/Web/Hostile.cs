namespace Chancery.Tests.App.Web;

/// <summary>Reports that try to act in the browser instead of being read.</summary>
internal static class Hostile
{
    /// <summary>Markup in every field of the head and in quotations, and marks that turn the direction of writing.</summary>
    public const string Text = """
        <script>window.hacked = 1</script> Envoy "quotes" & <img src=x onerror=window.hacked=2>

        By "><svg onload=window.hacked=3>
        16 August 2021

        The envoy Ilan Marek said on Monday that <script>window.hacked = 4</script> the embassy would \u202Eylno krow\u202C at night. "We stay <b onmouseover=window.hacked=5>here</b> for now," he said.

        There are around 100 people in the <iframe src="https://elsewhere.example/"></iframe> embassy, Marek added. {{constructor.constructor('window.hacked=6')()}}
        """;

    public static byte[] Bytes => ServedDesk.File8(Text.Replace("\\u202E", "\u202E", StringComparison.Ordinal).Replace("\\u202C", "\u202C", StringComparison.Ordinal));
}
