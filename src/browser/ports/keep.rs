//! Keeps private keys in this browser.
//!
//! A record for each key, by its fingerprint: its public half, and what is known of it. In the vault, the private half is
//! wrapped by the vault's key. Without a passphrase it is wrapped by an AES key of its own that lies beside it, whose only
//! protection is the browser's: against other sites, and the page says so. That key lies where it can be deleted for good
//! (`erasable`): once the copy is deleted, or comes under the passphrase, the record's traces in the profile open no more.
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CryptoKey;

use super::crypto::{Crypto, Pair, algorithm, prove};
use super::derive::{gcm, random};
use super::erasable;
use super::js::{Js, ask, get, milliseconds as milliseconds_of, number, object, texts};
use super::store::{KEYS, Store};
use super::vault;
use crate::request::algorithm::KeyType;
use crate::request::fingerprint::Fingerprint;
use crate::request::vault::{Entry, Guard, VECTOR};
use crate::wizard::keys::Hold;

/// Writes the key and reads it back: only what was read back counts as kept. What was kept before stays until then.
///
/// # Errors
/// The browser's, or that what was read is another key.
pub async fn keep(crypto: &Crypto, store: &Store, entry: &Entry) -> Js<()> {
    let (key, pair) = (entry.key, crypto.pair(entry.key)?);
    let before = store.get(KEYS, &name(key)).await?;
    let public: ArrayBuffer = ask(crypto.subtle(), "exportKey", &["spki".into(), pair.public.into()]).await?;
    let wrapping = match entry.guard {
        Guard::Browser => own_key(crypto, key, true).await?,
        Guard::Passphrase => vault::current(crypto, store).await?,
    };
    let wrapped = wrap(crypto, &pair.private, &wrapping, key).await?;
    let record = record(entry, public.into(), wrapped);
    store.put(KEYS, &name(key), &record).await?;
    if let Err(error) = open(crypto, store, key, entry.key_type, false).await {
        if before.is_undefined() {
            forget(store, key).await?;
        } else {
            store.put(KEYS, &name(key), &before).await?;
        }
        return Err(error);
    }
    if entry.guard == Guard::Passphrase { erasable::erase(&own(key)).await } else { Ok(()) }
}

/// The record of a key: its public half, what is known of it, and what of it is `wrapped` here.
pub(super) fn record(entry: &Entry, public: JsValue, wrapped: Vec<(&str, JsValue)>) -> JsValue {
    let mut properties = wrapped;
    properties.extend([
        ("public", public),
        ("type", entry.key_type.id().into()),
        ("guard", entry.guard.id().into()),
        ("name", entry.name.as_str().into()),
        ("domain", entry.domain.as_str().into()),
        ("order", entry.order.as_str().into()),
        ("created", number(entry.created_ms)),
        ("issued", entry.issued_ms.map_or(JsValue::NULL, number)),
    ]);
    object(&properties).into()
}

/// The AES key of a key that is kept without a passphrase; with `is_new` a fresh one takes its place.
async fn own_key(crypto: &Crypto, key: Fingerprint, is_new: bool) -> Js<CryptoKey> {
    if is_new {
        erasable::put(&own(key), &random::<32>()?).await?;
    }
    let octets = Uint8Array::from(erasable::octets(&own(key)).await?.as_slice());
    let uses = texts(&["wrapKey", "unwrapKey"]).into();
    let arguments = ["raw".into(), octets.into(), "AES-GCM".into(), JsValue::FALSE, uses];
    ask(crypto.subtle(), "importKey", &arguments).await
}

/// A private key wrapped: the properties of its record. The fingerprint is authenticated with it.
///
/// # Errors
/// The browser's.
pub(super) async fn wrap(
    crypto: &Crypto,
    private: &CryptoKey,
    wrapping: &CryptoKey,
    key: Fingerprint,
) -> Js<Vec<(&'static str, JsValue)>> {
    let vector = random::<VECTOR>()?;
    let arguments = ["pkcs8".into(), private.into(), wrapping.into(), gcm(&vector, &key.0).into()];
    let wrapped: ArrayBuffer = ask(crypto.subtle(), "wrapKey", &arguments).await?;
    Ok(vec![("vector", Uint8Array::from(&vector[..]).into()), ("wrapped", wrapped.into())])
}

/// Reads a kept key; the page holds it afterwards, unless it lies in a vault that is closed.
///
/// # Errors
/// The browser's, or that there is no such key.
pub async fn load(crypto: &Crypto, store: &Store, key: Fingerprint, key_type: KeyType) -> Js<Hold> {
    let record = store.get(KEYS, &name(key)).await?;
    if guard(&record) == Some(Guard::Passphrase) && !crypto.has_vault() {
        return Ok(Hold::Locked);
    }
    let pair = open(crypto, store, key, key_type, true).await?;
    crypto.hold(key, pair);
    Ok(Hold::Live)
}

/// Deletes a kept key.
///
/// # Errors
/// The browser's.
pub async fn forget(store: &Store, key: Fingerprint) -> Js<()> {
    store.delete(KEYS, &name(key)).await?;
    erasable::erase(&own(key)).await
}

/// Deletes all kept keys, and the vault.
///
/// # Errors
/// The browser's.
pub async fn forget_all(store: &Store) -> Js<()> {
    for entry in list(store).await? {
        erasable::erase(&own(entry.key)).await?;
    }
    store.clear(KEYS).await
}

/// What is known of the kept keys, the newest first. What is no record of this form is left alone.
///
/// # Errors
/// The browser's.
pub async fn list(store: &Store) -> Js<Vec<Entry>> {
    let all = store.all(KEYS).await?;
    let mut entries: Vec<Entry> = all.iter().filter_map(|(key, record)| entry(key, record)).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.created_ms));
    Ok(entries)
}

/// What is known of one kept key.
///
/// # Errors
/// The browser's, or that there is no such key.
pub async fn entry_of(store: &Store, key: Fingerprint) -> Js<Entry> {
    let key = name(key);
    entry(&key, &store.get(KEYS, &key).await?).ok_or(JsValue::UNDEFINED)
}

/// `entry` with what the customer and the order have said of the key before.
///
/// # Errors
/// The browser's.
pub async fn known(store: &Store, entry: Entry) -> Js<Entry> {
    let key = name(entry.key);
    let before = self::entry(&key, &store.get(KEYS, &key).await?);
    Ok(before.map_or(entry.clone(), |before| Entry { guard: entry.guard, domain: entry.domain, ..before }))
}

/// Writes beside a key which order it is for, and that its certificate was seen: the first time counts.
///
/// # Errors
/// The browser's, or that there is no such key.
pub async fn note(store: &Store, key: Fingerprint, order: &str, is_issued: bool) -> Js<()> {
    let mut changes = vec![("order", order.into())];
    if is_issued && entry_of(store, key).await?.issued_ms.is_none() {
        changes.push(("issued", js_sys::Date::now().into()));
    }
    store.amend(KEYS, &name(key), &changes).await.map(|_| ())
}

/// Deletes keys that are only remembered, 30 days after their certificates were issued.
///
/// # Errors
/// The browser's.
pub async fn sweep(store: &Store) -> Js<()> {
    let now_ms = milliseconds_of(js_sys::Date::now());
    for entry in list(store).await? {
        if entry.ends_ms().is_some_and(|ends_ms| ends_ms <= now_ms) {
            forget(store, entry.key).await?;
        }
    }
    Ok(())
}

/// Opens an entry, and has the pair prove that it is one: what the private half signs must verify by the public half.
/// No plaintext of the private key is seen or compared.
///
/// # Errors
/// The browser's, or that there is no such key.
pub async fn open(crypto: &Crypto, store: &Store, key: Fingerprint, key_type: KeyType, extractable: bool) -> Js<Pair> {
    let record = store.get(KEYS, &name(key)).await?;
    let wrapping = match guard(&record).ok_or(JsValue::UNDEFINED)? {
        Guard::Passphrase => vault::current(crypto, store).await?,
        Guard::Browser => own_key(crypto, key, false).await?,
    };
    let private = unwrap(crypto, &record, &wrapping, key, key_type, extractable).await?;
    prove(crypto, key_type, &get(&record, "public")?, private).await
}

/// Unwraps the private half of `record` by `wrapping`. The fingerprint is authenticated too: an entry that was put under
/// another key's name does not open.
///
/// # Errors
/// The browser's.
pub async fn unwrap(
    crypto: &Crypto,
    record: &JsValue,
    wrapping: &CryptoKey,
    key: Fingerprint,
    key_type: KeyType,
    extractable: bool,
) -> Js<CryptoKey> {
    let vector: Uint8Array = get(record, "vector")?.dyn_into()?;
    let arguments = [
        "pkcs8".into(),
        get(record, "wrapped")?,
        wrapping.into(),
        gcm(&vector.to_vec(), &key.0).into(),
        algorithm(key_type).into(),
        extractable.into(),
        texts(&["sign"]).into(),
    ];
    ask(crypto.subtle(), "unwrapKey", &arguments).await
}

/// The key of a record.
pub fn name(key: Fingerprint) -> String {
    key.to_text()
}

/// Where the AES key lies of a key that is remembered without a passphrase.
fn own(key: Fingerprint) -> String {
    format!("cert-order-key-{}", key.to_text())
}

fn guard(record: &JsValue) -> Option<Guard> {
    Guard::from_id(&text(record, "guard")?)
}

fn entry(key: &str, record: &JsValue) -> Option<Entry> {
    Some(Entry {
        key: Fingerprint::from_text(key)?,
        key_type: KeyType::from_id(&text(record, "type")?)?,
        guard: guard(record)?,
        name: text(record, "name")?,
        domain: text(record, "domain")?,
        order: text(record, "order")?,
        created_ms: milliseconds(record, "created")?,
        issued_ms: milliseconds(record, "issued"),
    })
}

fn text(record: &JsValue, name: &str) -> Option<String> {
    get(record, name).ok()?.as_string()
}

fn milliseconds(record: &JsValue, name: &str) -> Option<u64> {
    get(record, name).ok()?.as_f64().map(milliseconds_of)
}
