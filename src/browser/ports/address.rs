//! The page's address as the place in the form. On a page of its own (or in a frame) that is the hash; mounted inside
//! another page it is memory, so that the host's address and history are left alone.
use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use crate::wizard::step::Step;

/// Where the place is kept.
#[derive(Debug)]
pub enum Address {
    /// `#/subject`.
    Hash,
    /// In memory only.
    Memory(Cell<Option<Step>>),
}

impl Address {
    /// The page that the address names, or that the page shown in its place was opened from.
    pub fn current(&self) -> Option<Step> {
        match self {
            Self::Hash => {
                let window = web_sys::window()?;
                if self.is_privacy() {
                    return Step::from_slug(&window.history().ok()?.state().ok()?.as_string()?);
                }
                Step::from_slug(window.location().hash().ok()?.strip_prefix("#/")?)
            }
            Self::Memory(step) => step.get(),
        }
    }

    /// Shows `step`, with `replace` without a new entry in the history.
    pub fn show(&self, step: Step, replace: bool) {
        match self {
            Self::Memory(place) => place.set(Some(step)),
            Self::Hash => {
                push(&href(step), replace);
            }
        }
    }

    /// Whether the address is that of the kept keys.
    pub fn is_keys(&self) -> bool {
        let hash = || web_sys::window()?.location().hash().ok();
        matches!(self, Self::Hash) && hash().is_some_and(|hash| hash == KEYS)
    }

    /// Whether the address is that of what leaves the browser.
    pub fn is_privacy(&self) -> bool {
        let hash = || web_sys::window()?.location().hash().ok();
        matches!(self, Self::Hash) && hash().is_some_and(|hash| hash == PRIVACY)
    }

    /// Shows the address of what leaves the browser in the place of `step`, to which a reload finds back.
    pub fn show_privacy(&self, step: Step) {
        if matches!(self, Self::Hash) && !self.is_privacy() {
            push_with(PRIVACY, false, &step.slug().into());
        }
    }

    /// Shows the address of the kept keys.
    pub fn show_keys(&self) {
        if matches!(self, Self::Hash) && !self.is_keys() {
            push(KEYS, false);
        }
    }

    /// Writes another address of the same page in place of this one.
    pub fn replace(&self, address: &str) {
        if matches!(self, Self::Hash) {
            push(address, true);
        }
    }

    /// Calls `changed` whenever the address is changed from outside, as by Back. For the life of the page.
    pub fn watch(&self, changed: impl Fn() + 'static) {
        if let (Self::Hash, Some(window)) = (self, web_sys::window()) {
            let listener = Closure::<dyn Fn()>::new(changed).into_js_value();
            let _ = window.add_event_listener_with_callback("popstate", listener.unchecked_ref());
        }
    }
}

/// The address of the kept keys.
pub const KEYS: &str = "#/keys";

/// The address of what leaves the browser.
pub const PRIVACY: &str = "#/privacy";

fn push(address: &str, replace: bool) {
    push_with(address, replace, &JsValue::NULL);
}

fn push_with(address: &str, replace: bool, state: &JsValue) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    // Browsers refuse hundreds of entries a minute; the place itself does not depend on it.
    let _ = if replace {
        history.replace_state_with_url(state, "", Some(address))
    } else {
        history.push_state_with_url(state, "", Some(address))
    };
}

/// The address of a page, for links.
pub fn href(step: Step) -> String {
    format!("#/{}", step.slug())
}
