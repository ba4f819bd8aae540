//! Puts the operator's colours over those of `style/tokens.css`.
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::config::{Colour, Corners, Scheme, Theme};

/// Sets them on the page's root, for light and for dark; which of the two counts, the style sheet says.
pub fn set(theme: &Theme) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Some(root) = document.document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    let style = root.style();
    let put = |name: &str, value: &str| {
        // A property of ours takes any text.
        let _ = style.set_property(name, value);
    };
    for (colour, shade, names) in [
        (theme.accent, Colour::BLACK, ["--co-brand", "--co-brand-strong", "--co-brand-ink"]),
        (theme.accent_dark, Colour::WHITE, ["--co-brand-dark", "--co-brand-dark-strong", "--co-brand-dark-ink"]),
    ] {
        if let Some(colour) = colour {
            let values = [colour, colour.towards(shade), colour.ink()];
            for (name, value) in names.iter().zip(values) {
                put(name, &value.css());
            }
        }
    }
    if theme.corners == Corners::Square {
        put("--co-radius", "0");
    }
    let scheme = match theme.scheme {
        Scheme::Auto => return,
        Scheme::Light => "light",
        Scheme::Dark => "dark",
    };
    let _ = root.set_attribute("data-scheme", scheme);
}
