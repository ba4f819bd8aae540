//! Requests made as the wizard makes them, from keys of this browser. They are printed between markers, with what they
//! should say: `scripts/verify-requests.mjs` reads them there and asks `openssl`.
use cert_order::browser::ports::crypto::Crypto;
use cert_order::browser::ports::js::{get, object, texts, wait};
use cert_order::domain::country::CountryCode;
use cert_order::domain::email::EmailAddress;
use cert_order::domain::hostname::Hostname;
use cert_order::domain::text::Line;
use cert_order::request::algorithm::KeyType;
use cert_order::request::der::{self, Reader};
use cert_order::request::subject::{Subject, SubjectInRequest};
use cert_order::request::{build, read};
use cert_order::wizard::message::MadeKey;
use serde_json::json;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};
use web_sys::{CryptoKey, SubtleCrypto};

use crate::keys::fresh_page;

fn line(text: &str) -> Line {
    Line::parse(text, 128).unwrap()
}

/// A subject whose unit and e-mail address must stay out of the request.
fn subject(key_type: KeyType) -> Subject {
    let names = [format!("www.{}.example.com", key_type.id()), format!("*.{}.example.com", key_type.id())];
    Subject {
        country: CountryCode::parse("DE").unwrap(),
        state: line("Nordrhein-Westfalen"),
        city: line("Köln, \"Altstadt\" + Deutz"),
        company: line("Müller & Söhne = 1; GmbH"),
        company_unit: Some(line("Unit that must stay out")),
        domain: Hostname::parse(&format!("{}.example.com", key_type.id())).unwrap(),
        email: Some(EmailAddress::parse("stay-out@example.org").unwrap()),
        further_names: names.iter().map(|name| Hostname::parse(name).unwrap()).collect(),
    }
}

/// What is signed, the signature as WebCrypto gave it, and the request in PEM.
pub struct MadeRequest {
    to_be_signed: Vec<u8>,
    raw_signature: Vec<u8>,
    /// The whole.
    pub pem: String,
}

pub async fn make_request(crypto: &Crypto, key: &MadeKey, key_type: KeyType) -> MadeRequest {
    let spki = &key.subject_public_key_info;
    let to_be_signed = build::to_be_signed(&subject(key_type), SubjectInRequest::Full, key_type, spki).unwrap();
    let raw_signature = crypto.sign(key.fingerprint, key_type, &to_be_signed).await.unwrap();
    let pem = build::assemble(&to_be_signed, key_type, &raw_signature).unwrap();
    MadeRequest { to_be_signed, raw_signature, pem }
}

fn print(key_type: KeyType, request_pem: &str) {
    let subject = subject(key_type);
    let names: Vec<&str> = subject.names().map(Hostname::as_str).collect();
    let expected = json!({
        "subject": [
            ["countryName", "PRINTABLESTRING", subject.country.as_str()],
            ["stateOrProvinceName", "UTF8STRING", subject.state.as_str()],
            ["localityName", "UTF8STRING", subject.city.as_str()],
            ["organizationName", "UTF8STRING", subject.company.as_str()],
            ["commonName", "UTF8STRING", subject.domain.as_str()],
        ],
        "names": names,
    });
    let id = key_type.id();
    console_log!("=== request of {id}: begin\n{expected}\n{request_pem}=== request of {id}: end");
}

async fn print_a_request_of(key_type: KeyType) {
    let crypto = fresh_page();
    let key = crypto.make(key_type).await.unwrap();
    let request = make_request(&crypto, &key, key_type).await;
    assert_eq!(read::request_public_key(&request.pem).unwrap(), key.subject_public_key_info);
    print(key_type, &request.pem);
}

#[wasm_bindgen_test]
async fn a_request_of_rsa_2048_is_made() {
    print_a_request_of(KeyType::Rsa2048).await;
}

#[wasm_bindgen_test]
async fn a_request_of_rsa_3072_is_made() {
    print_a_request_of(KeyType::Rsa3072).await;
}

#[wasm_bindgen_test]
async fn a_request_of_rsa_4096_is_made() {
    print_a_request_of(KeyType::Rsa4096).await;
}

#[wasm_bindgen_test]
async fn a_request_of_p_256_is_made() {
    print_a_request_of(KeyType::P256).await;
}

#[wasm_bindgen_test]
async fn a_request_of_p_384_is_made() {
    print_a_request_of(KeyType::P384).await;
}

/// r and s of the request's `ECDSA-Sig-Value`, each padded to 32 octets again.
fn signature_in(request_pem: &str) -> Vec<u8> {
    let request = pem::parse(request_pem).unwrap();
    let mut fields = Reader::new(der::single(request.contents(), der::SEQUENCE).unwrap());
    fields.content(der::SEQUENCE).unwrap();
    fields.content(der::SEQUENCE).unwrap();
    let bits = fields.content(der::BIT_STRING).unwrap();
    let mut halves = Reader::new(der::single(&bits[1..], der::SEQUENCE).unwrap());
    let mut half = || -> Vec<u8> {
        let digits = halves.content(der::INTEGER).unwrap();
        assert!(digits[0] < 0x80, "an INTEGER here is not negative");
        let digits: Vec<u8> = digits.iter().copied().skip_while(|octet| *octet == 0).collect();
        [vec![0; 32 - digits.len()], digits].concat()
    };
    [half(), half()].concat()
}

/// Whether WebCrypto finds the P-256 `signature` (r‖s) to be of `bytes` by the key `spki`.
async fn verifies(spki: &[u8], signature: &[u8], bytes: &[u8]) -> bool {
    let subtle: SubtleCrypto = web_sys::window().unwrap().crypto().unwrap().subtle();
    let import = object(&[("name", "ECDSA".into()), ("namedCurve", "P-256".into())]);
    let spki = js_sys::Uint8Array::from(spki);
    let key = subtle.import_key_with_object("spki", &spki, &import, true, &texts(&["verify"])).unwrap();
    let key: CryptoKey = wait(key).await.unwrap();
    let ecdsa = object(&[("name", "ECDSA".into()), ("hash", "SHA-256".into())]);
    let verified = subtle.verify_with_object_and_u8_array_and_u8_array(&ecdsa, &key, signature, bytes).unwrap();
    JsFuture::from(verified).await.unwrap() == JsValue::TRUE
}

#[wasm_bindgen_test]
async fn fifty_requests_verify_by_the_key_that_is_in_them() {
    let crypto = fresh_page();
    for count in 0..50 {
        let key = crypto.make(KeyType::P256).await.unwrap();
        let request = make_request(&crypto, &key, KeyType::P256).await;
        let signature = signature_in(&request.pem);
        assert_eq!(signature, request.raw_signature, "request {count}");
        let spki = read::request_public_key(&request.pem).unwrap();
        let MadeRequest { mut to_be_signed, pem, .. } = request;
        assert!(verifies(&spki, &signature, &to_be_signed).await, "request {count}: {pem}");
        *to_be_signed.last_mut().unwrap() ^= 1;
        assert!(!verifies(&spki, &signature, &to_be_signed).await, "request {count} with one bit changed");
    }
}

#[wasm_bindgen_test]
fn the_page_is_in_a_secure_context() {
    assert!(get(&js_sys::global(), "isSecureContext").unwrap().is_truthy());
}
