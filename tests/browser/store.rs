//! Drafts and kept keys in IndexedDB.
use std::cell::RefCell;
use std::rc::Rc;

use cert_order::browser::ports::js::{get, object};
use cert_order::browser::ports::store::{DRAFTS, KEYS, Store};
use js_sys::{Array, Function, Proxy};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::swap::Swapped;

#[wasm_bindgen_test]
async fn a_value_is_read_back_until_it_is_deleted() {
    let store = Store::open().await.unwrap();
    assert_eq!(store.get(DRAFTS, "a value").await.unwrap(), JsValue::UNDEFINED);
    for value in ["first", "second"] {
        store.put(DRAFTS, "a value", &value.into()).await.unwrap();
        assert_eq!(store.get(DRAFTS, "a value").await.unwrap(), JsValue::from_str(value));
    }
    store.delete(DRAFTS, "a value").await.unwrap();
    assert_eq!(store.get(DRAFTS, "a value").await.unwrap(), JsValue::UNDEFINED);
    store.delete(DRAFTS, "a value").await.unwrap();
}

#[wasm_bindgen_test]
async fn another_opening_sees_the_same_values() {
    let store = Store::open().await.unwrap();
    let value = object(&[("text", "Köln".into()), ("number", 7.into())]);
    store.put(DRAFTS, "seen by others", &value).await.unwrap();
    let seen = Store::open().await.unwrap().get(DRAFTS, "seen by others").await.unwrap();
    assert_eq!(get(&seen, "text").unwrap(), JsValue::from_str("Köln"));
    assert_eq!(get(&seen, "number").unwrap(), JsValue::from(7));
    store.delete(DRAFTS, "seen by others").await.unwrap();
}

#[wasm_bindgen_test]
async fn drafts_and_keys_do_not_share_names() {
    let store = Store::open().await.unwrap();
    store.put(DRAFTS, "shared name", &"a draft".into()).await.unwrap();
    assert_eq!(store.get(KEYS, "shared name").await.unwrap(), JsValue::UNDEFINED);
    store.delete(KEYS, "shared name").await.unwrap();
    assert_eq!(store.get(DRAFTS, "shared name").await.unwrap(), JsValue::from_str("a draft"));
    store.delete(DRAFTS, "shared name").await.unwrap();
}

#[wasm_bindgen_test]
async fn what_cannot_be_stored_gives_an_error() {
    let store = Store::open().await.unwrap();
    let function = get(&js_sys::global(), "fetch").unwrap();
    assert!(store.put(DRAFTS, "a function", &function).await.is_err());
    assert_eq!(store.get(DRAFTS, "a function").await.unwrap(), JsValue::UNDEFINED);
    assert!(store.put("no such store", "key", &JsValue::NULL).await.is_err());
    assert!(store.get("no such store", "key").await.is_err());
    assert!(store.delete("no such store", "key").await.is_err());
}

/// Mode and durability of a transaction, as the browser tells them.
type Kind = [String; 2];
type Apply = Closure<dyn FnMut(Function, JsValue, Array) -> Result<JsValue, JsValue>>;

/// Notes each transaction that is begun.
struct Watch {
    seen: Rc<RefCell<Vec<Kind>>>,
    _method: Swapped,
    _apply: Apply,
}

impl Watch {
    fn begin() -> Self {
        let seen = Rc::new(RefCell::new(Vec::new()));
        let noted = Rc::clone(&seen);
        let apply: Apply = Closure::new(move |method: Function, this: JsValue, arguments: Array| {
            let transaction = method.apply(&this, &arguments)?;
            let told = |name| Ok::<_, JsValue>(get(&transaction, name)?.as_string().unwrap_or_default());
            noted.borrow_mut().push([told("mode")?, told("durability")?]);
            Ok(transaction)
        });
        let handler = object(&[("apply", apply.as_ref().clone())]);
        let class = get(&js_sys::global(), "IDBDatabase").unwrap();
        let method = Swapped::method(&class, "transaction", |original| Proxy::new(original, &handler).into());
        Self { seen, _method: method, _apply: apply }
    }
}

#[wasm_bindgen_test]
async fn writing_asks_for_strict_durability() {
    let store = Store::open().await.unwrap();
    let watch = Watch::begin();
    store.put(DRAFTS, "on disk", &"a draft".into()).await.unwrap();
    store.delete(DRAFTS, "on disk").await.unwrap();
    let writes = watch.seen.borrow().clone();
    assert_eq!(writes, [["readwrite", "strict"], ["readwrite", "strict"]]);
}

/// [`Store::replace`] in a transaction of its own.
async fn replace(store: &Store, value: Option<JsValue>, marks: [f64; 2]) -> Result<bool, JsValue> {
    Store::replace(&store.transaction(DRAFTS, "readwrite")?, DRAFTS, "marked", value, marks).await
}

#[wasm_bindgen_test]
async fn what_another_page_stored_is_not_written_over() {
    let (ours, other) = (Store::open().await.unwrap(), Store::open().await.unwrap());
    let marked = |mark: f64| Some(JsValue::from(object(&[("mark", mark.into())])));
    assert!(replace(&ours, marked(1.5), [0.0, 0.0]).await.unwrap());
    assert!(!replace(&other, marked(1.6), [0.0, 1.4]).await.unwrap());
    assert!(!replace(&other, None, [0.0, 1.4]).await.unwrap());
    assert_eq!(get(&other.get(DRAFTS, "marked").await.unwrap(), "mark").unwrap(), JsValue::from(1.5));
    assert!(replace(&other, marked(1.7), [1.5, 1.6]).await.unwrap());
    assert!(!replace(&ours, marked(1.8), [1.5, 1.5]).await.unwrap());
    ours.put_now(DRAFTS, "marked", marked(1.9)).unwrap();
    assert_eq!(get(&ours.get(DRAFTS, "marked").await.unwrap(), "mark").unwrap(), JsValue::from(1.9));
    assert!(replace(&ours, None, [1.9, 1.9]).await.unwrap());
    assert!(replace(&ours, None, [1.9, 1.9]).await.unwrap(), "what is gone may be deleted");
    assert!(!replace(&ours, marked(2.0), [1.9, 1.9]).await.unwrap(), "what was deleted stays so");
}
