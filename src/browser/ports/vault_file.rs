//! All kept keys as one encrypted file, and back. Private keys go from wrapping to wrapping and are never seen by script.
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::CryptoKey;

use super::crypto::{Crypto, prove};
use super::derive::{Derived, gcm, random};
use super::js::{Js, ask, get, object};
use super::keep::{self, name, record, wrap};
use super::store::{KEYS, Store};
use super::vault;
use crate::domain::secret::Secret;
use crate::request::vault::{SALT, SealedKey, VECTOR, VaultFile, read_keys, write_keys};

/// What is authenticated with the sealed text.
const ABOUT: &[u8] = b"cert-order vault file";

/// The text of the file, how many keys are in it, and how many are not, since they are damaged.
///
/// # Errors
/// The browser's.
pub async fn export(crypto: &Crypto, store: &Store, passphrase: &Secret) -> Js<(String, usize, usize)> {
    let (salt, vector) = (random::<SALT>()?, random::<VECTOR>()?);
    let key = Derived::usual(&salt, "AES-GCM").key(crypto, passphrase).await?;
    let (mut keys, mut damaged) = (Vec::new(), 0);
    for entry in keep::list(store).await? {
        let Ok(pair) = keep::open(crypto, store, entry.key, entry.key_type, true).await else {
            damaged += 1;
            continue;
        };
        let vector = random::<VECTOR>()?;
        let arguments = ["pkcs8".into(), pair.private.into(), key.clone().into(), gcm(&vector, &entry.key.0).into()];
        let wrapped: ArrayBuffer = ask(crypto.subtle(), "wrapKey", &arguments).await?;
        let public: ArrayBuffer = ask(crypto.subtle(), "exportKey", &["spki".into(), pair.public.into()]).await?;
        let [public, wrapped] = [public, wrapped].map(|octets| Uint8Array::new(&octets).to_vec());
        keys.push(SealedKey { entry, public, vector: vector.to_vec(), wrapped });
    }
    let text = Uint8Array::from(write_keys(&keys).as_bytes());
    let arguments = [gcm(&vector, ABOUT).into(), key.into(), text.into()];
    let sealed: ArrayBuffer = ask(crypto.subtle(), "encrypt", &arguments).await?;
    let sealed = Uint8Array::new(&sealed).to_vec();
    let rounds = crate::request::pkcs8::ROUNDS;
    let text = VaultFile { salt: salt.to_vec(), rounds, vector: vector.to_vec(), sealed }.write();
    Ok((text, keys.len(), damaged))
}

/// The keys of a file, and the key that they are wrapped by.
pub struct Opened {
    key: CryptoKey,
    keys: Vec<SealedKey>,
}

/// Opens a file; `None` when what is sealed in it is not what this form seals.
///
/// # Errors
/// The browser's: an `OperationError` for a wrong passphrase.
pub async fn open(crypto: &Crypto, file: &VaultFile, passphrase: &Secret) -> Js<Option<Opened>> {
    let derived = Derived { rounds: file.rounds, ..Derived::usual(&file.salt, "AES-GCM") };
    let key = derived.key(crypto, passphrase).await?;
    let sealed = Uint8Array::from(file.sealed.as_slice());
    let arguments = [gcm(&file.vector, ABOUT).into(), key.clone().into(), sealed.into()];
    let text: ArrayBuffer = ask(crypto.subtle(), "decrypt", &arguments).await?;
    let text = Uint8Array::new(&text).to_vec();
    let keys = std::str::from_utf8(&text).ok().and_then(read_keys);
    Ok(keys.map(|keys| Opened { key, keys }))
}

/// Puts the keys into the vault, all or none; how many were not there before, and how many were.
///
/// # Errors
/// The browser's, or that the vault is closed.
pub async fn import(crypto: &Crypto, store: &Store, opened: &Opened) -> Js<(usize, usize)> {
    let vault = vault::current(crypto, store).await?;
    let mut records = Vec::new();
    for SealedKey { entry, public, vector, wrapped } in &opened.keys {
        let sealed = object(&[
            ("vector", Uint8Array::from(vector.as_slice()).into()),
            ("wrapped", Uint8Array::from(wrapped.as_slice()).into()),
        ]);
        let private = keep::unwrap(crypto, &sealed, &opened.key, entry.key, entry.key_type, true).await?;
        let public: JsValue = Uint8Array::from(public.as_slice()).into();
        let pair = prove(crypto, entry.key_type, &public, private).await?;
        // The name must be that of the key, whatever the file says.
        let octets = Uint8Array::new(&public).to_vec();
        if crypto.fingerprint(&octets).await? != entry.key {
            return Err(JsValue::NULL);
        }
        let wrapped = wrap(crypto, &pair.private, &vault, entry.key).await?;
        records.push((name(entry.key), record(entry, get(&public, "buffer")?, wrapped)));
    }
    let new = store.add_all(KEYS, &records).await?;
    Ok((new, records.len() - new))
}
