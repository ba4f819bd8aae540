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

/// Calls a method that gives a promise, and waits for it: for calls that need many shapes of one method of `WebCrypto`.
///
/// # Errors
/// As [`call`], or what the promise is rejected with.
pub async fn ask<T: JsCast>(target: &JsValue, name: &str, arguments: &[JsValue]) -> Js<T> {
    let promise: Promise = call(target, name, arguments)?.dyn_into()?;
    wait(promise).await
}

/// The name of an exception, such as `QuotaExceededError`.
pub fn name_of(exception: &JsValue) -> String {
    get(exception, "name").ok().and_then(|name| name.as_string()).unwrap_or_default()
}

/// Waits for a promise.
///
/// # Errors
/// What the promise is rejected with.
pub async fn wait<T: JsCast>(promise: Promise) -> Js<T> {
    JsFuture::from(promise).await?.dyn_into()
}

/// JavaScript's milliseconds are a whole `f64` far below 2^53.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
pub fn milliseconds(value: f64) -> u64 {
    value.clamp(0.0, 9.0e15) as u64
}

/// Milliseconds since 1970 are far below 2^53.
#[allow(clippy::cast_precision_loss, reason = "see above")]
pub fn number(milliseconds: u64) -> JsValue {
    JsValue::from_f64(milliseconds as f64)
}
