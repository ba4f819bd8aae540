//! German: the shell around the form, until it has started.
use crate::words::boot::Boot;

#[rustfmt::skip]
pub(in crate::words) fn boot(key: Boot) -> &'static str {
    match key {
        Boot::Title => "Neues Zertifikat bestellen",
        Boot::Loading => "Das Bestellformular wird geladen…",
        Boot::SlowTitle => "Das Formular ist noch nicht gestartet",
        Boot::SlowWait => "Warten Sie bei einer langsamen Verbindung noch ein wenig. Wenn sich nichts ändert, laden Sie die Seite neu.",
        Boot::SlowElse => "Wenn das nicht hilft, öffnen Sie sie in einer aktuellen Version von Firefox, Chrome, Edge oder Safari, oder wenden Sie sich an das Unternehmen, bei dem Sie bestellen. Es wurde nichts gesendet.",
        Boot::OldTitle => "Dieser Browser kann das Formular nicht ausführen",
        Boot::OldNote => "Ihr privater Schlüssel entsteht im Browser, und diesem fehlt, was dafür nötig ist. Öffnen Sie diese Seite in einer aktuellen Version von Firefox, Chrome, Edge oder Safari.",
        Boot::AlteredTitle => "Eine Datei dieses Formulars wurde verändert",
        Boot::AlteredNote => "Es ist nicht die Datei, die mit dieser Seite veröffentlicht wurde; deshalb wurde nichts davon verwendet.",
        Boot::AlteredReload => "Laden Sie die Seite neu. Wenn Sie dies wieder sehen, bestellen Sie hier nicht und wenden Sie sich an das Unternehmen, bei dem Sie bestellen.",
        Boot::NetworkTitle => "Ein Teil des Formulars konnte nicht geladen werden",
        Boot::NetworkNote => "Prüfen Sie Ihre Verbindung und laden Sie die Seite dann neu. Es wurde nichts gesendet.",
        Boot::CrashedTitle => "Das Formular ist stehen geblieben",
        Boot::CrashedNote => "Das ist ein Fehler im Formular. Laden Sie die Seite neu, um fortzufahren. Wenn es wieder geschieht, wenden Sie sich an das Unternehmen, bei dem Sie bestellen.",
    }
}
