//! Tells when the connection is back, hides a shown private key as soon as nobody looks at the page, and stores what is not stored yet.
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

use crate::browser::ui::Ui;
use crate::wizard::keys;
use crate::wizard::message::Msg;

/// For the life of the page.
pub fn install(ui: Ui) {
    let Some(window) = web_sys::window() else { return };
    ui.watch_pointer();
    let hide = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        ui.send(Msg::HideKey);
        ui.flush(event.type_() == "pagehide");
    })
    .into_js_value();
    // An order's key that is nowhere safe: browsers ask before the page goes.
    let stay = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if ui.peek(keys::is_at_risk) {
            event.prevent_default();
        }
    })
    .into_js_value();
    let _ = window.add_event_listener_with_callback("beforeunload", stay.unchecked_ref());
    for event in ["blur", "beforeprint", "pagehide"] {
        let _ = window.add_event_listener_with_callback(event, hide.unchecked_ref());
    }
    let online = Closure::<dyn Fn()>::new(move || ui.send(Msg::Online)).into_js_value();
    let _ = window.add_event_listener_with_callback("online", online.unchecked_ref());
    if let Some(document) = window.document() {
        let _ = document.add_event_listener_with_callback("visibilitychange", hide.unchecked_ref());
    }
}
