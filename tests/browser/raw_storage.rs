//! What lies in this browser's IndexedDB, read past the code under test.
use cert_order::browser::ports::js::{call, get, texts};
use js_sys::{Array, ArrayBuffer, Object, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::CryptoKey;

/// The bytes of everything that is stored by this origin, and the keys among it.
#[derive(Default)]
pub struct Stored {
    /// The content of each buffer and of each text.
    pub bytes: Vec<Vec<u8>>,
    /// Each `CryptoKey`.
    pub keys: Vec<CryptoKey>,
}

impl Stored {
    /// Reads all stores of all databases.
    pub async fn read() -> Self {
        let mut stored = Self::default();
        for value in values_of_all_databases().await {
            stored.add(&value);
        }
        stored
    }

    /// Takes `value` apart. A kind of value that nobody has thought of ends the test.
    fn add(&mut self, value: &JsValue) {
        if value.is_null() || value.is_undefined() {
            return;
        }
        if let Some(key) = value.dyn_ref::<CryptoKey>() {
            self.keys.push(key.clone());
        } else if value.is_instance_of::<ArrayBuffer>() || value.is_instance_of::<Uint8Array>() {
            self.bytes.push(Uint8Array::new(value).to_vec());
        } else if let Some(text) = value.as_string() {
            self.bytes.push(text.into_bytes());
        } else if Array::is_array(value) || Object::get_prototype_of(value) == plain_prototype() {
            Object::values(value.unchecked_ref()).iter().for_each(|inner| self.add(&inner));
        } else {
            let is_plain = value.as_f64().is_some() || value.as_bool().is_some();
            assert!(is_plain, "an unexpected value is stored: {value:?}");
        }
    }

    /// Whether any 16 octets in a row of `secret` are stored somewhere, other than those it shares with `public`: PKCS #8
    /// holds the public key too.
    pub fn holds_a_part_of(&self, secret: &[u8], public: &[u8]) -> bool {
        let known: std::collections::HashSet<&[u8]> = public.windows(16).collect();
        let parts: std::collections::HashSet<&[u8]> = secret.windows(16).filter(|part| !known.contains(part)).collect();
        self.bytes.iter().any(|bytes| bytes.windows(16).any(|part| parts.contains(part)))
    }
}

fn plain_prototype() -> Object {
    Object::get_prototype_of(&Object::new())
}

/// Waits for an `IDBRequest`.
async fn result_of(request: JsValue) -> JsValue {
    let finished = Promise::new(&mut |resolve, reject| {
        js_sys::Reflect::set(&request, &"onsuccess".into(), &resolve).unwrap();
        js_sys::Reflect::set(&request, &"onerror".into(), &reject).unwrap();
    });
    JsFuture::from(finished).await.unwrap();
    get(&request, "result").unwrap()
}

async fn databases() -> Array {
    let factory = get(&js_sys::global(), "indexedDB").unwrap();
    let databases: Promise = call(&factory, "databases", &[]).unwrap().unchecked_into();
    JsFuture::from(databases).await.unwrap().unchecked_into()
}

async fn values_of_all_databases() -> Array {
    let factory = get(&js_sys::global(), "indexedDB").unwrap();
    let mut all = Array::new();
    for database in databases().await.iter() {
        let name = get(&database, "name").unwrap();
        let database = result_of(call(&factory, "open", &[name]).unwrap()).await;
        for store in Array::from(&get(&database, "objectStoreNames").unwrap()).iter() {
            let stores = texts(&[&store.as_string().unwrap()]);
            let transaction = call(&database, "transaction", &[stores.into()]).unwrap();
            let objects = call(&transaction, "objectStore", &[store]).unwrap();
            let values: Array = result_of(call(&objects, "getAll", &[]).unwrap()).await.unchecked_into();
            all = all.concat(&values);
        }
        call(&database, "close", &[]).unwrap();
    }
    all
}
