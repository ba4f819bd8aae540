//! Keys by WebCrypto. A `CryptoKey` never leaves this file and `keep.rs`; everyone else names it by fingerprint.
use std::cell::RefCell;

use js_sys::{ArrayBuffer, Object, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};
use zeroize::Zeroizing;

use super::derive::random;
use super::js::{Js, ask, get, object, texts, wait};
use crate::domain::secret::Secret;
use crate::request::algorithm::KeyType;
use crate::request::fingerprint::Fingerprint;
use crate::request::keyfile;
use crate::wizard::message::MadeKey;

/// A key pair.
#[derive(Clone)]
pub struct Pair {
    pub(super) private: CryptoKey,
    pub(super) public: CryptoKey,
}

/// A vault that this page has opened.
#[derive(Clone)]
pub struct OpenVault {
    /// Which vault it is: another one may be in its place by now.
    pub(super) id: Vec<u8>,
    /// What wraps the private keys.
    pub(super) key: CryptoKey,
}

impl Pair {
    /// The private half.
    pub fn private(&self) -> &CryptoKey {
        &self.private
    }
}

/// The browser's keys of this page.
pub struct Crypto {
    subtle: SubtleCrypto,
    keys: RefCell<Vec<(Fingerprint, Pair)>>,
    vault: RefCell<Option<OpenVault>>,
}

impl Crypto {
    /// `None` outside a secure context, where browsers have no WebCrypto.
    pub fn new() -> Option<Self> {
        let window = web_sys::window()?;
        let is_secure = get(&window, "isSecureContext").is_ok_and(|secure| secure.is_truthy());
        let subtle = window.crypto().ok()?.subtle();
        (is_secure && !subtle.is_undefined()).then(|| Self {
            subtle,
            keys: RefCell::default(),
            vault: RefCell::default(),
        })
    }

    /// The browser's own interface, for `keep.rs` and `verify.rs`.
    pub(super) fn subtle(&self) -> &SubtleCrypto {
        &self.subtle
    }

    /// Makes a key pair. It is extractable, since the customer must get the private key as a file.
    ///
    /// # Errors
    /// The browser's.
    pub async fn make(&self, key_type: KeyType) -> Js<MadeKey> {
        let usages = texts(&["sign", "verify"]);
        let pair: Object = wait(self.subtle.generate_key_with_object(&algorithm(key_type), true, &usages)?).await?;
        let public: CryptoKey = get(&pair, "publicKey")?.dyn_into()?;
        let private: CryptoKey = get(&pair, "privateKey")?.dyn_into()?;
        let exported: ArrayBuffer = wait(self.subtle.export_key("spki", &public)?).await?;
        let subject_public_key_info = Uint8Array::new(&exported).to_vec();
        let fingerprint = self.fingerprint(&subject_public_key_info).await?;
        self.hold(fingerprint, Pair { private, public });
        Ok(MadeKey { subject_public_key_info, fingerprint })
    }

    /// SHA-256 of a public key: its name.
    ///
    /// # Errors
    /// The browser's.
    pub async fn fingerprint(&self, subject_public_key_info: &[u8]) -> Js<Fingerprint> {
        let digest = self.subtle.digest_with_str_and_u8_array("SHA-256", subject_public_key_info)?;
        let digest: ArrayBuffer = wait(digest).await?;
        Uint8Array::new(&digest).to_vec().try_into().map(Fingerprint).map_err(|_| JsValue::NULL)
    }

    /// Signs `bytes`; ECDSA signatures come as r‖s.
    ///
    /// # Errors
    /// The browser's, or that the key is not held.
    pub async fn sign(&self, key: Fingerprint, key_type: KeyType, bytes: &[u8]) -> Js<Vec<u8>> {
        let private = self.pair(key)?.private;
        let signature = self.subtle.sign_with_object_and_u8_array(&signing(key_type), &private, bytes)?;
        let signature: ArrayBuffer = wait(signature).await?;
        Ok(Uint8Array::new(&signature).to_vec())
    }

    /// The private key as the text of a PEM file. Only for Show, Copy and Download.
    ///
    /// # Errors
    /// The browser's, or that the key is not held.
    pub async fn reveal(&self, key: Fingerprint) -> Js<Secret> {
        self.text_of(&self.pair(key)?.private).await
    }

    /// As [`Crypto::reveal`] for a key that is not held.
    ///
    /// # Errors
    /// The browser's.
    pub async fn text_of(&self, private: &CryptoKey) -> Js<Secret> {
        let exported: ArrayBuffer = wait(self.subtle.export_key("pkcs8", private)?).await?;
        let exported = Uint8Array::new(&exported);
        let pkcs8 = Zeroizing::new(exported.to_vec());
        exported.fill(0, 0, exported.length());
        Ok(keyfile::to_pem(&pkcs8))
    }

    /// Holds a key pair under its name.
    pub(super) fn hold(&self, key: Fingerprint, pair: Pair) {
        self.forget(key);
        self.keys.borrow_mut().push((key, pair));
    }

    /// Whether the vault is open in this page.
    pub fn has_vault(&self) -> bool {
        self.vault.borrow().is_some()
    }

    /// The opened vault.
    pub(super) fn vault(&self) -> Option<OpenVault> {
        self.vault.borrow().clone()
    }

    /// Opens the vault for this page, or closes it.
    pub(super) fn set_vault(&self, vault: Option<OpenVault>) {
        self.vault.replace(vault);
    }

    /// Closes the vault.
    pub fn close_vault(&self) {
        self.set_vault(None);
    }

    /// Lets a private key go.
    pub fn forget(&self, key: Fingerprint) {
        self.keys.borrow_mut().retain(|(held, _)| *held != key);
    }

    /// Lets all keys go, and the vault.
    pub fn forget_all(&self) {
        self.keys.borrow_mut().clear();
        self.close_vault();
    }

    /// The key pair with this name.
    ///
    /// # Errors
    /// That it is not held.
    pub fn pair(&self, key: Fingerprint) -> Js<Pair> {
        let keys = self.keys.borrow();
        keys.iter().find(|(held, _)| *held == key).map(|(_, pair)| pair.clone()).ok_or(JsValue::NULL)
    }
}

/// Has a private key prove that it belongs to `public` (`SubjectPublicKeyInfo`): what the one signs must verify by the other.
///
/// # Errors
/// The browser's, or that they are no pair.
pub(super) async fn prove(crypto: &Crypto, key_type: KeyType, public: &JsValue, private: CryptoKey) -> Js<Pair> {
    let subtle = &crypto.subtle;
    let import = ["spki".into(), public.clone(), algorithm(key_type).into(), JsValue::TRUE, texts(&["verify"]).into()];
    let public: CryptoKey = ask(subtle, "importKey", &import).await?;
    let challenge = random::<32>()?;
    let signing = signing(key_type);
    let signature: ArrayBuffer = wait(subtle.sign_with_object_and_u8_array(&signing, &private, &challenge)?).await?;
    let verified =
        subtle.verify_with_object_and_buffer_source_and_u8_array(&signing, &public, &signature, &challenge)?;
    let verified = JsFuture::from(verified).await?;
    if verified.is_truthy() { Ok(Pair { private, public }) } else { Err(JsValue::NULL) }
}

/// What a key of this type is generated and imported as.
pub(super) fn algorithm(key_type: KeyType) -> Object {
    match key_type.rsa_bits() {
        Some(bits) => object(&[
            ("name", "RSASSA-PKCS1-v1_5".into()),
            ("modulusLength", bits.into()),
            ("publicExponent", Uint8Array::from(&[1_u8, 0, 1][..]).into()),
            ("hash", "SHA-256".into()),
        ]),
        None => object(&[("name", "ECDSA".into()), ("namedCurve", curve(key_type).into())]),
    }
}

/// What a key of this type signs with.
pub(super) fn signing(key_type: KeyType) -> Object {
    match key_type {
        KeyType::Rsa2048 | KeyType::Rsa3072 | KeyType::Rsa4096 => object(&[("name", "RSASSA-PKCS1-v1_5".into())]),
        KeyType::P256 => object(&[("name", "ECDSA".into()), ("hash", "SHA-256".into())]),
        KeyType::P384 => object(&[("name", "ECDSA".into()), ("hash", "SHA-384".into())]),
    }
}

fn curve(key_type: KeyType) -> &'static str {
    if key_type == KeyType::P384 { "P-384" } else { "P-256" }
}
