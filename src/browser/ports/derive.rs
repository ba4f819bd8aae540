//! AES keys from passphrases: PBKDF2 (RFC 8018 5.2) by `WebCrypto`, off the main thread.
use js_sys::{JsString, Object, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::CryptoKey;

use super::crypto::Crypto;
use super::js::{Js, ask, object, texts};
use crate::domain::secret::Secret;
use crate::request::pkcs8;

/// How a key is derived, and what it is for.
pub struct Derived<'a> {
    /// Of PBKDF2.
    pub salt: &'a [u8],
    /// Of PBKDF2.
    pub rounds: u32,
    /// The hash under PBKDF2's HMAC, as `WebCrypto` calls it.
    pub hash: &'a str,
    /// `AES-GCM` or `AES-CBC`.
    pub cipher: &'a str,
    /// Bits of the AES key.
    pub bits: u16,
}

impl<'a> Derived<'a> {
    /// As this form derives what it writes: SHA-256, AES-256.
    pub fn usual(salt: &'a [u8], cipher: &'a str) -> Self {
        Self { salt, rounds: pkcs8::ROUNDS, hash: "SHA-256", cipher, bits: 256 }
    }

    /// The AES key, which no script can read.
    ///
    /// # Errors
    /// The browser's.
    pub async fn key(&self, crypto: &Crypto, passphrase: &Secret) -> Js<CryptoKey> {
        let subtle: &JsValue = crypto.subtle();
        // Keyboards differ in how they compose an accented letter; the passphrase shall be the same on all of them.
        let text: String = JsString::from(passphrase.expose()).normalize("NFC").into();
        let octets = Uint8Array::from(Secret::new(text).expose().as_bytes());
        let uses = texts(&["deriveKey"]).into();
        let arguments = ["raw".into(), octets.clone().into(), "PBKDF2".into(), JsValue::FALSE, uses];
        let base = ask::<CryptoKey>(subtle, "importKey", &arguments).await;
        octets.fill(0, 0, octets.length());
        let how = object(&[
            ("name", "PBKDF2".into()),
            ("hash", self.hash.into()),
            ("salt", Uint8Array::from(self.salt).into()),
            ("iterations", self.rounds.into()),
        ]);
        let what = object(&[("name", self.cipher.into()), ("length", self.bits.into())]);
        let uses = texts(&["encrypt", "decrypt", "wrapKey", "unwrapKey"]).into();
        ask(subtle, "deriveKey", &[how.into(), base?.into(), what.into(), JsValue::FALSE, uses]).await
    }
}

/// AES in GCM mode with this vector; `about` is authenticated with it.
pub fn gcm(vector: &[u8], about: &[u8]) -> Object {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(vector).into()),
        ("additionalData", Uint8Array::from(about).into()),
    ])
}

/// AES in CBC mode with this vector.
pub fn cbc(iv: &[u8]) -> Object {
    object(&[("name", "AES-CBC".into()), ("iv", Uint8Array::from(iv).into())])
}

/// Random octets: salts and vectors.
///
/// # Errors
/// The browser's.
pub fn random<const N: usize>() -> Js<[u8; N]> {
    let mut octets = [0; N];
    getrandom::fill(&mut octets).map_err(|_| JsValue::NULL)?;
    Ok(octets)
}
