//! Requests and key files made here are what the rest of the world takes them for: `openssl` reads and verifies them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may end here; the lints exempt only the test functions themselves"
)]

#[path = "support/crypto.rs"]
mod crypto;
#[path = "support/openssl.rs"]
mod openssl;
#[path = "support/parsed.rs"]
mod parsed;

use cert_order::domain::country::CountryCode;
use cert_order::domain::email::EmailAddress;
use cert_order::domain::hostname::Hostname;
use cert_order::domain::text::{Alphabet, Line};
use cert_order::request::algorithm::KeyType;
use cert_order::request::build::{self, BuildError};
use cert_order::request::csr::Part;
use cert_order::request::subject::{Subject, SubjectInRequest};
use cert_order::request::{given, keyfile, read};
use crypto::NativeKey;
use openssl::{Scratch, openssl};
use parsed::{named_strings, public_key, verifies};
use proptest::collection::vec;
use proptest::prelude::*;
use zeroize::Zeroizing;

fn line(text: &str) -> Line {
    Line::parse(text, 128).unwrap()
}

fn names(list: &[&str]) -> Vec<Hostname> {
    list.iter().map(|name| Hostname::parse(name).unwrap()).collect()
}

fn subject(domain: &str, further: &[&str]) -> Subject {
    Subject {
        country: CountryCode::parse("US").unwrap(),
        state: line("New York"),
        city: line("Ithaca, Upper \"Falls\""),
        company: line("Example & Sons = 1+1; Ltd"),
        company_unit: Some(line("Unit that must stay out")),
        domain: Hostname::parse(domain).unwrap(),
        email: Some(EmailAddress::parse("stay-out@example.org").unwrap()),
        further_names: names(further),
    }
}

/// Builds as the wizard does, with the signature made natively.
fn request(subject: &Subject, carried: SubjectInRequest, key_type: KeyType, key: &NativeKey) -> String {
    let bytes = build::to_be_signed(subject, carried, key_type, &key.subject_public_key_info()).unwrap();
    build::assemble(&bytes, key_type, &key.sign(&bytes)).unwrap()
}

fn text(csr: &str) -> String {
    openssl(&["req", "-noout", "-text", "-nameopt", "RFC2253"], csr)
}

/// The line after the one that says "Subject Alternative Name".
fn alternative_names(csr: &str) -> String {
    let text = text(csr);
    let mut lines = text.lines().skip_while(|line| !line.contains("Subject Alternative Name"));
    lines.nth(1).unwrap_or_default().trim().to_owned()
}

fn subject_line(csr: &str) -> String {
    openssl(&["req", "-noout", "-subject", "-nameopt", "RFC2253"], csr).trim().to_owned()
}

#[test]
fn a_request_of_each_key_type_verifies_with_the_algorithm_of_its_key() {
    for (key_type, algorithm, shown) in [
        (KeyType::Rsa2048, "sha256WithRSAEncryption", "Public-Key: (2048 bit)"),
        (KeyType::Rsa3072, "sha256WithRSAEncryption", "Public-Key: (3072 bit)"),
        (KeyType::Rsa4096, "sha256WithRSAEncryption", "Public-Key: (4096 bit)"),
        (KeyType::P256, "ecdsa-with-SHA256", "NIST CURVE: P-256"),
        (KeyType::P384, "ecdsa-with-SHA384", "NIST CURVE: P-384"),
    ] {
        let key = NativeKey::make(key_type, 7);
        let csr = request(&subject("example.com", &["www.example.com"]), SubjectInRequest::Full, key_type, &key);
        assert!(verifies(&csr), "{key_type:?}");
        let text = text(&csr);
        assert!(text.contains(&format!("Signature Algorithm: {algorithm}")), "{text}");
        assert!(text.contains(shown) && text.contains("Version: 1 (0x0)"), "{text}");
        let ours = read::request_public_key(&csr).unwrap();
        assert_eq!(ours, key.subject_public_key_info(), "{key_type:?}");
        assert_eq!(ours, public_key(&["req", "-noout", "-pubkey"], &csr), "{key_type:?}");
    }
}

#[test]
fn a_request_whose_signature_is_of_something_else_does_not_verify() {
    for key_type in [KeyType::Rsa2048, KeyType::P256, KeyType::P384] {
        let key = NativeKey::make(key_type, 8);
        let spki = key.subject_public_key_info();
        let bytes = build::to_be_signed(&subject("example.com", &[]), SubjectInRequest::Full, key_type, &spki).unwrap();
        let csr = build::assemble(&bytes, key_type, &key.sign(b"something else")).unwrap();
        assert!(!verifies(&csr), "{key_type:?}");
        let short = &key.sign(&bytes)[1..];
        assert_eq!(build::assemble(&bytes, key_type, short), Err(BuildError::Key), "{key_type:?}");
    }
}

#[test]
fn two_hundred_requests_verify_whatever_the_first_bits_of_their_signatures() {
    let domain = subject("example.com", &[]);
    // r and s each with the first bit set, clear, and with a first octet of zero.
    let mut seen = [0_u32; 6];
    for seed in 0_u64.. {
        let key = NativeKey::make(KeyType::P256, seed);
        let spki = key.subject_public_key_info();
        let bytes = build::to_be_signed(&domain, SubjectInRequest::Minimal, KeyType::P256, &spki).unwrap();
        let raw = key.sign(&bytes);
        let (r, s) = (raw[0], raw[32]);
        let kinds = [r >= 0x80, r < 0x80, r == 0, s >= 0x80, s < 0x80, s == 0];
        // One in 256 begins with zero: past the two hundred only those are looked for.
        if seed < 200 || r == 0 || s == 0 {
            let csr = build::assemble(&bytes, KeyType::P256, &raw).unwrap();
            assert!(verifies(&csr), "seed {seed}: {csr}");
            seen.iter_mut().zip(kinds).for_each(|(count, is_so)| *count += u32::from(is_so));
        }
        if seed >= 200 && seen.iter().all(|count| *count > 0) {
            break;
        }
    }
}

#[test]
fn the_subject_stands_in_order_and_in_the_encodings_that_authorities_want() {
    let key = NativeKey::make(KeyType::P256, 1);
    let csr = request(&subject("example.com", &[]), SubjectInRequest::Full, KeyType::P256, &key);
    let strings = named_strings(&csr);
    let expected = [
        ("countryName", "PRINTABLESTRING", "US"),
        ("stateOrProvinceName", "UTF8STRING", "New York"),
        ("localityName", "UTF8STRING", "Ithaca, Upper \"Falls\""),
        ("organizationName", "UTF8STRING", "Example & Sons = 1+1; Ltd"),
        ("commonName", "UTF8STRING", "example.com"),
    ];
    let expected = expected.map(|(name, kind, value)| [name, kind, value].map(str::to_owned));
    assert_eq!(strings, expected);
    let wanted = r#"subject=CN=example.com,O=Example & Sons = 1\+1\; Ltd,L=Ithaca\, Upper \"Falls\",ST=New York,C=US"#;
    assert_eq!(subject_line(&csr), wanted);
}

#[test]
fn a_minimal_request_names_only_the_domain() {
    let key = NativeKey::make(KeyType::P256, 2);
    let csr = request(&subject("example.com", &[]), SubjectInRequest::Minimal, KeyType::P256, &key);
    assert!(verifies(&csr));
    assert_eq!(subject_line(&csr), "subject=CN=example.com");
    assert_eq!(alternative_names(&csr), "DNS:example.com");
}

#[test]
fn unit_and_e_mail_are_never_in_the_request() {
    for carried in [SubjectInRequest::Full, SubjectInRequest::Minimal] {
        let key = NativeKey::make(KeyType::P256, 3);
        let csr = request(&subject("example.com", &["example.net"]), carried, KeyType::P256, &key);
        let parsed = openssl(&["asn1parse", "-dump"], &csr);
        for out in ["organizationalUnitName", "emailAddress", "stay-out", "must stay out", "email:"] {
            assert!(!parsed.contains(out) && !text(&csr).contains(out), "{out}: {parsed}");
        }
    }
}

#[test]
fn every_name_is_an_alternative_name_and_the_first_is_the_common_name() {
    for (domain, further, san) in [
        ("example.com", &[][..], "DNS:example.com"),
        (
            "example.com",
            &["www.example.com", "shop.example.org"],
            "DNS:example.com, DNS:www.example.com, DNS:shop.example.org",
        ),
        ("*.example.com", &["example.com"], "DNS:*.example.com, DNS:example.com"),
        ("xn--mller-kva.example.com", &[], "DNS:xn--mller-kva.example.com"),
    ] {
        let key = NativeKey::make(KeyType::P256, 4);
        let csr = request(&subject(domain, further), SubjectInRequest::Full, KeyType::P256, &key);
        assert!(verifies(&csr), "{domain}");
        assert_eq!(alternative_names(&csr), san);
        assert!(subject_line(&csr).starts_with(&format!("subject=CN={domain},")), "{domain}");
    }
}

#[test]
fn a_name_too_long_for_a_common_name_stands_among_the_alternative_names_alone() {
    let key = NativeKey::make(KeyType::P256, 5);
    for (length, has_common_name) in [(64, true), (65, false), (253, false)] {
        let domain = name_of(length);
        for carried in [SubjectInRequest::Full, SubjectInRequest::Minimal] {
            let csr = request(&subject(&domain, &[]), carried, KeyType::P256, &key);
            assert!(verifies(&csr), "{length}");
            assert_eq!(subject_line(&csr).contains("CN="), has_common_name, "{length}");
            assert_eq!(alternative_names(&csr), format!("DNS:{domain}"));
        }
    }
}

/// A host name with `length` characters.
fn name_of(length: usize) -> String {
    let mut name = "example.com".to_owned();
    while name.len() < length {
        let label = (length - name.len() - 1).min(60);
        // The rest must not be a lone dot.
        let label = if length - name.len() - 1 - label == 1 { label - 1 } else { label };
        name = format!("{}.{name}", "a".repeat(label));
    }
    name
}

#[test]
fn a_hundred_names_fit_into_one_request() {
    let further: Vec<String> = (1..100).map(|n| format!("host-{n}.example.com")).collect();
    let further: Vec<&str> = further.iter().map(String::as_str).collect();
    let key = NativeKey::make(KeyType::P256, 6);
    let csr = request(&subject("example.com", &further), SubjectInRequest::Full, KeyType::P256, &key);
    assert!(verifies(&csr));
    assert_eq!(alternative_names(&csr).matches("DNS:").count(), 100);
}

#[test]
fn the_attributes_are_there_as_the_standard_demands() {
    let key = NativeKey::make(KeyType::P256, 9);
    let csr = request(&subject("example.com", &[]), SubjectInRequest::Full, KeyType::P256, &key);
    let parsed = openssl(&["asn1parse"], &csr);
    let attributes: Vec<&str> =
        parsed.lines().filter(|line| line.contains(":d=2 ") && line.contains("cont [ 0 ]")).collect();
    assert_eq!(attributes.len(), 1, "{parsed}");
    assert!(parsed.contains("Extension Request"), "{parsed}");
}

#[test]
fn the_armour_is_what_billing_forms_take() {
    let key = NativeKey::make(KeyType::P256, 10);
    let csr = request(&subject("example.com", &[]), SubjectInRequest::Full, KeyType::P256, &key);
    assert!(csr.starts_with("-----BEGIN CERTIFICATE REQUEST-----\n"), "{csr}");
    assert!(csr.ends_with("\n-----END CERTIFICATE REQUEST-----\n"), "{csr}");
    assert!(csr.lines().all(|line| line.len() <= 64) && !csr.contains('\r'), "{csr}");
}

#[test]
fn the_key_file_opens_and_is_the_key_of_the_request() {
    for key_type in KeyType::ALL {
        let key = NativeKey::make(key_type, 11);
        let file = keyfile::to_pem(&Zeroizing::new(key.pkcs8()));
        openssl(&["pkey", "-check", "-noout"], file.expose());
        let public = public_key(&["pkey", "-pubout"], file.expose());
        assert_eq!(public, key.subject_public_key_info(), "{key_type:?}");
    }
}

#[test]
fn the_public_key_of_a_certificate_of_either_version_is_read() {
    let scratch = Scratch::new("certificate_public_key");
    for key_type in [KeyType::Rsa2048, KeyType::P256, KeyType::P384] {
        let key = NativeKey::make(key_type, 12);
        let csr = request(&subject("example.com", &[]), SubjectInRequest::Full, key_type, &key);
        let file = keyfile::to_pem(&Zeroizing::new(key.pkcs8()));
        let key_path = scratch.write("key.pem", file.expose());
        for (extensions, version) in [(&[][..], "Version: 1 "), (&["-copy_extensions", "copy"][..], "Version: 3 ")] {
            let mut arguments = vec!["x509", "-req", "-days", "1", "-signkey", key_path.as_str()];
            arguments.extend(extensions);
            let certificate = openssl(&arguments, &csr);
            assert!(openssl(&["x509", "-noout", "-text"], &certificate).contains(version));
            assert_eq!(read::certificate_public_key(&certificate), Some(key.subject_public_key_info()), "{version}");
            let chain = format!("{csr}{certificate}");
            assert_eq!(read::certificate_public_key(&chain), Some(key.subject_public_key_info()));
        }
    }
}

/// Texts of any alphabet that a field of the subject takes.
fn lines(limit: usize) -> impl Strategy<Value = Line> {
    "\\PC{1,40}".prop_filter_map("no line", move |text| Line::parse_subject(&text, limit, Alphabet::Any).ok())
}

/// Names of any alphabet, by their A-labels.
fn hostnames() -> impl Strategy<Value = Hostname> {
    ("(\\*\\.)?", "[\\p{L}\\p{N}]{1,9}(\\.[\\p{L}\\p{N}]{1,9}){0,2}", "com|co\\.uk|рф|中国").prop_filter_map(
        "no name",
        |(star, name, ending)| {
            let ascii = idna::domain_to_ascii(&format!("{name}.{ending}")).ok()?;
            Hostname::parse(&format!("{star}{ascii}")).ok()
        },
    )
}

fn subjects() -> impl Strategy<Value = Subject> {
    (lines(128), lines(128), lines(64), hostnames(), vec(hostnames(), 0..6)).prop_map(
        |(state, city, company, domain, mut further_names)| {
            further_names.retain(|name| *name != domain);
            further_names.sort();
            further_names.dedup();
            Subject { state, city, company, domain, further_names, ..subject("example.com", &[]) }
        },
    )
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn what_is_written_in_any_alphabet_is_read_back_as_it_was(subject in subjects()) {
        let key = NativeKey::make(KeyType::P256, 13);
        let csr = request(&subject, SubjectInRequest::Full, KeyType::P256, &key);
        let found = given::read(&csr).unwrap();
        prop_assert_eq!(found.part(Part::Country), Some("US"));
        prop_assert_eq!(found.part(Part::State), Some(subject.state.as_str()));
        prop_assert_eq!(found.part(Part::City), Some(subject.city.as_str()));
        prop_assert_eq!(found.part(Part::Company), Some(subject.company.as_str()));
        let expected: Vec<&str> = subject.names().map(Hostname::as_str).collect();
        prop_assert_eq!(found.all_names(), expected);
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn what_is_written_in_any_alphabet_is_what_openssl_reads(subject in subjects()) {
        let key = NativeKey::make(KeyType::P256, 14);
        let csr = request(&subject, SubjectInRequest::Full, KeyType::P256, &key);
        prop_assert!(verifies(&csr));
        let options = "utf8,sep_multiline,sname";
        let shown = openssl(&["req", "-noout", "-subject", "-nameopt", options], &csr);
        for (name, value) in [("ST", &subject.state), ("L", &subject.city), ("O", &subject.company)] {
            let line = format!("{name}={}", value.as_str());
            prop_assert!(shown.lines().any(|shown| shown.trim_start() == line), "{line:?} is not in {shown}");
        }
        let expected: Vec<String> = subject.names().map(|name| format!("DNS:{name}")).collect();
        prop_assert_eq!(alternative_names(&csr), expected.join(", "));
    }
}
