//! Keys by the browser's WebCrypto.
use cert_order::browser::ports::crypto::Crypto;
use cert_order::request::algorithm::KeyType;
use cert_order::request::fingerprint::Fingerprint;
use cert_order::request::read;
use wasm_bindgen_test::wasm_bindgen_test;

/// A fingerprint that no key has.
pub const UNKNOWN: Fingerprint = Fingerprint([7; 32]);

/// A page that holds no key yet.
pub fn fresh_page() -> Crypto {
    Crypto::new().unwrap()
}

#[wasm_bindgen_test]
async fn a_key_that_the_page_does_not_hold_gives_an_error() {
    let crypto = fresh_page();
    for key_type in KeyType::ALL {
        assert!(crypto.sign(UNKNOWN, key_type, b"some bytes").await.is_err(), "{key_type:?}");
    }
    assert!(crypto.reveal(UNKNOWN).await.is_err());
    crypto.forget(UNKNOWN);
}

#[wasm_bindgen_test]
async fn a_forgotten_key_neither_signs_nor_shows() {
    let crypto = fresh_page();
    let made = crypto.make(KeyType::P256).await.unwrap();
    assert!(crypto.sign(made.fingerprint, KeyType::P256, b"some bytes").await.is_ok());
    crypto.forget(made.fingerprint);
    assert!(crypto.sign(made.fingerprint, KeyType::P256, b"some bytes").await.is_err());
    assert!(crypto.reveal(made.fingerprint).await.is_err());
}

#[wasm_bindgen_test]
async fn a_key_does_not_sign_as_another_type() {
    let crypto = fresh_page();
    for (key_type, other) in [(KeyType::P256, KeyType::Rsa2048), (KeyType::Rsa2048, KeyType::P384)] {
        let made = crypto.make(key_type).await.unwrap();
        assert!(crypto.sign(made.fingerprint, other, b"some bytes").await.is_err(), "{key_type:?} as {other:?}");
    }
}

#[wasm_bindgen_test]
async fn each_key_is_a_new_one_and_shows_as_pkcs8() {
    let crypto = fresh_page();
    let (first, second) = (crypto.make(KeyType::P256).await.unwrap(), crypto.make(KeyType::P256).await.unwrap());
    assert_ne!(first.fingerprint, second.fingerprint);
    for made in [first, second] {
        let file = pem::parse(crypto.reveal(made.fingerprint).await.unwrap().expose()).unwrap();
        assert_eq!(file.tag(), "PRIVATE KEY");
        // PKCS #8 of an elliptic curve ends with the public point (RFC 5915 3): the file is this key's.
        let point = read::subject_public_key(&made.subject_public_key_info).unwrap();
        assert!(file.contents().ends_with(point));
    }
}
