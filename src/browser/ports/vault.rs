//! The vault: one AES-256-GCM key wraps the private keys, and is wrapped itself by a key that PBKDF2 derives from the
//! passphrase. Another passphrase is thus one write, and no private key is touched by it.
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CryptoKey;

use super::crypto::{Crypto, OpenVault};
use super::derive::{Derived, gcm, random};
use super::js::{Js, ask, get, milliseconds, object, texts};
use super::keep;
use super::store::{KEYS, Store};
use crate::domain::secret::Secret;
use crate::request::pkcs8;
use crate::request::vault::{Guard, SALT, VECTOR};

/// The record of the vault among those of the keys.
const VAULT: &str = "vault";
/// Octets of what tells one vault from another.
const ID: usize = 16;
/// What is authenticated with the wrapped key of the vault.
const ABOUT: &[u8] = b"cert-order vault";

/// Whether there is a vault.
///
/// # Errors
/// The browser's.
pub async fn is_there(store: &Store) -> Js<bool> {
    store.get(KEYS, VAULT).await.map(|record| record.is_object())
}

/// Opens the vault for this page, making it where there is none; keys that are only remembered are put into it.
///
/// # Errors
/// The browser's: an `OperationError` for a passphrase that is not the vault's.
pub async fn open(crypto: &Crypto, store: &Store, passphrase: &Secret) -> Js<()> {
    unlock(crypto, store, passphrase).await?;
    for mut entry in keep::list(store).await? {
        if entry.guard == Guard::Browser {
            let was_held = crypto.pair(entry.key).is_ok();
            // One that is damaged stays as it is, and keeps nobody from the others.
            let Ok(pair) = keep::open(crypto, store, entry.key, entry.key_type, true).await else { continue };
            crypto.hold(entry.key, pair);
            entry.guard = Guard::Passphrase;
            let kept = keep::keep(crypto, store, &entry).await;
            if !was_held {
                crypto.forget(entry.key);
            }
            kept?;
        }
    }
    Ok(())
}

/// As [`open`], but for the keys.
///
/// # Errors
/// As [`open`].
pub async fn unlock(crypto: &Crypto, store: &Store, passphrase: &Secret) -> Js<()> {
    if !is_there(store).await? {
        let aes = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
        let uses = texts(&["wrapKey", "unwrapKey"]).into();
        let fresh: CryptoKey = ask(crypto.subtle(), "generateKey", &[aes.into(), JsValue::TRUE, uses]).await?;
        let record = seal(crypto, &fresh, &random::<ID>()?, passphrase).await?;
        // Another tab may have made one meanwhile: that one counts, and the passphrase must open it.
        store.add_all(KEYS, &[(VAULT.to_owned(), record)]).await?;
    }
    let record = store.get(KEYS, VAULT).await?;
    let vault = unseal(crypto, &record, passphrase, false).await?;
    crypto.set_vault(Some(vault));
    Ok(())
}

/// The key of the opened vault, if that vault is still there. What another tab has deleted is closed here too: a key put
/// into it could never be taken out again.
///
/// # Errors
/// The browser's, or that the vault is closed or gone.
pub async fn current(crypto: &Crypto, store: &Store) -> Js<CryptoKey> {
    let vault = crypto.vault().ok_or(JsValue::NULL)?;
    let record = store.get(KEYS, VAULT).await?;
    if !record.is_object() || octets(&record, "id")? != vault.id {
        crypto.close_vault();
        return Err(JsValue::UNDEFINED);
    }
    Ok(vault.key)
}

/// Another passphrase. What is written is read back before the old record goes for good.
///
/// # Errors
/// As [`open`].
pub async fn change(crypto: &Crypto, store: &Store, old: &Secret, new: &Secret) -> Js<()> {
    let before = store.get(KEYS, VAULT).await?;
    let OpenVault { id, key } = unseal(crypto, &before, old, true).await?;
    let record = seal(crypto, &key, &id, new).await?;
    store.put(KEYS, VAULT, &record).await?;
    let read_back = async { unseal(crypto, &store.get(KEYS, VAULT).await?, new, false).await }.await;
    match read_back {
        Ok(vault) => {
            crypto.set_vault(Some(vault));
            Ok(())
        }
        Err(error) => {
            store.put(KEYS, VAULT, &before).await?;
            Err(error)
        }
    }
}

async fn seal(crypto: &Crypto, key: &CryptoKey, id: &[u8], passphrase: &Secret) -> Js<JsValue> {
    let (salt, vector) = (random::<SALT>()?, random::<VECTOR>()?);
    let sealing = Derived::usual(&salt, "AES-GCM").key(crypto, passphrase).await?;
    let arguments = ["raw".into(), key.into(), sealing.into(), gcm(&vector, ABOUT).into()];
    let wrapped: ArrayBuffer = ask(crypto.subtle(), "wrapKey", &arguments).await?;
    let record = object(&[
        ("id", Uint8Array::from(id).into()),
        ("salt", Uint8Array::from(&salt[..]).into()),
        ("rounds", pkcs8::ROUNDS.into()),
        ("vector", Uint8Array::from(&vector[..]).into()),
        ("wrapped", wrapped.into()),
    ]);
    Ok(record.into())
}

async fn unseal(crypto: &Crypto, record: &JsValue, passphrase: &Secret, extractable: bool) -> Js<OpenVault> {
    let (id, salt, vector) = (octets(record, "id")?, octets(record, "salt")?, octets(record, "vector")?);
    let rounds = get(record, "rounds")?.as_f64().ok_or(JsValue::NULL)?;
    let rounds = u32::try_from(milliseconds(rounds)).map_err(|_| JsValue::NULL)?;
    let sealing = Derived { rounds, ..Derived::usual(&salt, "AES-GCM") }.key(crypto, passphrase).await?;
    let arguments = [
        "raw".into(),
        get(record, "wrapped")?,
        sealing.into(),
        gcm(&vector, ABOUT).into(),
        "AES-GCM".into(),
        extractable.into(),
        texts(&["wrapKey", "unwrapKey"]).into(),
    ];
    let key = ask(crypto.subtle(), "unwrapKey", &arguments).await?;
    Ok(OpenVault { id, key })
}

fn octets(record: &JsValue, name: &str) -> Js<Vec<u8>> {
    let octets: Uint8Array = get(record, name)?.dyn_into()?;
    Ok(octets.to_vec())
}
