//! What the browser promises about what it stores for this page.
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::js::{Js, call, get};
use crate::wizard::shelf::Storage;

/// What holds now. A browser that has no word for it promises nothing.
pub async fn facts() -> Storage {
    let Some(window) = web_sys::window() else { return Storage::default() };
    let is_top_level = get(&window, "top").is_ok_and(|top| js_sys::Object::is(&top, &window));
    let is_persistent = match ask("persisted") {
        Ok(promise) => JsFuture::from(promise).await.is_ok_and(|persisted| persisted.is_truthy()),
        Err(_) => false,
    };
    Storage { is_persistent, is_top_level }
}

/// Asks the browser to delete nothing by itself. Never waited for: some ask the customer, who may take their time.
pub fn wish() {
    let _ = ask("persist");
}

fn ask(method: &str) -> Js<Promise> {
    let navigator = web_sys::window().ok_or(JsValue::NULL)?.navigator();
    call(&get(&navigator, "storage")?, method, &[])?.dyn_into()
}
