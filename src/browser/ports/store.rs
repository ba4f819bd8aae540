//! IndexedDB: one database, a store for the draft and one for kept keys. Written with strict durability, which the
//! crates for IndexedDB do not offer; hence these few calls by hand.
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::js::{Js, call, get, object, texts};

/// The store of the draft.
pub const DRAFTS: &str = "drafts";
/// The store of kept keys, by fingerprint.
pub const KEYS: &str = "keys";
const DATABASE: &str = "cert-order";
const VERSION: u32 = 1;

/// An open database.
#[derive(Debug, Clone)]
pub struct Store(IdbDatabase);

impl Store {
    /// Opens the database, making it where there is none.
    ///
    /// # Errors
    /// The browser's: storage may be denied, as in frames of other sites and some private windows.
    pub async fn open() -> Js<Self> {
        let request: IdbOpenDbRequest = factory()?.open_with_u32(DATABASE, VERSION)?;
        let upgrading = request.clone();
        let upgrade = Closure::once_into_js(move || {
            if let Ok(database) = upgrading.result().and_then(JsCast::dyn_into::<IdbDatabase>) {
                let _ = database.create_object_store(DRAFTS);
                let _ = database.create_object_store(KEYS);
            }
        });
        request.set_onupgradeneeded(upgrade.dyn_ref());
        let database = answer(request.unchecked_into()).await?;
        database.dyn_into().map(Self)
    }

    /// Everything in `store`, as pairs of key and value.
    ///
    /// # Errors
    /// The browser's.
    pub async fn all(&self, store: &str) -> Js<Vec<(String, JsValue)>> {
        let objects: IdbObjectStore = self.transaction(store, "readonly")?.object_store(store)?;
        let keys: Array = answer(objects.get_all_keys()?).await?.dyn_into()?;
        let mut all = Vec::new();
        for key in keys.iter().filter_map(|key| key.as_string()) {
            let value = self.get(store, &key).await?;
            // What another tab has deleted meanwhile is not there.
            if !value.is_undefined() {
                all.push((key, value));
            }
        }
        Ok(all)
    }

    /// Sets properties of what is under `key`, in one transaction; whether it was there.
    ///
    /// # Errors
    /// The browser's.
    pub async fn amend(&self, store: &str, key: &str, properties: &[(&str, JsValue)]) -> Js<bool> {
        let transaction = self.transaction(store, "readwrite")?;
        let objects = transaction.object_store(store)?;
        let there = answer(objects.get(&JsValue::from_str(key))?).await?;
        let is_there = there.is_object();
        if is_there {
            for (name, value) in properties {
                Reflect::set(&there, &JsValue::from_str(name), value)?;
            }
            put_or_delete(&objects, key, Some(there))?;
        }
        complete(&transaction).await.map(|()| is_there)
    }

    /// Writes all of `entries` or none; those whose key is there already are left as they are.
    ///
    /// # Errors
    /// The browser's, such as that there is no room.
    pub async fn add_all(&self, store: &str, entries: &[(String, JsValue)]) -> Js<usize> {
        let transaction = self.transaction(store, "readwrite")?;
        let objects = transaction.object_store(store)?;
        let mut added = 0;
        for (key, value) in entries {
            if answer(objects.get(&JsValue::from_str(key))?).await?.is_undefined() {
                put_or_delete(&objects, key, Some(value.clone()))?;
                added += 1;
            }
        }
        complete(&transaction).await.map(|()| added)
    }

    /// Writes `value` under `key`; done means on disk.
    ///
    /// # Errors
    /// The browser's, such as that there is no room.
    pub async fn put(&self, store: &str, key: &str, value: &JsValue) -> Js<()> {
        let transaction = self.transaction(store, "readwrite")?;
        let objects = transaction.object_store(store)?;
        objects.put_with_key(value, &JsValue::from_str(key))?;
        complete(&transaction).await
    }

    /// Deletes what is under `key`.
    ///
    /// # Errors
    /// The browser's.
    pub async fn delete(&self, store: &str, key: &str) -> Js<()> {
        let transaction = self.transaction(store, "readwrite")?;
        transaction.object_store(store)?.delete(&JsValue::from_str(key))?;
        complete(&transaction).await
    }

    /// Puts `value` under `key`, or deletes what is there, if what is there has one of these marks; whether it had. All in one
    /// `transaction` for `store`, so that no other page can come between. Nothing there counts as the mark 0, and may always
    /// be deleted.
    ///
    /// # Errors
    /// The browser's.
    pub async fn replace(
        transaction: &IdbTransaction,
        store: &str,
        key: &str,
        value: Option<JsValue>,
        marks: [f64; 2],
    ) -> Js<bool> {
        let objects = transaction.object_store(store)?;
        let there = answer(objects.get(&JsValue::from_str(key))?).await?;
        let is_ours = marks.contains(&Self::mark(&there)) || value.is_none() && there.is_undefined();
        if is_ours {
            put_or_delete(&objects, key, value)?;
        }
        complete(transaction).await.map(|()| is_ours)
    }

    /// As [`Store::replace`] without looking and without waiting: for a page that is being left.
    ///
    /// # Errors
    /// The browser's.
    pub fn put_now(&self, store: &str, key: &str, value: Option<JsValue>) -> Js<()> {
        let transaction = self.transaction(store, "readwrite")?;
        put_or_delete(&transaction.object_store(store)?, key, value)?;
        // A transaction that was told to commit is kept when the page goes.
        call(&transaction, "commit", &[]).map(|_| ())
    }

    /// The mark of a stored value.
    pub fn mark(value: &JsValue) -> f64 {
        get(value, "mark").ok().and_then(|mark| mark.as_f64()).unwrap_or_default()
    }

    /// Deletes everything in `store`.
    ///
    /// # Errors
    /// The browser's.
    pub async fn clear(&self, store: &str) -> Js<()> {
        let transaction = self.transaction(store, "readwrite")?;
        transaction.object_store(store)?.clear()?;
        complete(&transaction).await
    }

    /// What is under `key`; `undefined` where there is nothing.
    ///
    /// # Errors
    /// The browser's.
    pub async fn get(&self, store: &str, key: &str) -> Js<JsValue> {
        let objects: IdbObjectStore = self.transaction(store, "readonly")?.object_store(store)?;
        answer(objects.get(&JsValue::from_str(key))?).await
    }

    /// A transaction for `store`, `readonly` or `readwrite`; done means on disk.
    ///
    /// # Errors
    /// The browser's.
    pub fn transaction(&self, store: &str, mode: &str) -> Js<IdbTransaction> {
        let options = object(&[("durability", "strict".into())]);
        call(&self.0, "transaction", &[texts(&[store]).into(), mode.into(), options.into()])?.dyn_into()
    }
}

fn factory() -> Js<IdbFactory> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    get(&window, "indexedDB")?.dyn_into()
}

fn put_or_delete(objects: &IdbObjectStore, key: &str, value: Option<JsValue>) -> Js<IdbRequest> {
    let key = JsValue::from_str(key);
    match value {
        Some(value) => objects.put_with_key(&value, &key),
        None => objects.delete(&key),
    }
}

async fn answer(request: IdbRequest) -> Js<JsValue> {
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await?;
    request.result()
}

async fn complete(transaction: &IdbTransaction) -> Js<()> {
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onerror(Some(&reject));
        transaction.set_onabort(Some(&reject));
    });
    // What is rejected with is an event; why, the transaction knows.
    JsFuture::from(promise).await.map(|_| ()).map_err(|_| get(transaction, "error").unwrap_or(JsValue::NULL))
}
