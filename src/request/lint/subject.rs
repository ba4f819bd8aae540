//! The subject: what its parts say, and how they are written.
use super::{Findings, Rule};
use crate::domain::country::CountryCode;
use crate::request::csr::{NamePart, Part, ReadRequest};
use crate::request::oid;

/// Codes that people take for those of ISO 3166-1 alpha-2, and the right ones.
const ALIASES: [(&str, &str); 12] = [
    ("UK", "GB"),
    ("EL", "GR"),
    ("USA", "US"),
    ("GBR", "GB"),
    ("DEU", "DE"),
    ("GER", "DE"),
    ("FRA", "FR"),
    ("RUS", "RU"),
    ("ESP", "ES"),
    ("ITA", "IT"),
    ("NLD", "NL"),
    ("POL", "PL"),
];

/// The code of the country that is meant by a wrong one.
pub fn country_alias(code: &str) -> Option<&'static str> {
    ALIASES.into_iter().find(|(alias, _)| alias.eq_ignore_ascii_case(code)).map(|(_, right)| right)
}

pub(super) fn lint(request: &ReadRequest, is_domain_validated: bool, found: &mut Findings) {
    let mut last = 0;
    let mut is_ordered = true;
    for (i, part) in request.subject.iter().enumerate() {
        encoding(part, found);
        meaning(part, found);
        let name = name(part);
        let earlier = request.subject.iter().take(i);
        // Several common names have a rule of their own, and there may be several units and domain components.
        let is_single = !matches!(part.part, Part::CommonName | Part::CompanyUnit | Part::Other);
        if is_single && earlier.clone().any(|other| other.oid == part.oid) {
            found.about(Rule::SubjectRepeated, &name);
        }
        found.add_if(earlier.clone().any(|other| other.rdn == part.rdn), Rule::SubjectSeveralInOne);
        if let Some(place) = place(part.part) {
            is_ordered &= place >= last;
            last = place;
        }
    }
    found.add_if(!is_ordered, Rule::SubjectOrder);
    let is_more = |part: &NamePart| !matches!(part.part, Part::Country | Part::CommonName);
    found.add_if(is_domain_validated && request.subject.iter().any(is_more), Rule::SubjectBeyondDomain);
}

/// The order that BR 7.1.4.2 fixes.
fn place(part: Part) -> Option<u8> {
    match part {
        Part::Country => Some(1),
        Part::State => Some(2),
        Part::City => Some(3),
        Part::Company => Some(4),
        Part::Surname | Part::GivenName => Some(5),
        Part::CompanyUnit => Some(6),
        Part::CommonName => Some(7),
        Part::SerialNumber | Part::Email | Part::Other => None,
    }
}

/// What the part is called in requests.
fn name(part: &NamePart) -> String {
    let name = match part.part {
        Part::Country => "C",
        Part::State => "ST",
        Part::City => "L",
        Part::Company => "O",
        Part::CompanyUnit => "OU",
        Part::CommonName => "CN",
        Part::Email => "emailAddress",
        Part::Surname => "SN",
        Part::GivenName => "GN",
        Part::SerialNumber => "serialNumber",
        Part::Other => return oid::dotted(&part.oid),
    };
    name.to_owned()
}

/// How the value is written.
fn encoding(part: &NamePart, found: &mut Findings) {
    let name = name(part);
    let about = |rule, found: &mut Findings| found.about(rule, &name);
    match part.tag {
        0x13 => {
            let is_printable = |octet: &u8| octet.is_ascii_alphanumeric() || b" '()+,-./:=?".contains(octet);
            if !part.octets.iter().all(is_printable) {
                about(Rule::SubjectPrintable, found);
            }
        }
        // UTF8String for all but the country, IA5String for what is ASCII by its type.
        0x0c if part.part != Part::Country => {}
        0x16 if matches!(part.part, Part::Email | Part::Other) => {}
        0x14 | 0x1c | 0x1e => about(Rule::SubjectOldEncoding, found),
        _ if part.part == Part::Country => found.add(Rule::CountryEncoding),
        _ => about(Rule::SubjectEncoding, found),
    }
    match (part.raw(), &part.text) {
        (None, _) => about(Rule::SubjectNotText, found),
        (Some(raw), None) if !raw.trim().is_empty() => about(Rule::SubjectUnreadable, found),
        (Some(raw), _) => {
            let limit = match part.part {
                Part::State | Part::City => 128,
                Part::Company | Part::CompanyUnit | Part::SerialNumber => 64,
                Part::Surname | Part::GivenName => 40,
                Part::Email => 255,
                // Others have rules of their own, or limits that nobody knows here.
                Part::Country | Part::CommonName | Part::Other => return,
            };
            if raw.chars().count() > limit {
                about(Rule::SubjectTooLong, found);
            }
        }
    }
}

/// What the value says.
fn meaning(part: &NamePart, found: &mut Findings) {
    let text = part.raw().unwrap_or_default();
    match part.part {
        Part::Country => return country(text.trim(), found),
        Part::CompanyUnit => found.about(Rule::SubjectUnit, text.trim()),
        Part::Email => found.about(Rule::SubjectEmail, text.trim()),
        Part::Surname | Part::GivenName => found.add(Rule::SubjectPerson),
        Part::SerialNumber => found.add(Rule::SubjectSerial),
        Part::Other => found.about(Rule::SubjectUnknown, &name(part)),
        // An empty name is said of among the names.
        Part::CommonName => return,
        Part::State | Part::City | Part::Company => {}
    }
    if part.raw().is_some() && !text.contains(char::is_alphanumeric) {
        found.about(Rule::SubjectFiller, &name(part));
    }
}

fn country(code: &str, found: &mut Findings) {
    let is_known = CountryCode::all().any(|known| known.as_str() == code.to_ascii_uppercase());
    if is_known {
        if code.bytes().any(|octet| octet.is_ascii_lowercase()) {
            found.about(Rule::CountryCase, code);
        }
    } else if country_alias(code).is_some() {
        found.about(Rule::CountryAlias, code);
    } else {
        found.about(Rule::CountryUnknown, code);
    }
}
