//! Requests and other things that `openssl` makes are read for what they are.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may end here; the lints exempt only the test functions themselves"
)]

#[path = "support/openssl.rs"]
mod openssl;
#[path = "request_read/random.rs"]
mod random;
#[path = "support/verify.rs"]
mod verify;

use cert_order::domain::problem::NotRequest;
use cert_order::request::cleaned::Cleaned;
use cert_order::request::csr::{Part, PublicKey, ReadRequest, SignedWith, Verdict};
use cert_order::request::{given, pem};
use openssl::{Scratch, openssl};
use proptest::prelude::*;

/// A subject with every part that is known.
const SUBJECT: &str =
    "/C=US/ST=New York/L=Ithaca/O=Example & Sons/OU=Web/CN=example.com/emailAddress=web@example.com/GN=Ann";

/// A key made by `openssl genpkey` with these options.
fn key(options: &[&str]) -> String {
    openssl(&[&["genpkey"], options].concat(), "")
}

fn rsa(bits: &str) -> String {
    key(&["-algorithm", "RSA", "-pkeyopt", &format!("rsa_keygen_bits:{bits}")])
}

fn ec(curve: &str) -> String {
    key(&["-algorithm", "EC", "-pkeyopt", &format!("ec_paramgen_curve:{curve}")])
}

/// A request made by `openssl req` with these further options; its scratch folder is named for the test.
fn request(test: &str, key: &str, subject: &str, options: &[&str]) -> String {
    let scratch = Scratch::new(&format!("request-{test}"));
    let path = scratch.write("key.pem", key);
    openssl(&[&["req", "-new", "-key", &path, "-subj", subject, "-utf8"], options].concat(), "")
}

fn read(text: &str) -> ReadRequest {
    given::read(text).unwrap()
}

/// A file as editors on Windows save it: a mark of the order of octets, then UTF-16.
fn utf16(text: &str, octets: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(octets).collect()
}

#[test]
fn all_that_is_in_a_request_is_read_and_its_signature_verified() {
    let names = ["-addext", "subjectAltName=DNS:www.example.com,DNS:example.com,IP:192.0.2.1,email:a@example.com"];
    let more = ["-addext", "keyUsage=digitalSignature", "-addext", "extendedKeyUsage=serverAuth"];
    let text = request("all", &rsa("2048"), SUBJECT, &[names, [more[0], more[1]], [more[2], more[3]]].concat());
    let read = read(&text);
    let subject: Vec<(Part, &str)> =
        read.subject.iter().map(|part| (part.part, part.text.as_deref().unwrap())).collect();
    let expected = [
        (Part::Country, "US"),
        (Part::State, "New York"),
        (Part::City, "Ithaca"),
        (Part::Company, "Example & Sons"),
        (Part::CompanyUnit, "Web"),
        (Part::CommonName, "example.com"),
        (Part::Email, "web@example.com"),
        (Part::GivenName, "Ann"),
    ];
    assert_eq!(subject, expected);
    assert_eq!(read.names, ["www.example.com", "example.com"]);
    assert_eq!(read.all_names(), ["example.com", "www.example.com"]);
    assert_eq!(read.other_names, [(0x87, vec![192, 0, 2, 1]), (0x81, b"a@example.com".to_vec())]);
    assert!(
        matches!(&read.key, PublicKey::Rsa { exponent, is_positive: true, has_null: true, .. } if *exponent == [1, 0, 1])
    );
    assert_eq!((read.key.bits(), read.key.is_exponent_good()), (2048, true));
    assert_eq!((read.signed_with, verify::check(&read)), (SignedWith::Rsa("SHA-256"), Verdict::Good));
    assert_eq!(read.pem, text, "what is sent is the request itself");
}

#[test]
fn the_key_types_and_hashes_of_others_are_told() {
    for (test, key, options, id, signed_with, verdict) in [
        ("p256", ec("P-256"), vec!["-sha256"], "p-256", SignedWith::Ecdsa("SHA-256"), Verdict::Good),
        ("p384", ec("P-384"), vec!["-sha384"], "p-384", SignedWith::Ecdsa("SHA-384"), Verdict::Good),
        ("p521", ec("P-521"), vec!["-sha512"], "p-521", SignedWith::Ecdsa("SHA-512"), Verdict::Unknown),
        ("k1", ec("secp256k1"), vec![], "1.3.132.0.10", SignedWith::Ecdsa("SHA-256"), Verdict::Unknown),
        ("ed25519", key(&["-algorithm", "ED25519"]), vec![], "ed25519", SignedWith::Unknown, Verdict::Unknown),
        ("rsa1024", rsa("1024"), vec![], "rsa-1024", SignedWith::Rsa("SHA-256"), Verdict::Good),
        ("rsa3072", rsa("3072"), vec!["-sha384"], "rsa-3072", SignedWith::Rsa("SHA-384"), Verdict::Good),
        ("sha512", rsa("2048"), vec!["-sha512"], "rsa-2048", SignedWith::Rsa("SHA-512"), Verdict::Good),
        ("sha1", ec("P-256"), vec!["-sha1"], "p-256", SignedWith::Ecdsa("SHA-1"), Verdict::Unknown),
    ] {
        let read = read(&request(test, &key, "/CN=example.com", &options));
        assert_eq!((read.key_id().as_str(), read.signed_with), (id, signed_with), "{test}");
        let judged = verify::check(&read);
        // RustCrypto may refuse keys as short as 1024 bits.
        assert!(judged == verdict || test == "rsa1024" && judged == Verdict::Unknown, "{test}: {judged:?}");
    }
}

#[test]
fn a_request_is_read_in_every_form_it_comes_in() {
    let key = ec("P-256");
    let plain = request("forms", &key, SUBJECT, &[]);
    let new = request("forms-new", &key, SUBJECT, &["-newhdr"]);
    assert!(new.starts_with("-----BEGIN NEW CERTIFICATE REQUEST-----"));
    let der = pem::decode(&plain, "CERTIFICATE REQUEST").unwrap();
    let body: String = plain.lines().filter(|line| !line.starts_with('-')).collect();
    let indented: String = plain.lines().flat_map(|line| ["   ", line, " \t\n"]).collect();
    let text = openssl(&["req", "-text"], &plain);
    for (form, given) in [
        ("CRLF", plain.replace('\n', "\r\n")),
        ("CR", plain.replace('\n', "\r")),
        ("one line", plain.replace('\n', " ")),
        ("blanks", indented),
        ("openssl req -text", text),
        ("text around", format!("Re-issue for shop - a:\n\n{plain}-- \nAnn")),
        ("bare Base64", body),
        ("a file of PEM", given::text_of_file(plain.as_bytes()).expose().to_owned()),
        ("a file of DER", given::text_of_file(&der).expose().to_owned()),
        (
            "after a certificate's armour",
            format!("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n{plain}"),
        ),
    ] {
        assert_eq!(read(&given).pem, plain, "{form}");
    }
    let new = read(&new);
    assert!(new.pem.starts_with("-----BEGIN CERTIFICATE REQUEST-----") && verify::check(&new) == Verdict::Good);
}

#[test]
fn what_was_put_right_of_a_text_is_told() {
    use Cleaned as C;
    let plain = request("cleaned", &ec("P-256"), SUBJECT, &[]);
    let der = pem::decode(&plain, "CERTIFICATE REQUEST").unwrap();
    let body: String = plain.lines().filter(|line| !line.starts_with('-')).flat_map(|line| [line, "\n"]).collect();
    let end = "-----END CERTIFICATE REQUEST-----\n";
    for (given, cleaned) in [
        (plain.clone(), &[][..]),
        (plain.trim().to_owned(), &[]),
        (plain.replace('\n', "\r\n"), &[C::LineEnds]),
        (body, &[C::NoArmour]),
        (pem::encode("SOMETHING", &der), &[C::OtherLabel]),
        (given::text_of_file(&der).expose().to_owned(), &[C::Binary]),
        (pem::encode("NEW CERTIFICATE REQUEST", &der), &[C::NewHeader]),
        (plain.replace("-----", "----"), &[C::Dashes]),
        (plain.replace("-----", ""), &[C::Dashes]),
        (plain.replace("-----", "\u{2014}"), &[C::Dashes]),
        (plain.replace(end, ""), &[C::NoEnd]),
        (plain.replace("-----END", "-----END NEW"), &[C::NoEnd]),
        (format!("{plain}Thanks"), &[C::TextAround]),
        (format!("Hello {plain}"), &[C::TextAround]),
        (plain.replacen("-----\n", "-----\nComment: web\n", 1), &[C::Headers]),
        (plain.trim().replace('\n', "\\n"), &[C::Escapes]),
        (plain.replace('\n', "\n\n"), &[C::Blanks]),
    ] {
        let read = given::read(&given).unwrap_or_else(|what| panic!("{what:?}: {given}"));
        assert_eq!((read.pem, read.cleaned.as_slice()), (plain.clone(), cleaned), "{given}");
    }
}

#[test]
fn a_challenge_password_and_old_strings_do_no_harm() {
    let scratch = Scratch::new("request-config");
    let key = scratch.write("key.pem", &ec("P-256"));
    let config = "[req]\nprompt=no\nstring_mask=MASK\ndistinguished_name=dn\nattributes=at\nreq_extensions=ext\n\
        [dn]\nCN=example.com\nO=Größe Ltd\n[at]\nchallengePassword=secret word\n[ext]\nsubjectAltName=critical,DNS:example.com\n";
    for (mask, company) in [("utf8only", "Größe Ltd"), ("pkix", "Größe Ltd"), ("default", "Größe Ltd")] {
        let config = scratch.write("config", &config.replace("MASK", mask));
        let read = read(&openssl(&["req", "-new", "-utf8", "-config", &config, "-key", &key], ""));
        assert_eq!((read.part(Part::Company), read.names.as_slice()), (Some(company), &["example.com".to_owned()][..]));
        assert_eq!(verify::check(&read), Verdict::Good, "{mask}");
    }
}

#[test]
fn a_value_that_turns_or_breaks_what_is_read_is_unreadable() {
    for (i, name) in ["a\u{202e}b", "a\u{7}b"].into_iter().enumerate() {
        let read = read(&request(&format!("odd{i}"), &ec("P-256"), &format!("/CN=example.com/O={name}"), &[]));
        assert!(read.parts(Part::Company).count() == 1 && read.part(Part::Company).is_none(), "{:?}", read.subject);
    }
}

#[test]
fn an_exponent_that_authorities_refuse_is_told() {
    let good = read(&request("exponent", &rsa("2048"), "/CN=example.com", &[]));
    let der = pem::decode(&good.pem, "CERTIFICATE REQUEST").unwrap();
    let at = der.windows(5).position(|part| part == b"\x02\x03\x01\x00\x01").unwrap();
    for (exponent, is_good) in
        [(*b"\x01\x00\x01", true), (*b"\x00\x00\x01", false), (*b"\x01\x00\x00", false), (*b"\0\0\x03", true)]
    {
        let mut der = der.clone();
        der[at + 2..at + 5].copy_from_slice(&exponent);
        let read = read(&pem::encode("CERTIFICATE REQUEST", &der));
        assert_eq!((read.key.bits(), read.key.is_exponent_good()), (2048, is_good), "{exponent:?}");
    }
}

#[test]
fn a_private_key_is_seen_in_every_form_it_comes_in() {
    let plain = rsa("2048");
    let scratch = Scratch::new("request-keys");
    let path = scratch.write("key.pem", &plain);
    let convert = |arguments: &[&str], input: &str| openssl(arguments, input);
    let mut keys = vec![
        plain.clone(),
        convert(&["rsa", "-traditional"], &plain),
        convert(&["pkcs8", "-topk8", "-passout", "pass:secret"], &plain),
        convert(&["pkcs8", "-topk8", "-v1", "PBE-SHA1-3DES", "-passout", "pass:secret"], &plain),
        ec("P-384"),
        convert(&["ec"], &ec("P-256")),
        key(&["-algorithm", "ED25519"]),
        "PuTTY-User-Key-File-3: ssh-rsa\nPrivate-Lines: 14\nAAAA".to_owned(),
    ];
    // Without armour, under a wrong label, and cut in two.
    for i in 0..7 {
        let body: String = keys[i].lines().filter(|line| !line.starts_with('-')).collect();
        keys.push(body.clone());
        keys.push(format!("-----BEGIN CERTIFICATE REQUEST-----\n{body}\n-----END CERTIFICATE REQUEST-----"));
        keys.push(body.get(..32).unwrap().to_owned());
    }
    for text in &keys {
        assert_eq!(given::read(text), Err(NotRequest::PrivateKey), "{text}");
    }
    let certificate = openssl(&["req", "-x509", "-key", &path, "-subj", "/CN=example.com"], "");
    let certificate = scratch.write("crt.pem", &certificate);
    let out = scratch.write("out.p12", "");
    openssl(&["pkcs12", "-export", "-inkey", &path, "-in", &certificate, "-passout", "pass:secret", "-out", &out], "");
    let archive = std::fs::read(&out).unwrap();
    assert_eq!(given::read(given::text_of_file(&archive).expose()), Err(NotRequest::PrivateKey));
}

#[test]
fn files_of_text_are_read_by_the_mark_they_begin_with() {
    let plain = request("marks", &ec("P-256"), SUBJECT, &[]);
    let around = format!("Für Zoë 🔒:\r\n{}", plain.replace('\n', "\r\n"));
    let body: String = plain.lines().filter(|line| !line.starts_with('-')).collect();
    for text in [&plain, &around, &body] {
        let utf8 = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        for file in [utf16(text, u16::to_le_bytes), utf16(text, u16::to_be_bytes), utf8] {
            assert_eq!(read(given::text_of_file(&file).expose()).pem, plain, "{text}");
        }
    }
    // Words of no request, and marks with nothing after them.
    for file in [utf16("hello", u16::to_le_bytes), vec![0xff, 0xfe], vec![0xfe, 0xff, 0], vec![0xef, 0xbb, 0xbf]] {
        assert_eq!(given::read(given::text_of_file(&file).expose()), Err(NotRequest::Other), "{file:?}");
    }
}

#[test]
fn damaged_utf16_is_refused_and_a_key_in_it_still_seen() {
    let key = ec("P-256");
    let plain = request("damaged", &key, SUBJECT, &[]);
    for octets in [u16::to_le_bytes, u16::to_be_bytes] {
        for (text, what) in
            [(&plain, NotRequest::Broken), (&key, NotRequest::PrivateKey), (&"hello".to_owned(), NotRequest::Other)]
        {
            let whole = utf16(text, octets);
            let lone = |unit: u16, at: usize| [&whole[..at], &octets(unit), &whole[at..]].concat();
            let damaged = [
                // An octet too few and too many; halves of pairs before the text, within and after it.
                whole[..whole.len() - 1].to_vec(),
                [whole.as_slice(), b"-"].concat(),
                lone(0xd83d, 2),
                lone(0xdd12, 10),
                lone(0xd83d, whole.len()),
            ];
            for file in damaged {
                assert_eq!(given::read(given::text_of_file(&file).expose()), Err(what), "{file:?}");
            }
        }
    }
}

#[test]
fn public_keys_and_certificates_are_told_apart() {
    let key = ec("P-256");
    let scratch = Scratch::new("request-others");
    let path = scratch.write("key.pem", &key);
    let public = openssl(&["pkey", "-pubout"], &key);
    let certificate = openssl(&["req", "-x509", "-key", &path, "-subj", "/CN=example.com"], "");
    let bare = |text: &str| text.lines().filter(|line| !line.starts_with('-')).collect::<String>();
    for (text, what) in [
        (public.clone(), NotRequest::PublicKey),
        (bare(&public), NotRequest::PublicKey),
        (certificate.clone(), NotRequest::Certificate),
        (bare(&certificate), NotRequest::Certificate),
        (String::new(), NotRequest::Other),
    ] {
        assert_eq!(given::read(&text), Err(what), "{text}");
    }
}

fn good() -> &'static (String, Vec<u8>) {
    static GOOD: std::sync::OnceLock<(String, Vec<u8>)> = std::sync::OnceLock::new();
    GOOD.get_or_init(|| {
        let names = ["-addext", "subjectAltName=DNS:example.com,DNS:www.example.com"];
        let text = request("good", &ec("P-256"), SUBJECT, &names);
        let der = pem::decode(&text, "CERTIFICATE REQUEST").unwrap();
        (text, der)
    })
}

proptest! {
    #[test]
    fn arbitrary_text_and_bytes_never_panic(text in "(-----BEGIN [A-Z ]{0,9}-----|[A-Za-z0-9+/=\n]{0,80}|.{0,20}){0,5}", bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for mark in [&b""[..], b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"] {
            let _ = given::read(given::text_of_file(&[mark, &bytes].concat()).expose());
        }
        let _ = given::read(&text);
        let _ = given::read(&pem::encode("CERTIFICATE REQUEST", &bytes));
    }

    #[test]
    fn a_changed_request_never_panics_and_never_verifies(at in any::<prop::sample::Index>(), by in 1..=255_u8) {
        let mut der = good().1.clone();
        let at = at.index(der.len());
        der[at] ^= by;
        if let Ok(read) = given::read(&pem::encode("CERTIFICATE REQUEST", &der)) {
            let _ = (read.all_names(), read.key_id(), read.raw_signature());
            prop_assert_ne!(verify::check(&read), Verdict::Good, "octet {}", at);
        }
    }

    #[test]
    fn a_request_that_is_cut_or_longer_is_none(cut in any::<prop::sample::Index>(), more in prop::collection::vec(any::<u8>(), 1..9)) {
        let (text, der) = good();
        let cut = cut.index(der.len());
        prop_assert!(given::read(&pem::encode("CERTIFICATE REQUEST", &der[..cut])).is_err());
        prop_assert!(given::read(&pem::encode("CERTIFICATE REQUEST", &[der.as_slice(), &more].concat())).is_err());
        prop_assert!(given::read(text.get(..cut).unwrap()).is_err());
    }
}
