//! The vault, its passphrase, and the files in which keys leave it.
use cert_order::browser::ports::crypto::Crypto;
use cert_order::browser::ports::derive::{Derived, cbc};
use cert_order::browser::ports::erasable;
use cert_order::browser::ports::js::{ask, name_of};
use cert_order::browser::ports::keep;
use cert_order::browser::ports::key_file;
use cert_order::browser::ports::store::{KEYS, Store};
use cert_order::browser::ports::{vault, vault_file};
use cert_order::domain::secret::Secret;
use cert_order::request::algorithm::KeyType;
use cert_order::request::fingerprint::Fingerprint;
use cert_order::request::keyfile::{self, KeyFile, NotKeyFile};
use cert_order::request::pkcs8::{self, IV, SALT};
use cert_order::request::vault::{Guard, VaultFile};
use cert_order::wizard::copy_check::CopyCheck;
use cert_order::wizard::keys::Hold;
use js_sys::{Array, ArrayBuffer, Function, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Blob;

use crate::keep::{entry, kept};
use crate::keys::fresh_page;
use crate::raw_storage::Stored;

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

fn right() -> Secret {
    secret("correct horse battery staple")
}

fn wrong() -> Secret {
    secret("correct horse battery stapler")
}

/// An empty store with a vault that `page` has opened.
async fn opened(page: &Crypto) -> Store {
    let store = Store::open().await.unwrap();
    keep::forget_all(&store).await.unwrap();
    vault::open(page, &store, &right()).await.unwrap();
    store
}

/// A key in the vault, and its file.
async fn put(page: &Crypto, store: &Store, key_type: KeyType) -> (Fingerprint, Secret) {
    let key = page.make(key_type).await.unwrap().fingerprint;
    keep::keep(page, store, &entry(key, key_type, Guard::Passphrase)).await.unwrap();
    (key, page.reveal(key).await.unwrap())
}

#[wasm_bindgen_test]
async fn a_key_of_each_type_comes_back_by_the_passphrase_alone() {
    let page = fresh_page();
    let store = opened(&page).await;
    for key_type in KeyType::ALL {
        let (key, file) = put(&page, &store, key_type).await;
        let next = fresh_page();
        assert!(keep::load(&next, &store, key, key_type).await == Ok(Hold::Locked), "{key_type:?}");
        assert!(next.reveal(key).await.is_err());
        vault::open(&next, &store, &right()).await.unwrap();
        assert!(keep::load(&next, &store, key, key_type).await == Ok(Hold::Live), "{key_type:?}");
        assert!(next.reveal(key).await.unwrap() == file, "{key_type:?}: another key came back");
    }
}

#[wasm_bindgen_test]
async fn a_wrong_passphrase_opens_nothing_and_destroys_nothing() {
    let page = fresh_page();
    let store = opened(&page).await;
    let (key, file) = put(&page, &store, KeyType::P256).await;
    let before = js_sys::JSON::stringify(&all(&store).await).unwrap();
    let next = fresh_page();
    for _ in 0..3 {
        let error = vault::open(&next, &store, &wrong()).await.unwrap_err();
        assert_eq!(name_of(&error), "OperationError");
        let error = vault::change(&next, &store, &wrong(), &right()).await.unwrap_err();
        assert_eq!(name_of(&error), "OperationError");
    }
    assert!(!next.has_vault());
    assert_eq!(js_sys::JSON::stringify(&all(&store).await).unwrap(), before);
    vault::open(&next, &store, &right()).await.unwrap();
    assert!(keep::load(&next, &store, key, KeyType::P256).await == Ok(Hold::Live));
    assert!(next.reveal(key).await.unwrap() == file);
}

/// Everything stored, with octets as lists.
async fn all(store: &Store) -> JsValue {
    let pairs = store.all(KEYS).await.unwrap();
    let list = Array::new();
    for (name, value) in pairs {
        let octets = Function::new_with_args(
            "v",
            "return JSON.stringify(v, (_, x) => x instanceof ArrayBuffer || ArrayBuffer.isView(x) ? [...new Uint8Array(x)] : x)",
        );
        list.push(&Array::of2(&name.into(), &octets.call1(&JsValue::NULL, &value).unwrap()));
    }
    list.into()
}

#[wasm_bindgen_test]
async fn a_remembered_key_comes_into_the_vault_when_that_is_opened_and_its_own_aes_key_goes() {
    let store = Store::open().await.unwrap();
    keep::forget_all(&store).await.unwrap();
    let (key, file) = kept(&store, KeyType::Rsa2048).await;
    let page = fresh_page();
    vault::open(&page, &store, &right()).await.unwrap();
    let known = keep::entry_of(&store, key).await.unwrap();
    assert_eq!(known.guard, Guard::Passphrase);
    let own = format!("cert-order-key-{}", key.to_text());
    assert!(erasable::octets(&own).await.is_err(), "the AES key of the remembered copy is still there");
    assert!(page.reveal(key).await.is_err(), "the page holds a key that nobody asked for");
    let next = fresh_page();
    vault::open(&next, &store, &right()).await.unwrap();
    assert!(keep::load(&next, &store, key, KeyType::Rsa2048).await == Ok(Hold::Live));
    assert!(next.reveal(key).await.unwrap() == file);
}

#[wasm_bindgen_test]
async fn in_the_vault_nothing_lies_in_clear_and_no_key_can_be_read_by_script() {
    let page = fresh_page();
    let store = opened(&page).await;
    let (key, file) = put(&page, &store, KeyType::P256).await;
    let stored = Stored::read().await;
    assert!(stored.keys.is_empty(), "a key of the browser lies beside what it protects");
    let record = store.get(KEYS, &key.to_text()).await.unwrap();
    let public = Uint8Array::new(&js_sys::Reflect::get(&record, &"public".into()).unwrap()).to_vec();
    let pkcs8 = pem::parse(file.expose()).unwrap().into_contents();
    assert!(!stored.holds_a_part_of(&pkcs8, &public));
    assert!(!stored.holds_a_part_of(right().expose().as_bytes(), &[]), "the passphrase is stored");
}

#[wasm_bindgen_test]
async fn another_passphrase_opens_the_same_keys_and_the_old_one_none() {
    let page = fresh_page();
    let store = opened(&page).await;
    let (key, file) = put(&page, &store, KeyType::P256).await;
    vault::change(&page, &store, &right(), &wrong()).await.unwrap();
    let next = fresh_page();
    assert!(vault::open(&next, &store, &right()).await.is_err());
    vault::open(&next, &store, &wrong()).await.unwrap();
    assert!(keep::load(&next, &store, key, KeyType::P256).await == Ok(Hold::Live));
    assert!(next.reveal(key).await.unwrap() == file);
}

#[wasm_bindgen_test]
async fn an_accent_is_the_same_however_the_keyboard_writes_it() {
    let page = fresh_page();
    let store = Store::open().await.unwrap();
    keep::forget_all(&store).await.unwrap();
    vault::open(&page, &store, &secret("caf\u{e9} under the bridge")).await.unwrap();
    vault::open(&fresh_page(), &store, &secret("cafe\u{301} under the bridge")).await.unwrap();
}

#[wasm_bindgen_test]
async fn everything_goes_into_a_file_and_comes_back_elsewhere() {
    let page = fresh_page();
    let store = opened(&page).await;
    let (first, file) = put(&page, &store, KeyType::P384).await;
    let (second, _) = kept(&store, KeyType::P256).await;
    store.amend(KEYS, &first.to_text(), &[("name", "Shop".into())]).await.unwrap();
    let (text, keys, damaged) = vault_file::export(&page, &store, &secret("seven yellow umbrellas")).await.unwrap();
    assert_eq!((keys, damaged), (2, 0));
    for seen in ["example.com", "Shop", "P-384", &first.to_text()] {
        assert!(!text.contains(seen), "{seen} can be read in the file");
    }
    // Elsewhere: another vault with another passphrase.
    keep::forget_all(&store).await.unwrap();
    let other = fresh_page();
    vault::open(&other, &store, &wrong()).await.unwrap();
    let exported = VaultFile::read(&text).unwrap();
    assert!(vault_file::open(&other, &exported, &right()).await.is_err(), "the passphrase of the vault opens the file");
    let opened = vault_file::open(&other, &exported, &secret("seven yellow umbrellas")).await.unwrap().unwrap();
    assert_eq!(vault_file::import(&other, &store, &opened).await.unwrap(), (2, 0));
    assert_eq!(vault_file::import(&other, &store, &opened).await.unwrap(), (0, 2));
    let known = keep::entry_of(&store, first).await.unwrap();
    assert_eq!((known.title(), known.guard), ("Shop", Guard::Passphrase));
    assert!(keep::load(&other, &store, first, KeyType::P384).await == Ok(Hold::Live));
    assert!(other.reveal(first).await.unwrap() == file);
    assert!(keep::load(&other, &store, second, KeyType::P256).await == Ok(Hold::Live));
}

#[wasm_bindgen_test]
async fn a_damaged_file_brings_no_key() {
    let page = fresh_page();
    let store = opened(&page).await;
    put(&page, &store, KeyType::P256).await;
    let (text, ..) = vault_file::export(&page, &store, &right()).await.unwrap();
    let good = VaultFile::read(&text).unwrap();
    let spoil: [fn(&mut VaultFile); 4] = [
        |file| file.sealed[3] ^= 1,
        |file| file.vector[3] ^= 1,
        |file| file.salt[3] ^= 1,
        |file| file.sealed.truncate(20),
    ];
    for spoil in spoil {
        let mut bad = good.clone();
        spoil(&mut bad);
        assert!(vault_file::open(&page, &bad, &right()).await.is_err());
    }
}

/// A file, as a file control gives it.
fn file(text: &str) -> JsValue {
    Blob::new_with_str_sequence(&Array::of1(&text.into())).unwrap().unchecked_into()
}

#[wasm_bindgen_test]
async fn a_copy_is_compared_whether_plain_or_encrypted() {
    let page = fresh_page();
    for key_type in KeyType::ALL {
        let made = page.make(key_type).await.unwrap();
        let other = page.make(key_type).await.unwrap().fingerprint;
        let public = &made.subject_public_key_info;
        let compare = async |text: &str, passphrase: Option<&Secret>| {
            key_file::compare(&page, &file(text), key_type, public, passphrase).await
        };
        let plain = page.reveal(made.fingerprint).await.unwrap();
        assert_eq!(compare(plain.expose(), None).await, CopyCheck::Same, "{key_type:?}");
        assert_eq!(compare(page.reveal(other).await.unwrap().expose(), None).await, CopyCheck::Other, "{key_type:?}");
        let pair = page.pair(made.fingerprint).unwrap();
        let text = key_file::encrypted(&page, pair.private(), &right()).await.unwrap();
        assert!(matches!(keyfile::read(text.as_bytes()), Ok(KeyFile::Encrypted(_))));
        for (passphrase, verdict) in
            [(None, CopyCheck::Locked), (Some(wrong()), CopyCheck::WrongPassphrase), (Some(right()), CopyCheck::Same)]
        {
            assert_eq!(compare(&text, passphrase.as_ref()).await, verdict, "{key_type:?}");
        }
        assert_eq!(compare("hello", None).await, CopyCheck::NotKeyFile(NotKeyFile::NoKey));
    }
    let made = page.make(KeyType::P256).await.unwrap();
    let rsa = page.make(KeyType::Rsa2048).await.unwrap().fingerprint;
    let text = page.reveal(rsa).await.unwrap();
    let verdict =
        key_file::compare(&page, &file(text.expose()), KeyType::P256, &made.subject_public_key_info, None).await;
    assert_eq!(verdict, CopyCheck::Other, "a key of another type");
}

/// One wrong passphrase of 256 leaves a padding that the browser takes for right: what comes out then is no key.
#[wasm_bindgen_test]
async fn a_passphrase_that_opens_a_file_to_no_key_is_a_wrong_one() {
    let page = fresh_page();
    let made = page.make(KeyType::P256).await.unwrap();
    let subtle = web_sys::window().unwrap().crypto().unwrap().subtle();
    let (salt, iv) = ([7; SALT], [9; IV]);
    let key = Derived::usual(&salt, "AES-CBC").key(&page, &wrong()).await.unwrap();
    // Random octets, one that begins as a key does, one with a length that is its own, none at all.
    for content in [&[0x5a; 121][..], &[0x30; 121], &[0x30, 0x81, 0x7f, 2, 1, 0], &[]] {
        let arguments = [cbc(&iv).into(), key.clone().into(), Uint8Array::from(content).into()];
        let ciphertext: ArrayBuffer = ask(&subtle, "encrypt", &arguments).await.unwrap();
        let der = pkcs8::write(&salt, pkcs8::ROUNDS, &iv, &Uint8Array::new(&ciphertext).to_vec());
        let file = file(&keyfile::encrypted_to_pem(&der));
        let verdict =
            key_file::compare(&page, &file, KeyType::P256, &made.subject_public_key_info, Some(&wrong())).await;
        assert_eq!(verdict, CopyCheck::WrongPassphrase, "{content:?}");
    }
}

#[wasm_bindgen_test]
async fn nothing_is_put_into_a_vault_that_another_tab_has_deleted() {
    let page = fresh_page();
    let store = opened(&page).await;
    let key = page.make(KeyType::P256).await.unwrap().fingerprint;
    for comes_anew in [false, true] {
        vault::open(&page, &store, &right()).await.unwrap();
        keep::forget_all(&store).await.unwrap();
        if comes_anew {
            vault::open(&fresh_page(), &store, &right()).await.unwrap();
        }
        assert!(keep::keep(&page, &store, &entry(key, KeyType::P256, Guard::Passphrase)).await.is_err());
        assert!(!page.has_vault(), "a vault that is gone is called open");
        assert!(keep::list(&store).await.unwrap().is_empty(), "a key was put where nobody gets it out");
    }
}

#[wasm_bindgen_test]
async fn a_damaged_copy_keeps_nobody_from_the_other_keys() {
    let store = Store::open().await.unwrap();
    keep::forget_all(&store).await.unwrap();
    let (bad, _) = kept(&store, KeyType::P256).await;
    let (good, file) = kept(&store, KeyType::P256).await;
    store.amend(KEYS, &bad.to_text(), &[("wrapped", Uint8Array::from(&[7_u8; 40][..]).into())]).await.unwrap();
    let page = fresh_page();
    vault::open(&page, &store, &right()).await.unwrap();
    assert!(keep::load(&page, &store, good, KeyType::P256).await == Ok(Hold::Live));
    assert!(page.reveal(good).await.unwrap() == file);
    let (_, keys, damaged) = vault_file::export(&page, &store, &right()).await.unwrap();
    assert_eq!((keys, damaged), (1, 1));
    assert_eq!(keep::list(&store).await.unwrap().len(), 2, "the damaged copy was thrown away unasked");
}
