//! Keeps private keys in this browser: wrapped by a non-extractable AES key that lies beside them. That protects
//! against other sites only (Chromium writes such keys in clear into its profile), and the page says so.
use js_sys::{ArrayBuffer, Object, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CryptoKey;

use super::crypto::{Crypto, algorithm, signing};
use super::js::{Js, get, object, texts, wait};
use super::store::{KEYS, Store};
use crate::request::algorithm::KeyType;
use crate::request::fingerprint::Fingerprint;

/// Writes the key and reads it back: only what was read back counts as kept.
///
/// # Errors
/// The browser's, or that what was read is another key.
pub async fn keep(crypto: &Crypto, store: &Store, key: Fingerprint, key_type: KeyType) -> Js<()> {
    let private = crypto.private_key(key)?;
    let subtle = crypto.subtle();
    let aes = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
    let usages = texts(&["wrapKey", "unwrapKey"]);
    let wrapping: CryptoKey = wait(subtle.generate_key_with_object(&aes, false, &usages)?).await?;
    let mut vector = [0; 12];
    getrandom::fill(&mut vector).map_err(|_| JsValue::NULL)?;
    let gcm = gcm(&vector, key);
    let wrapped: ArrayBuffer = wait(subtle.wrap_key_with_object("pkcs8", &private, &wrapping, &gcm)?).await?;
    let entry = object(&[
        ("wrapping", wrapping.into()),
        ("vector", Uint8Array::from(&vector[..]).into()),
        ("wrapped", wrapped.into()),
        ("created", js_sys::Date::now().into()),
    ]);
    store.put(KEYS, &name(key), &entry).await?;
    let read_back = unwrap(crypto, store, key, key_type, false).await?;
    proves_itself(crypto, key, key_type, &read_back).await
}

/// Reads a kept key; the page holds it afterwards.
///
/// # Errors
/// The browser's, or that there is no such key.
pub async fn load(crypto: &Crypto, store: &Store, key: Fingerprint, key_type: KeyType) -> Js<()> {
    let private = unwrap(crypto, store, key, key_type, true).await?;
    crypto.hold(key, private);
    Ok(())
}

/// Deletes a kept key.
///
/// # Errors
/// The browser's.
pub async fn forget(store: &Store, key: Fingerprint) -> Js<()> {
    store.delete(KEYS, &name(key)).await
}

fn name(key: Fingerprint) -> String {
    key.to_text()
}

/// The fingerprint is authenticated too: an entry that was put under another key's name does not open.
fn gcm(vector: &[u8], key: Fingerprint) -> Object {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(vector).into()),
        ("additionalData", Uint8Array::from(&key.0[..]).into()),
    ])
}

async fn unwrap(
    crypto: &Crypto,
    store: &Store,
    key: Fingerprint,
    key_type: KeyType,
    extractable: bool,
) -> Js<CryptoKey> {
    let entry = store.get(KEYS, &name(key)).await?;
    let wrapping: CryptoKey = get(&entry, "wrapping")?.dyn_into()?;
    let wrapped = Uint8Array::new(&get(&entry, "wrapped")?).to_vec();
    let vector: Uint8Array = get(&entry, "vector")?.dyn_into()?;
    let unwrapped = crypto.subtle().unwrap_key_with_u8_array_and_object_and_object(
        "pkcs8",
        &wrapped,
        &wrapping,
        &gcm(&vector.to_vec(), key),
        &algorithm(key_type),
        extractable,
        &texts(&["sign"]),
    )?;
    wait(unwrapped).await
}

/// What `read` signs must verify by the public half of the key that was meant: no plaintext is compared.
async fn proves_itself(crypto: &Crypto, key: Fingerprint, key_type: KeyType, read: &CryptoKey) -> Js<()> {
    let subtle = crypto.subtle();
    let mut challenge = [0; 32];
    getrandom::fill(&mut challenge).map_err(|_| JsValue::NULL)?;
    let signature = subtle.sign_with_object_and_u8_array(&signing(key_type), read, &challenge)?;
    let signature: ArrayBuffer = wait(signature).await?;
    let public = crypto.public_key(key)?;
    let verified = subtle.verify_with_object_and_buffer_source_and_u8_array(
        &signing(key_type),
        &public,
        &signature,
        &challenge,
    )?;
    let verified = wasm_bindgen_futures::JsFuture::from(verified).await?;
    if verified.is_truthy() { Ok(()) } else { Err(JsValue::NULL) }
}
