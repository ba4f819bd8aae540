//! Small helpers for values of JavaScript.
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What the browser says when something cannot be done. Its text is never shown: it may be in any language.
pub type Js<T> = Result<T, JsValue>;

/// An object with these properties.
pub fn object(properties: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in properties {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}

/// An array of texts.
pub fn texts(items: &[&str]) -> Array {
    items.iter().map(|item| JsValue::from_str(item)).collect()
}

/// The property `name` of `target`.
///
/// # Errors
/// The exception of a getter, or of `target` being no object.
pub fn get(target: &JsValue, name: &str) -> Js<JsValue> {
    Reflect::get(target, &JsValue::from_str(name))
}

/// Calls the method `name` of `target`: for what web-sys has only behind its unstable switch.
///
/// # Errors
/// The exception of the method, or of there being none.
pub fn call(target: &JsValue, name: &str, arguments: &[JsValue]) -> Js<JsValue> {
    let method: Function = get(target, name)?.dyn_into()?;
    method.apply(target, &arguments.iter().collect())
}

/// Waits for a promise.
///
/// # Errors
/// What the promise is rejected with.
pub async fn wait<T: JsCast>(promise: Promise) -> Js<T> {
    JsFuture::from(promise).await?.dyn_into()
}
