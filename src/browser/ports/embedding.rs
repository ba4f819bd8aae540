//! Who shows this page inside a page of theirs.
use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;

/// Whether the page stands by itself, or inside pages of its own origin and of these alone. The header that browsers hold
/// such pages to (`frame-ancestors`) is not to be had on every host. Where the browser does not tell whose the pages
/// around it are, it is not allowed.
pub fn is_allowed(origins: &[String]) -> bool {
    let Some(window) = web_sys::window() else { return true };
    if window.parent().ok().flatten().is_some_and(|parent| parent == window) {
        return true;
    }
    let location = window.location();
    let around = Reflect::get(&location, &"ancestorOrigins".into()).map(|list| Array::from(&list));
    let own = location.origin().unwrap_or_default();
    let is_ours = |origin: JsValue| origin.as_string().is_some_and(|origin| origin == own || origins.contains(&origin));
    around.is_ok_and(|around| around.length() > 0 && around.iter().all(is_ours))
}
