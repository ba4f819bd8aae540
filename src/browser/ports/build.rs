//! The files of this form, as the page names them: each with what its content must be.
use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{Document, Element, Url};

/// A file that the browser runs only if it matches its integrity value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its whole address.
    pub url: String,
    /// `sha384-…`.
    pub integrity: String,
}

/// All of them, in the order in which the page names them; none in a page of another make.
pub fn files() -> Vec<File> {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return Vec::new() };
    let find = |selector| document.query_selector(selector).ok().flatten();
    let named = |selector, address| find(selector).and_then(|element| file(&document, &element, address, "integrity"));
    let mut all: Vec<File> = named("link[rel=stylesheet]", "href").into_iter().collect();
    all.extend(named("script[data-wasm] + script", "src"));
    if let Some(script) = find("script[data-wasm]") {
        all.extend(file(&document, &script, "src", "integrity"));
        for name in names(&script) {
            if let Some(of) = name.strip_suffix("-integrity") {
                all.extend(file(&document, &script, of, &name));
            }
        }
    }
    all
}

fn names(element: &Element) -> Vec<String> {
    let names: Array = element.get_attribute_names();
    names.iter().filter_map(|name: JsValue| name.as_string()).collect()
}

fn file(document: &Document, element: &Element, address: &str, integrity: &str) -> Option<File> {
    let base = document.base_uri().ok().flatten()?;
    let url = Url::new_with_base(&element.get_attribute(address)?, &base).ok()?;
    let integrity = element.get_attribute(integrity).filter(|value| !value.is_empty())?;
    Some(File { url: url.href(), integrity })
}

/// The whole address of `path`, as the browser would call it.
pub fn absolute(path: &str) -> String {
    let base = web_sys::window().and_then(|window| window.document()).and_then(|document| document.base_uri().ok()?);
    base.and_then(|base| Url::new_with_base(path, &base).ok()).map_or_else(|| path.to_owned(), |url| url.href())
}
