//! Keeps private keys in this browser: wrapped by a non-extractable AES key that lies beside them. That protects
//! against other sites only (Chromium writes such keys in clear into its profile), and the page says so.
use js_sys::{ArrayBuffer, Object, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
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
    let public: ArrayBuffer = wait(subtle.export_key("spki", &crypto.public_key(key)?)?).await?;
    let entry = object(&[
        ("public", public.into()),
        ("wrapping", wrapping.into()),
        ("vector", Uint8Array::from(&vector[..]).into()),
        ("wrapped", wrapped.into()),
        ("created", js_sys::Date::now().into()),
    ]);
    store.put(KEYS, &name(key), &entry).await?;
    let read_back = open(crypto, store, key, key_type, false).await;
    if read_back.is_err() {
        forget(store, key).await?;
    }
    read_back.map(|_| ())
}

/// Reads a kept key; the page holds it afterwards.
///
/// # Errors
/// The browser's, or that there is no such key.
pub async fn load(crypto: &Crypto, store: &Store, key: Fingerprint, key_type: KeyType) -> Js<()> {
    let (private, public) = open(crypto, store, key, key_type, true).await?;
    crypto.hold(key, private, public);
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

/// Opens an entry, and has the pair prove that it is one: what the private half signs must verify by the public half.
/// No plaintext of the private key is seen or compared.
async fn open(
    crypto: &Crypto,
    store: &Store,
    key: Fingerprint,
    key_type: KeyType,
    extractable: bool,
) -> Js<(CryptoKey, CryptoKey)> {
    let entry = store.get(KEYS, &name(key)).await?;
    let subtle = crypto.subtle();
    let import = subtle.import_key_with_object(
        "spki",
        &get(&entry, "public")?.dyn_into()?,
        &algorithm(key_type),
        true,
        &texts(&["verify"]),
    )?;
    let public: CryptoKey = wait(import).await?;
    let private = unwrap(crypto, &entry, key, key_type, extractable).await?;
    let mut challenge = [0; 32];
    getrandom::fill(&mut challenge).map_err(|_| JsValue::NULL)?;
    let signing = signing(key_type);
    let signature: ArrayBuffer = wait(subtle.sign_with_object_and_u8_array(&signing, &private, &challenge)?).await?;
    let verified =
        subtle.verify_with_object_and_buffer_source_and_u8_array(&signing, &public, &signature, &challenge)?;
    let verified = JsFuture::from(verified).await?;
    if verified.is_truthy() { Ok((private, public)) } else { Err(JsValue::NULL) }
}

async fn unwrap(
    crypto: &Crypto,
    entry: &JsValue,
    key: Fingerprint,
    key_type: KeyType,
    extractable: bool,
) -> Js<CryptoKey> {
    let wrapping: CryptoKey = get(entry, "wrapping")?.dyn_into()?;
    let wrapped = Uint8Array::new(&get(entry, "wrapped")?).to_vec();
    let vector: Uint8Array = get(entry, "vector")?.dyn_into()?;
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
