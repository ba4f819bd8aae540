//! Private keys kept in this browser.
use cert_order::browser::ports::erasable;
use cert_order::browser::ports::js::{get, object};
use cert_order::browser::ports::keep;
use cert_order::browser::ports::store::{DRAFTS, KEYS, Store};
use cert_order::domain::secret::Secret;
use cert_order::request::algorithm::KeyType;
use cert_order::request::fingerprint::Fingerprint;
use cert_order::request::signature;
use cert_order::request::vault::{Entry, Guard};
use cert_order::wizard::keys::Hold;
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::keys::{UNKNOWN, fresh_page};
use crate::raw_storage::Stored;

/// What is known of a key.
pub fn entry(key: Fingerprint, key_type: KeyType, guard: Guard) -> Entry {
    Entry {
        key,
        key_type,
        guard,
        name: String::new(),
        domain: "example.com".to_owned(),
        order: String::new(),
        created_ms: 1_790_000_000_000,
        issued_ms: None,
    }
}

/// Makes a key and keeps it without a passphrase.
pub async fn kept(store: &Store, key_type: KeyType) -> (Fingerprint, Secret) {
    let crypto = fresh_page();
    let key = crypto.make(key_type).await.unwrap().fingerprint;
    keep::keep(&crypto, store, &entry(key, key_type, Guard::Browser)).await.unwrap();
    (key, crypto.reveal(key).await.unwrap())
}

/// Where the AES key lies of a key that is kept without a passphrase.
fn own(key: Fingerprint) -> String {
    format!("cert-order-key-{}", key.to_text())
}

#[wasm_bindgen_test]
async fn a_kept_key_of_each_type_comes_back_to_a_fresh_page() {
    let store = Store::open().await.unwrap();
    for key_type in KeyType::ALL {
        let (key, file) = kept(&store, key_type).await;
        let page = fresh_page();
        assert!(page.reveal(key).await.is_err(), "a fresh page holds nothing");
        keep::load(&page, &store, key, key_type).await.unwrap();
        assert!(page.reveal(key).await.unwrap() == file, "{key_type:?}: another key came back");
        assert!(page.sign(key, key_type, b"some bytes").await.is_ok(), "{key_type:?}");
        keep::forget(&store, key).await.unwrap();
    }
}

#[wasm_bindgen_test]
async fn a_forgotten_key_is_gone_and_the_others_stay() {
    let store = Store::open().await.unwrap();
    let (forgotten, _) = kept(&store, KeyType::P256).await;
    let (other, file) = kept(&store, KeyType::P256).await;
    keep::forget(&store, forgotten).await.unwrap();
    let page = fresh_page();
    assert!(keep::load(&page, &store, forgotten, KeyType::P256).await.is_err());
    assert!(page.reveal(forgotten).await.is_err());
    keep::load(&page, &store, other, KeyType::P256).await.unwrap();
    assert!(page.reveal(other).await.unwrap() == file);
    keep::forget(&store, other).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_key_that_the_page_does_not_hold_cannot_be_kept() {
    let store = Store::open().await.unwrap();
    let page = fresh_page();
    assert!(keep::keep(&page, &store, &entry(UNKNOWN, KeyType::P256, Guard::Browser)).await.is_err());
    assert!(keep::load(&page, &store, UNKNOWN, KeyType::P256).await.is_err());
    assert_eq!(store.get(KEYS, &UNKNOWN.to_text()).await.unwrap(), JsValue::UNDEFINED);
}

/// A copy of the bytes of a property.
fn octets(entry: &JsValue, name: &str) -> Vec<u8> {
    Uint8Array::new(&get(entry, name).unwrap()).to_vec()
}

/// The bytes of a property with one bit changed.
fn with_one_bit_changed(entry: &JsValue, name: &str) -> JsValue {
    let mut bytes = octets(entry, name);
    bytes[5] ^= 1;
    Uint8Array::from(bytes.as_slice()).into()
}

fn cut_short(entry: &JsValue, name: &str) -> JsValue {
    Uint8Array::from(&octets(entry, name)[..10]).into()
}

/// A copy of `entry` in which one property is another.
fn changed(entry: &JsValue, name: &str, value: &JsValue) -> JsValue {
    let copy = Object::assign(&Object::new(), &Object::from(entry.clone()));
    Reflect::set(&copy, &name.into(), value).unwrap();
    copy.into()
}

/// Every way in which the properties of a stored object can be wrong.
fn damaged(whole: &JsValue, octets: &[&str], all: &[&str]) -> Vec<(String, JsValue)> {
    let odd = [JsValue::from_str("text"), JsValue::NULL, Object::new().into(), Array::new().into()];
    let mut damaged: Vec<(String, JsValue)> = odd.into_iter().map(|odd| ("the whole".to_owned(), odd)).collect();
    for name in octets {
        damaged.push((format!("{name}, one bit"), changed(whole, name, &with_one_bit_changed(whole, name))));
        damaged.push((format!("{name}, cut"), changed(whole, name, &cut_short(whole, name))));
    }
    for name in all {
        for value in [JsValue::UNDEFINED, JsValue::NULL, JsValue::from(7), JsValue::from_str("text")] {
            damaged.push((format!("{name}: {value:?}"), changed(whole, name, &value)));
        }
    }
    damaged
}

#[wasm_bindgen_test]
async fn a_damaged_record_gives_an_error_and_no_key() {
    let store = Store::open().await.unwrap();
    let (key, file) = kept(&store, KeyType::P256).await;
    let record = store.get(KEYS, &key.to_text()).await.unwrap();
    let (stranger, _) = kept(&store, KeyType::P256).await;
    let other = store.get(KEYS, &stranger.to_text()).await.unwrap();
    let mut wrong = damaged(&record, &["wrapped", "vector"], &["public", "guard", "wrapped", "vector"]);
    wrong.push(("another public half".to_owned(), changed(&record, "public", &get(&other, "public").unwrap())));
    for (what, wrong) in &wrong {
        store.put(KEYS, &key.to_text(), wrong).await.unwrap();
        nothing_comes(&store, key, what).await;
    }
    store.put(KEYS, &key.to_text(), &record).await.unwrap();
    it_comes(&store, key, &file).await;
    keep::forget(&store, stranger).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_damaged_or_foreign_aes_key_gives_an_error_and_no_key() {
    let store = Store::open().await.unwrap();
    let (key, file) = kept(&store, KeyType::P256).await;
    let (stranger, _) = kept(&store, KeyType::P256).await;
    let right = erasable::octets(&own(key)).await.unwrap();
    let other = erasable::octets(&own(stranger)).await.unwrap();
    let mut bit = right.clone();
    bit[5] ^= 1;
    for wrong in [bit, right[..16].to_vec(), right[..10].to_vec(), Vec::new(), other] {
        erasable::put(&own(key), &wrong).await.unwrap();
        nothing_comes(&store, key, &format!("{} octets", wrong.len())).await;
    }
    erasable::erase(&own(key)).await.unwrap();
    nothing_comes(&store, key, "none").await;
    erasable::put(&own(key), &right).await.unwrap();
    it_comes(&store, key, &file).await;
    keep::forget(&store, stranger).await.unwrap();
}

async fn nothing_comes(store: &Store, key: Fingerprint, what: &str) {
    let page = fresh_page();
    assert!(keep::load(&page, store, key, KeyType::P256).await != Ok(Hold::Live), "{what}");
    assert!(page.reveal(key).await.is_err(), "{what}: a key is held all the same");
}

async fn it_comes(store: &Store, key: Fingerprint, file: &Secret) {
    let page = fresh_page();
    assert!(keep::load(&page, store, key, KeyType::P256).await == Ok(Hold::Live));
    assert!(page.reveal(key).await.unwrap() == *file, "the undamaged entry opens");
    keep::forget(store, key).await.unwrap();
}

#[wasm_bindgen_test]
async fn an_entry_under_another_keys_name_does_not_open() {
    let store = Store::open().await.unwrap();
    let (mine, _) = kept(&store, KeyType::P256).await;
    let (other, _) = kept(&store, KeyType::P256).await;
    erasable::put(&own(mine), &erasable::octets(&own(other)).await.unwrap()).await.unwrap();
    let record = store.get(KEYS, &other.to_text()).await.unwrap();
    store.put(KEYS, &mine.to_text(), &record).await.unwrap();
    nothing_comes(&store, mine, "another key's record and secret").await;
    keep::forget(&store, mine).await.unwrap();
    keep::forget(&store, other).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_forgotten_keys_aes_key_is_erased() {
    let store = Store::open().await.unwrap();
    let (key, _) = kept(&store, KeyType::P256).await;
    assert_eq!(erasable::octets(&own(key)).await.unwrap().len(), 32);
    keep::forget(&store, key).await.unwrap();
    assert!(erasable::octets(&own(key)).await.is_err());
}

#[wasm_bindgen_test]
async fn what_is_said_of_a_key_is_kept_and_its_time_ends_thirty_days_after_issue() {
    let store = Store::open().await.unwrap();
    let (key, _) = kept(&store, KeyType::P256).await;
    keep::note(&store, key, "4711", false).await.unwrap();
    keep::sweep(&store).await.unwrap();
    let known = keep::entry_of(&store, key).await.unwrap();
    assert_eq!((known.order.as_str(), known.issued_ms), ("4711", None));
    keep::note(&store, key, "4711", true).await.unwrap();
    keep::sweep(&store).await.unwrap();
    let issued_ms = keep::entry_of(&store, key).await.unwrap().issued_ms.unwrap();
    keep::note(&store, key, "4711", true).await.unwrap();
    assert_eq!(keep::entry_of(&store, key).await.unwrap().issued_ms, Some(issued_ms), "the first time counts");
    let long_ago = JsValue::from_f64(js_sys::Date::now() - 31.0 * 24.0 * 3_600_000.0);
    assert!(store.amend(KEYS, &key.to_text(), &[("issued", long_ago)]).await.unwrap());
    keep::sweep(&store).await.unwrap();
    assert!(keep::entry_of(&store, key).await.is_err());
}

#[wasm_bindgen_test]
async fn an_entry_is_of_no_use_as_another_type_of_key() {
    let store = Store::open().await.unwrap();
    let (key, _) = kept(&store, KeyType::P256).await;
    for other in [KeyType::P384, KeyType::Rsa2048] {
        let page = fresh_page();
        // Firefox reads a key of one curve as one of another; what that signs has the wrong length for a request.
        let is_read = keep::load(&page, &store, key, other).await == Ok(Hold::Live);
        let signature = page.sign(key, other, b"some bytes").await;
        assert_eq!(signature.is_ok(), is_read, "{other:?}");
        assert!(!signature.is_ok_and(|raw| signature::to_x509(other, &raw).is_some()), "{other:?}");
    }
    keep::forget(&store, key).await.unwrap();
}

/// The forms in which a private key could lie in a store: PKCS #8, and its base64 (a JWK's `d` is part of it too).
fn forms(file: &Secret) -> [Vec<u8>; 3] {
    let pkcs8 = pem::parse(file.expose()).unwrap().into_contents();
    let base64: String = file.expose().lines().filter(|line| !line.starts_with('-')).collect();
    let base64url = base64.replace('+', "-").replace('/', "_");
    [pkcs8, base64.into_bytes(), base64url.into_bytes()]
}

#[wasm_bindgen_test]
async fn no_part_of_a_kept_key_lies_in_clear() {
    let store = Store::open().await.unwrap();
    for key_type in [KeyType::P256, KeyType::Rsa2048] {
        let (key, file) = kept(&store, key_type).await;
        let stored = Stored::read().await;
        assert!(!stored.bytes.is_empty(), "{key_type:?}: the entry was not found");
        let public = octets(&store.get(KEYS, &key.to_text()).await.unwrap(), "public");
        for form in forms(&file) {
            assert!(!stored.holds_a_part_of(&form, &public), "{key_type:?}");
        }
        assert!(stored.keys.is_empty(), "{key_type:?}: the browser's own keys need not be stored");
        keep::forget(&store, key).await.unwrap();
    }
}

#[wasm_bindgen_test]
async fn a_key_planted_in_clear_is_found() {
    let store = Store::open().await.unwrap();
    let page = fresh_page();
    let key = page.make(KeyType::P256).await.unwrap().fingerprint;
    for (count, form) in forms(&page.reveal(key).await.unwrap()).iter().enumerate() {
        let bytes: JsValue = Uint8Array::from(form.as_slice()).into();
        let text = String::from_utf8_lossy(form).as_ref().into();
        for leak in [bytes, text] {
            // Bytes that are no text lose their meaning as one.
            if leak.is_string() && count == 0 {
                continue;
            }
            let deep = object(&[("list", Array::of1(&object(&[("value", leak)])).into())]);
            store.put(DRAFTS, "planted", &deep).await.unwrap();
            assert!(Stored::read().await.holds_a_part_of(form, &[]), "form {count}");
        }
    }
    store.delete(DRAFTS, "planted").await.unwrap();
}
