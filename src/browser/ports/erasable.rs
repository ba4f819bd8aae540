//! Octets that can be deleted for good.
//!
//! What is deleted from IndexedDB stays in Chromium's files for long, a whole database too (measured; its log-structured files
//! only grow). An entry of the Cache API is a file of its own, and goes with it.
use js_sys::{Array, ArrayBuffer, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::js::{Js, ask, get};

/// The one address in each cache; nothing is ever fetched from it.
const ADDRESS: &str = "octets";

/// Writes octets under a name.
///
/// # Errors
/// The browser's, such as that there is no room.
pub async fn put(name: &str, octets: &[u8]) -> Js<()> {
    let class: Function = get(&js_sys::global(), "Response")?.dyn_into()?;
    let response = Reflect::construct(&class, &Array::of1(&Uint8Array::from(octets)))?;
    let cache: JsValue = ask(&caches()?, "open", &[name.into()]).await?;
    ask::<JsValue>(&cache, "put", &[ADDRESS.into(), response]).await.map(|_| ())
}

/// The octets under a name.
///
/// # Errors
/// The browser's, or that there are none.
pub async fn octets(name: &str) -> Js<Vec<u8>> {
    // `match` of all caches makes no new one, unlike `open`.
    let options = super::js::object(&[("cacheName", name.into())]);
    let response: JsValue = ask(&caches()?, "match", &[ADDRESS.into(), options.into()]).await?;
    let buffer: ArrayBuffer = ask(&response, "arrayBuffer", &[]).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Deletes what is under a name, if anything is.
///
/// # Errors
/// The browser's.
pub async fn erase(name: &str) -> Js<()> {
    let caches = caches()?;
    if ask::<JsValue>(&caches, "has", &[name.into()]).await?.is_truthy() {
        // A deleted cache keeps its files until nobody holds it any more; a deleted entry's file goes at once.
        let cache: JsValue = ask(&caches, "open", &[name.into()]).await?;
        ask::<JsValue>(&cache, "delete", &[ADDRESS.into()]).await?;
        ask::<JsValue>(&caches, "delete", &[name.into()]).await?;
    }
    Ok(())
}

fn caches() -> Js<JsValue> {
    get(&js_sys::global(), "caches")
}
