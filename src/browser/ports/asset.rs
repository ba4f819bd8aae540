//! Files of this site that only some orders need: the boot script's element names them, each with its integrity value.
use gloo_net::http::Request;
use js_sys::{JsString, Promise};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::js::{self, Js};

/// The text of the file `name` that the boot script has asked for while the wasm was on its way; `None` where it has not, or could
/// not have it.
pub async fn ahead(name: &str) -> Option<String> {
    let promise: Promise = js::get(&script()?.into(), name).ok()?.dyn_into().ok()?;
    js::wait::<JsString>(promise).await.ok().map(String::from)
}

/// The text of the file that the page names as `data-{name}`.
///
/// # Errors
/// Where the page names none, it cannot be had, or it is not the one that belongs to this page.
pub async fn text(name: &str) -> Js<String> {
    if let Some(text) = ahead(name).await {
        return Ok(text);
    }
    let (url, integrity) = script().and_then(|script| named(&script, name)).ok_or(JsValue::NULL)?;
    let response = Request::get(&url).integrity(&integrity).send().await.map_err(|_| JsValue::NULL)?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    response.text().await.map_err(|_| JsValue::NULL)
}

/// Whether the page names the file.
pub fn is_named(name: &str) -> bool {
    script().is_some_and(|script| named(&script, name).is_some())
}

fn script() -> Option<Element> {
    web_sys::window()?.document()?.query_selector("script[data-wasm]").ok()?
}

/// Where a file is, and what it must be; without an integrity value nothing is loaded.
fn named(script: &Element, name: &str) -> Option<(String, String)> {
    let mut attribute = String::from("data-");
    attribute.push_str(name);
    let url = script.get_attribute(&attribute)?;
    attribute.push_str("-integrity");
    Some((url, script.get_attribute(&attribute).filter(|value| !value.is_empty())?))
}
