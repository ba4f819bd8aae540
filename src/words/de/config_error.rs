//! German: why the form does not start where its operator put it.
use crate::words::config_error::SetUp;

#[rustfmt::skip]
pub(in crate::words) fn set_up(key: SetUp) -> &'static str {
    match key {
        SetUp::Title => "Dieses Bestellformular ist nicht richtig eingerichtet",
        SetUp::Note => "Für den Betreiber dieser Website: In config.json ist ein Fehler. Kunden bitten wir, später wiederzukommen.",
        SetUp::Unreachable => "config.json konnte nicht geladen werden. Die Datei gehört neben index.html.",
        SetUp::FramedTitle => "Öffnen Sie dieses Formular für sich allein",
        SetUp::FramedNote => "Eine andere Seite zeigt dieses Bestellformular in sich, und der Betreiber des Formulars hat das nicht erlaubt. Was Sie dort eingeben, könnte diese Seite sehen oder steuern.",
        SetUp::FramedLink => "Formular für sich allein öffnen",
        SetUp::NotJson => "Die Datei ist kein JSON (Zeile {0}, Spalte {1}).",
        SetUp::NotObject => "{0} muss ein Objekt sein.",
        SetUp::NotList => "{0} muss eine Liste sein.",
        SetUp::NotText => "{0} muss ein Text sein.",
        SetUp::Missing => "{0} fehlt.",
        SetUp::Unknown => "{0} ist kein bekanntes Feld.",
        SetUp::NotOneOf => "{0} muss eines hiervon sein: {1}.",
        SetUp::NotOwnOrigin => "{0} muss ein Pfad sein, der mit / beginnt, da log_in cookie ist.",
        SetUp::BadAddress => "{0} muss eine https:-Adresse sein oder ein Pfad, der mit / beginnt.",
        SetUp::Forbidden => "{0} darf den privaten Schlüssel nicht vom Server erzeugen lassen.",
        SetUp::Empty => "{0} darf nicht leer sein.",
        SetUp::NotInList => "{0} muss eines aus {1} sein.",
        SetUp::Lacks => "{0} muss mindestens einen dieser Werte enthalten: {1}.",
        SetUp::NotNumber => "{0} muss eine Zahl sein, geschrieben als Text.",
        SetUp::NotColour => "{0} muss eine Farbe sein, zum Beispiel #0a5c63.",
        SetUp::LowContrast => "{0} muss zu {1} einen Kontrast von mindestens 4,5:1 haben.",
        SetUp::NotOrigin => "{0} muss ein Ursprung sein, zum Beispiel https://panel.example.com.",
        SetUp::TheField => "„{0}“",
        SetUp::TheFile => "Die Datei",
    }
}
