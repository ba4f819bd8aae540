//! German: labels and hints.
use crate::wizard::step::Step;
use crate::words::field::FieldName;

#[rustfmt::skip]
pub(in crate::words) fn title(step: Step) -> &'static str {
    match step {
        Step::Package => "Ein SSL-Zertifikat wählen",
        Step::Request => "Zertifikatsanforderung (CSR)",
        Step::Subject => "Anforderung (CSR) und privaten Schlüssel erzeugen",
        Step::Key => "Privater Schlüssel",
        Step::Contacts => "Kontaktdaten",
        Step::Questions => "Zusätzliche Fragen",
        Step::Organization => "Name der Organisation",
        Step::Validation => "Bestätigung der Namen",
        Step::Review => "Bestellung prüfen",
        Step::Done => "Ihre Bestellung ist aufgegeben",
    }
}

#[rustfmt::skip]
pub(in crate::words) fn step_name(step: Step) -> &'static str {
    match step {
        Step::Package => "Paket",
        Step::Request => "Anforderung",
        Step::Subject => "Namen und Firma",
        Step::Key => "Privater Schlüssel",
        Step::Contacts => "Kontakte",
        Step::Questions => "Zusätzliche Fragen",
        Step::Organization => "Organisation",
        Step::Validation => "Bestätigung",
        Step::Review => "Prüfen und bezahlen",
        Step::Done => "Fertig",
    }
}

#[rustfmt::skip]
pub(in crate::words) fn label(field: FieldName) -> &'static str {
    match field {
        FieldName::Package => "Paket",
        FieldName::Period => "Laufzeit",
        FieldName::PromotionCode => "Aktionscode",
        FieldName::RequestMethod => "Woher kommt die Anforderung?",
        FieldName::ExistingRequest => "Anforderung (CSR)",
        FieldName::Domain => "Domainname",
        FieldName::FurtherNames => "Weitere Namen",
        FieldName::Country => "Ländercode (2 Zeichen)",
        FieldName::State => "Bundesland/Provinz",
        FieldName::City => "Ort",
        FieldName::Company => "Firma",
        FieldName::CompanyUnit => "Abteilung",
        FieldName::SubjectEmail => "E-Mail",
        FieldName::KeyType => "Schlüsseltyp",
        FieldName::KeepKey => "Den privaten Schlüssel im System speichern",
        FieldName::KeyAttested => "Ich habe die Datei mit dem privaten Schlüssel",
        FieldName::VaultPassphrase => "Passphrase des Tresors",
        FieldName::NextVaultPassphrase => "Neue Passphrase des Tresors",
        FieldName::FilePassphrase => "Passphrase der Datei",
        FieldName::TechIsAdmin => "Den administrativen Kontakt verwenden",
        FieldName::FirstName => "Vorname",
        FieldName::LastName => "Nachname",
        FieldName::JobTitle => "Funktion",
        FieldName::ContactEmail => "E-Mail-Adresse",
        FieldName::Phone => "Telefonnummer",
        FieldName::OrgName => "Name der Organisation",
        FieldName::OrgCountry => "Land",
        FieldName::OrgState => "Bundesland/Provinz",
        FieldName::Postcode => "Postleitzahl",
        FieldName::Address => "Anschrift",
        FieldName::Question => "Antwort",
        FieldName::Method => "Wie sollen die Namen geprüft werden?",
        FieldName::Approver => "Bestätigungsadresse",
        FieldName::PayBy => "Zahlungsart",
        FieldName::OpenOrder => "Bestellung",
        FieldName::PayNow => "Jetzt bezahlen",
        FieldName::PayMethod => "Zahlungsmittel",
        FieldName::OrderAgain => "Ich habe nachgesehen: erneut bestellen",
        FieldName::OtherRows => "Auch diese bezahlen",
        FieldName::UserName => "Benutzername",
        FieldName::Password => "Passwort",
        FieldName::Code => "Einmalcode",
    }
}

#[rustfmt::skip]
pub(in crate::words) fn hint(field: FieldName) -> &'static str {
    match field {
        FieldName::PromotionCode => "Den Rabatt berechnet das Abrechnungssystem und zeigt ihn, bevor Sie bezahlen.",
        FieldName::ExistingRequest => "Fügen Sie sie ganz ein, mit den Zeilen, die mit -----BEGIN und -----END beginnen. Ihr privater Schlüssel wird hier nicht gebraucht: Lassen Sie ihn, wo er ist.",
        FieldName::Domain => "Der Name, den Besucher eingeben, etwa example.com oder müller.de. Für alle Namen darunter *.example.com mit einem Wildcard-Paket.",
        FieldName::FurtherNames => "Einer je Zeile oder durch Leerzeichen oder Kommas getrennt, etwa www.example.com. Wie viele es sein dürfen und zu welchem Preis, hängt vom Paket ab.",
        FieldName::Country => "Wo Ihre Organisation eingetragen ist. Geben Sie den Namen des Landes oder sein Kürzel ein.",
        FieldName::OrgCountry => "Geben Sie den Namen des Landes oder sein Kürzel ein.",
        FieldName::State => "Ausgeschrieben, nicht abgekürzt.",
        FieldName::Company => "Der rechtliche Name Ihrer Organisation. Privatpersonen geben ihren vollen Namen ein.",
        FieldName::CompanyUnit => "Die Abteilung, die sich um das Zertifikat kümmert. Sie kommt in das Bestellformular, nicht in das Zertifikat.",
        FieldName::SubjectEmail => "Wo Ihre Organisation zu erreichen ist. Die Adresse kommt in das Bestellformular, nicht in das Zertifikat.",
        FieldName::KeepKey => "„Das System“ ist dieser Browser: Der Schlüssel bleibt auch nach dem Neuladen hier. Er wird nie an einen Server gesendet.",
        FieldName::KeyAttested => "Nur Sie haben ihn: Einen verlorenen privaten Schlüssel kann niemand wiederherstellen.",
        FieldName::JobTitle => "Etwa technische Fachkraft oder Systemverwaltung.",
        FieldName::Phone => "Mit Ländervorwahl, etwa 74950000000 oder +7 495 000-00-00.",
        FieldName::OrgName => "Der rechtliche Name, wie im Register.",
        FieldName::PayNow => "Auf der Seite des Abrechnungssystems selbst, die sich mit ihrem Link öffnet.",
        FieldName::OrderAgain => "Sie lag in Ihrem Warenkorb und war dann weg: auf einer anderen Seite bestellt oder entfernt. Was davon, zeigt der Kundenbereich.",
        FieldName::Code => "Aus der App oder der Nachricht, mit der Ihr Konto geschützt ist.",
        FieldName::Package
        | FieldName::Period
        | FieldName::RequestMethod
        | FieldName::City
        | FieldName::KeyType
        | FieldName::VaultPassphrase
        | FieldName::NextVaultPassphrase
        | FieldName::FilePassphrase
        | FieldName::TechIsAdmin
        | FieldName::FirstName
        | FieldName::LastName
        | FieldName::ContactEmail
        | FieldName::OrgState
        | FieldName::Postcode
        | FieldName::Address
        | FieldName::Question
        | FieldName::Method
        | FieldName::Approver
        | FieldName::PayBy
        | FieldName::OpenOrder
        | FieldName::PayMethod
        | FieldName::OtherRows
        | FieldName::UserName
        | FieldName::Password => "",
    }
}

#[rustfmt::skip]
pub(in crate::words) fn missing(field: FieldName) -> &'static str {
    match field {
        FieldName::Package => "Wählen Sie ein Paket",
        FieldName::Period => "Wählen Sie eine Laufzeit",
        FieldName::PromotionCode => "Geben Sie den Aktionscode ein",
        FieldName::ExistingRequest => "Fügen Sie die Anforderung ein oder wählen Sie ihre Datei",
        FieldName::Domain => "Geben Sie den Domainnamen ein",
        FieldName::FurtherNames => "Geben Sie die weiteren Namen ein",
        FieldName::Country => "Wählen Sie ein Land",
        FieldName::State => "Geben Sie das Bundesland oder die Provinz ein",
        FieldName::City => "Geben Sie den Ort ein",
        FieldName::Company => "Geben Sie die Firma ein",
        FieldName::CompanyUnit => "Geben Sie die Abteilung ein",
        FieldName::SubjectEmail => "Geben Sie eine E-Mail-Adresse ein",
        FieldName::VaultPassphrase => "Geben Sie die Passphrase des Tresors ein",
        FieldName::NextVaultPassphrase => "Geben Sie die neue Passphrase des Tresors ein",
        FieldName::FilePassphrase => "Geben Sie die Passphrase der Datei ein",
        FieldName::FirstName => "Geben Sie den Vornamen ein",
        FieldName::LastName => "Geben Sie den Nachnamen ein",
        FieldName::JobTitle => "Geben Sie die Funktion ein",
        FieldName::ContactEmail => "Geben Sie die E-Mail-Adresse ein",
        FieldName::Phone => "Geben Sie die Telefonnummer ein",
        FieldName::OrgName => "Geben Sie den Namen der Organisation ein",
        FieldName::OrgCountry => "Wählen Sie ein Land",
        FieldName::OrgState => "Geben Sie das Bundesland oder die Provinz ein",
        FieldName::Postcode => "Geben Sie die Postleitzahl ein",
        FieldName::Address => "Geben Sie die Anschrift ein",
        FieldName::Question => "Geben Sie die Antwort ein",
        FieldName::Approver => "Wählen Sie eine Bestätigungsadresse",
        FieldName::PayBy => "Wählen Sie, wie Sie bezahlen",
        FieldName::OpenOrder => "Wählen Sie eine Ihrer Bestellungen",
        FieldName::PayMethod => "Wählen Sie ein Zahlungsmittel",
        FieldName::UserName => "Geben Sie Ihren Benutzernamen ein",
        FieldName::Password => "Geben Sie Ihr Passwort ein",
        FieldName::Code => "Geben Sie den Einmalcode ein",
        FieldName::RequestMethod
        | FieldName::KeyType
        | FieldName::KeepKey
        | FieldName::KeyAttested
        | FieldName::TechIsAdmin
        | FieldName::Method
        | FieldName::PayNow
        | FieldName::OrderAgain
        | FieldName::OtherRows => "Wählen Sie einen der angebotenen Werte",
    }
}
