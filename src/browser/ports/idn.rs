//! Which A-labels a request names a host by: `URL` does UTS #46, non-transitional. It does more: it takes texts of digits
//! for addresses, decodes `%`, and lets pass what no name has, each engine something else. So it gets names alone that
//! the core has looked through, without `*.`, and what it gives is looked through again.
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::JsCast;

use super::js::{Js, get};

/// The name in A-labels; `None` for what the browser takes for no name, or for something else than a name.
pub fn to_ascii(name: &str) -> Option<String> {
    // What an address has besides a name would end the name, or be decoded.
    let is_name = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || c == '-' || c == '.';
    if name.is_empty() || !name.chars().all(is_name) {
        return None;
    }
    let read = || -> Js<Option<String>> {
        let url: Function = get(&js_sys::global(), "URL")?.dyn_into()?;
        let mut address = String::from("https://");
        address.push_str(name);
        let url = Reflect::construct(&url, &Array::of1(&address.into()))?;
        Ok(get(&url, "hostname")?.as_string())
    };
    let ascii = read().ok()??;
    let is_label = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.' || b == b'_';
    (!ascii.is_empty() && ascii.bytes().all(is_label)).then_some(ascii)
}
