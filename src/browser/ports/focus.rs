//! Moves the focus inside the form, once the page shows its new state.
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, Node};

use super::js;

/// Focuses the first element in `root` that `selector` finds, in the next frame.
pub fn focus(root: Element, selector: String) {
    let Some(window) = web_sys::window() else { return };
    let run = Closure::once_into_js(move || {
        let found = root.query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // What is folded away takes no focus.
            if let Ok(Some(folded)) = element.closest("details") {
                let _ = folded.set_attribute("open", "");
            }
            let _ = element.focus();
        }
    });
    let _ = window.request_animation_frame(run.unchecked_ref());
}

/// Whether what has the focus is in `node`.
pub fn is_in(node: &Node) -> bool {
    let focused = web_sys::window().and_then(|window| window.document()).and_then(|document| document.active_element());
    focused.is_some_and(|focused| node.contains(Some(&focused)))
}

/// What had the focus in `parent` is gone: the page takes it, where it stands, so that Tab goes on from there.
pub fn rescue(parent: &Node) {
    let page = parent.dyn_ref::<Element>().and_then(|parent| parent.closest("main").ok().flatten());
    if let Some(page) = page {
        let _ = js::call(&page, "focus", &[js::object(&[("preventScroll", true.into())]).into()]);
    }
}
