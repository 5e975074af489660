using Chancery.Extraction.Intake;

namespace Chancery.Tests.Extraction.Intake;

public class LanguagesTests
{
    [Theory]
    [InlineData("The bridge over the river was closed to lorries on Wednesday, and nobody knows when it will be open again.", "en")]
    [InlineData("Die Brücke über den Fluss wurde am Mittwoch für Lastwagen gesperrt, und niemand weiß, wann sie wieder frei ist.", "de")]
    [InlineData("Le pont sur la rivière a été fermé aux camions mercredi, et personne ne sait quand il sera ouvert dans les deux sens.", "fr")]
    [InlineData("El puente sobre el río fue cerrado a los camiones el miércoles, y nadie sabe cuándo se abrirá para los vecinos de la isla.", "es")]
    [InlineData("A ponte sobre o rio foi fechada aos caminhões na quarta-feira, e ninguém sabe quando será aberta para os moradores da ilha.", "pt")]
    [InlineData("橋は水曜日に閉鎖されました。いつ開くのか誰も知りません。", "ja")]
    [InlineData("桥梁于周三关闭，没有人知道何时重新开放。", "zh")]
    public void Commonest_words_or_the_script_tell_the_language(string text, string language) => Assert.Equal(language, Languages.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("Port Elm 12 34 56 78")]
    [InlineData("Kestrel Riverland Lune Quill Ferrow Lund Kettle Ode")]
    public void What_is_no_text_has_no_language(string text) => Assert.Null(Languages.Of(text));
}
