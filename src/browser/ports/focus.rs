//! Moves the focus inside the form, once the page shows its new state.
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement};

/// Focuses the first element in `root` that `selector` finds, in the next frame.
pub fn focus(root: Element, selector: String) {
    let Some(window) = web_sys::window() else { return };
    let run = Closure::once_into_js(move || {
        let found = root.query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
    let _ = window.request_animation_frame(run.unchecked_ref());
}
