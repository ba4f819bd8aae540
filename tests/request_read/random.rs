//! Requests of random subjects are read as they were built, and damaged ones never panic, neither reader nor linter.
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use cert_order::domain::country::CountryCode;
use cert_order::domain::hostname::Hostname;
use cert_order::domain::text::Line;
use cert_order::request::algorithm::KeyType;
use cert_order::request::build::{assemble, to_be_signed};
use cert_order::request::csr::{Part, Verdict};
use cert_order::request::lint::{Context, Severity, lint};
use cert_order::request::subject::{Subject, SubjectInRequest};
use cert_order::request::{given, pem};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use p256::pkcs8::EncodePublicKey;
use proptest::prelude::*;

use crate::{openssl, verify};

/// A line in Latin, Cyrillic, Greek, Han, Hebrew, Arabic, Thai or Devanagari letters; one script, since mixed words are refused.
fn lines(limit: usize) -> impl Strategy<Value = Line> {
    let scripts = ["[ -;=?-~à-ž]", "[а-я0-9 ]", "[α-ω ]", "[一-鿕]", "[א-ת ]", "[ء-ي ]", "[ก-ฮ]", "[अ-ह ]"];
    let text = prop::sample::select(scripts.to_vec())
        .prop_flat_map(move |script| proptest::string::string_regex(&format!("{script}{{1,{limit}}}")).unwrap());
    text.prop_filter_map("no line", move |text| Line::parse(&text, limit).ok())
}

fn names() -> impl Strategy<Value = Vec<Hostname>> {
    let name = "(\\*\\.)?([a-z0-9]{1,12}\\.){1,4}(com|org|co\\.uk|xn--p1ai)";
    prop::collection::btree_set(name, 1..12)
        .prop_map(|names| names.into_iter().map(|name| Hostname::parse(&name).unwrap()).collect())
}

fn subjects() -> impl Strategy<Value = Subject> {
    let countries: Vec<CountryCode> = CountryCode::all().collect();
    (prop::sample::select(countries), lines(128), lines(128), lines(64), names()).prop_map(
        |(country, state, city, company, mut names)| {
            let domain = names.remove(0);
            Subject { country, state, city, company, company_unit: None, domain, email: None, further_names: names }
        },
    )
}

fn build(subject: &Subject) -> String {
    let key = SigningKey::from_slice(&[7; 32]).unwrap();
    let spki = key.verifying_key().to_public_key_der().unwrap().as_bytes().to_vec();
    let bytes = to_be_signed(subject, SubjectInRequest::Full, KeyType::P256, &spki).unwrap();
    let signed: Signature = key.sign(&bytes);
    assemble(&bytes, KeyType::P256, &signed.to_bytes()).unwrap()
}

/// Every request among the fixtures, in DER.
fn fixtures() -> &'static [Vec<u8>] {
    static FIXTURES: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    FIXTURES.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/requests");
        let files = ["rules", "makers"].into_iter().flat_map(|sub| fs::read_dir(folder.join(sub)).unwrap());
        let texts = files.map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
        let requests = texts.flat_map(|text| {
            let halves = text.split("Nearly does:").map(str::to_owned).collect::<Vec<_>>();
            halves.into_iter().map(|half| given::read(&half).unwrap().pem).collect::<Vec<_>>()
        });
        requests.map(|request| pem::decode(&request, "CERTIFICATE REQUEST").unwrap()).collect()
    })
}

/// A change of some octets of a request.
#[derive(Debug, Clone)]
enum Change {
    Flip(prop::sample::Index, u8),
    Cut(prop::sample::Index, usize),
    Insert(prop::sample::Index, Vec<u8>),
    Repeat(prop::sample::Index, usize),
}

fn changes() -> impl Strategy<Value = Change> {
    let at = any::<prop::sample::Index>;
    prop_oneof![
        (at(), 1..=255_u8).prop_map(|(at, by)| Change::Flip(at, by)),
        (at(), 1..40_usize).prop_map(|(at, count)| Change::Cut(at, count)),
        (at(), prop::collection::vec(any::<u8>(), 1..9)).prop_map(|(at, more)| Change::Insert(at, more)),
        (at(), 1..200_usize).prop_map(|(at, count)| Change::Repeat(at, count)),
    ]
}

fn change(mut der: Vec<u8>, change: &Change) -> Vec<u8> {
    if der.is_empty() {
        return der;
    }
    let piece = |at: usize, count: usize, length: usize| at..(at + count).min(length);
    match change {
        Change::Flip(at, by) => {
            let at = at.index(der.len());
            der[at] ^= by;
        }
        Change::Cut(at, count) => {
            drop(der.drain(piece(at.index(der.len()), *count, der.len())));
        }
        Change::Insert(at, more) => {
            let at = at.index(der.len());
            der.splice(at..at, more.iter().copied());
        }
        Change::Repeat(at, count) => {
            let at = at.index(der.len());
            let part = der[piece(at, *count, der.len())].to_vec();
            der.splice(at..at, part);
        }
    }
    der
}

/// The same request, its outermost length made to fit again, so that the reader gets inside.
fn fitted(der: &[u8]) -> Vec<u8> {
    let header = 2 + der.get(1).map_or(0, |first| if *first < 0x80 { 0 } else { usize::from(first & 0x7f) });
    cert_order::request::der::write(0x30, &[der.get(header..).unwrap_or_default()])
}

proptest! {
    #[test]
    fn a_subject_in_any_script_is_read_as_it_was_built(subject in subjects()) {
        let text = build(&subject);
        let read = given::read(&text).unwrap();
        prop_assert_eq!(&read.pem, &text);
        prop_assert_eq!(&read.cleaned, &[]);
        let parts = [
            (Part::Country, subject.country.as_str()),
            (Part::State, subject.state.as_str()),
            (Part::City, subject.city.as_str()),
            (Part::Company, subject.company.as_str()),
        ];
        for (part, text) in parts {
            prop_assert_eq!(read.part(part), Some(text));
        }
        let names: Vec<&str> = subject.names().map(Hostname::as_str).collect();
        prop_assert_eq!(read.names.iter().map(String::as_str).collect::<Vec<_>>(), names);
        prop_assert_eq!(verify::check(&read), Verdict::Good);
        // What this form makes, its own linter has nothing against, but for what only a filler or a name can be.
        let found = lint(&read, &Context { verdict: Verdict::Good, ..Context::default() });
        prop_assert!(found.iter().all(|finding| finding.rule.severity() != Severity::Error), "{:?}", found);
    }

    #[test]
    fn a_damaged_request_never_panics(of in any::<prop::sample::Index>(), changes in prop::collection::vec(changes(), 1..6), fits in any::<bool>()) {
        let der = of.get(fixtures()).clone();
        let der = changes.iter().fold(der, change);
        let der = if fits { fitted(&der) } else { der };
        let text = pem::encode("CERTIFICATE REQUEST", &der);
        if let Ok(read) = given::read(&text) {
            prop_assert_eq!(&read.pem, &text);
            let _ = (lint(&read, &Context::default()), read.key_id(), read.raw_signature(), read.other_texts().count());
        }
    }

    #[test]
    fn a_damaged_text_is_the_same_request_or_none(at in any::<prop::sample::Index>(), stray in "[ \t\r\n\\\\\"'>|*.,;é\u{a0}\u{200b}]{1,4}") {
        let der = &fixtures()[0];
        let text = pem::encode("CERTIFICATE REQUEST", der);
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let at = *at.get(&places);
        let damaged = [text.get(..at).unwrap(), &stray, text.get(at..).unwrap()].concat();
        if let Ok(read) = given::read(&damaged) {
            prop_assert_eq!(read.pem, text);
        } else {
            // Only within the words of BEGIN and END does a stray character hide the request.
            let inside = text.find("-----\n").unwrap() + 6..text.rfind("-----END").unwrap();
            prop_assert!(!inside.contains(&at) || stray.contains('\\'), "{}", damaged);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_damaged_request_that_openssl_reads_is_read_here(of in any::<prop::sample::Index>(), changes in prop::collection::vec(changes(), 1..3)) {
        let der = changes.iter().fold(of.get(fixtures()).clone(), change);
        let text = pem::encode("CERTIFICATE REQUEST", &fitted(&der));
        // openssl looks into no extension that it does not have to print: only its parser says that all is well-formed.
        let is_read = openssl::run(&["req", "-noout", "-subject"], &text).status.success();
        let is_well_formed = || openssl::run(&["asn1parse"], &text).status.success();
        prop_assert!(!is_read || given::read(&text).is_ok() || !is_well_formed(), "{}", text);
    }
}

#[test]
fn openssl_reads_what_is_read_here_and_finds_the_same_subject() {
    let mut both = 0;
    for der in fixtures() {
        let text = pem::encode("CERTIFICATE REQUEST", der);
        let names = ["-nameopt", "oneline,-esc_msb,utf8,-space_eq,sep_multiline,lname"];
        let output = openssl::run(&[&["req", "-noout", "-subject", "-text"], &names[..]].concat(), &text);
        if !output.status.success() {
            continue;
        }
        both += 1;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let read = given::read(&text).unwrap();
        // What is readable here stands there too, and so do the names.
        let values = read.subject.iter().filter(|part| part.tag == 0x0c).filter_map(|part| part.text.as_deref());
        for value in values.chain(read.names.iter().map(String::as_str).filter(|name| name.is_ascii())) {
            assert!(said.contains(value), "{value} in {said}");
        }
    }
    // Where openssl does not read, this form does: keys that are none, and other faults of form.
    assert!(both > fixtures().len() * 9 / 10, "{both} of {}", fixtures().len());
}
