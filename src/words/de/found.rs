//! German: what is said beside the findings of a request, and of names.
use crate::words::finding::Found;

#[rustfmt::skip]
pub(in crate::words) fn found(key: Found) -> &'static str {
    match key {
        // How bad a finding is.
        Found::Error => "Fehler",
        Found::Warning => "Warnung",
        Found::Note => "Hinweis",
        // What can be done about it.
        Found::FixNewKey => "Stattdessen hier Schlüssel und Anforderung erzeugen",
        Found::FixCountry => "Das richtige Länderkürzel verwenden",
        Found::FixPackage => "Ein anderes Paket wählen",
        Found::FixIgnored => "So lassen: Es wird nicht beachtet",
        Found::FixLeave => "So lassen, wie es ist",
        // What was put right of the text that was given.
        Found::Binary => "eine Binärdatei (DER) wurde als Text geschrieben",
        Found::NoArmour => "die Zeilen BEGIN und END fehlten",
        Found::OtherLabel => "die Zeile BEGIN sagte etwas anderes",
        Found::NewHeader => "die alte Kopfzeile NEW CERTIFICATE REQUEST",
        Found::Dashes => "fehlende oder andere Striche um BEGIN oder END",
        Found::NoEnd => "die Zeile END fehlte oder war eine andere",
        Found::TextAround => "Text vor oder nach der Anforderung",
        Found::Headers => "Zeilen mit Doppelpunkt in der Anforderung",
        Found::Escapes => "als \\n geschriebene Zeilenumbrüche",
        Found::LineEnds => "Zeilenenden von Windows",
        Found::Lines => "Zeilen, die nicht 64 Zeichen lang sind",
        Found::Blanks => "Leerzeichen und leere Zeilen",
        Found::Strays => "Zeichen, die keine Anforderung hat",
        Found::Padding => "falsche oder fehlende = am Ende",
        // Names that look like others, and the alphabets they are written in.
        Found::NoteBoth => "{0} steht im Zertifikat als {1}",
        Found::NoteMixed => "„{0}“ mischt Alphabete: {1}. Manche Buchstaben sehen nur gleich aus: Prüfen Sie, ob das der Name ist, den Sie meinen.",
        Found::NoteAlphabet => "{0} {1}",
        Found::NoteReadsAs => "„{0}“ sieht aus wie „{1}“, aber das Alphabet ist {2}. Prüfen Sie, ob das der Name ist, den Sie meinen.",
        Found::NoteFolded => "Mehr als einmal eingegeben, einmal bestellt: {0}.",
        Found::NoteUnchecked => "Die Liste der öffentlichen Endungen konnte nicht geladen werden, daher ist *. vor diesem Namen hier nicht geprüft. Das Abrechnungssystem prüft es.",
        Found::Latin => "Lateinisch",
        Found::Greek => "Griechisch",
        Found::Cyrillic => "Kyrillisch",
        Found::Armenian => "Armenisch",
        Found::Hebrew => "Hebräisch",
        Found::Arabic => "Arabisch",
        Found::Devanagari => "Devanagari-Schrift",
        Found::Thai => "Thailändisch",
        Found::Georgian => "Georgisch",
        Found::Hangul => "Koreanisch",
        Found::Cherokee => "Cherokee-Schrift",
        Found::Hiragana => "Hiragana-Schrift",
        Found::Katakana => "Katakana-Schrift",
        Found::Bopomofo => "Bopomofo-Schrift",
        Found::Han => "Chinesisch",
        Found::OtherScript => "ein anderes",
    }
}
