//! The language that is wanted, and telling the page's own document which one is spoken. `?lang=` in the address wins: it is what a
//! link or the customer said last, and it is there after a reload without anything being stored.
use web_sys::{Url, UrlSearchParams};

use super::address::Address;
use super::asset;
use crate::domain::lang::Lang;

/// The part of the address that names the language.
const PARAMETER: &str = "lang";

/// Tags of the languages that are wanted, the dearest first: the address's, then `first`, then the browser's.
pub fn wanted(address: &Address, first: Option<Lang>) -> Vec<String> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let search = matches!(address, Address::Hash).then(|| window.location().search().ok()).flatten();
    let search = search.and_then(|search| UrlSearchParams::new_with_str(&search).ok());
    let named = search.and_then(|search| search.get(PARAMETER));
    let first = first.map(|lang| lang.tag().to_owned());
    let browsers = window.navigator().languages();
    named.into_iter().chain(first).chain(browsers.iter().filter_map(|tag| tag.as_string())).collect()
}

/// What can be spoken of `offered`: English, and what the page names a file of words for.
pub fn speakable(offered: &[Lang]) -> Vec<Lang> {
    let can = |lang: &Lang| *lang == Lang::En || asset::is_named(&file(*lang));
    offered.iter().copied().filter(can).collect()
}

/// The name of a language's file of words among the files of this site.
pub fn file(lang: Lang) -> String {
    ["words-", lang.tag()].concat()
}

/// The document speaks `lang` from now on, where the form is the page; with `is_chosen`, so does its address. A form inside
/// another page leaves both alone.
pub fn show(address: &Address, lang: Lang, is_chosen: bool) {
    let Some(window) = web_sys::window().filter(|_| matches!(address, Address::Hash)) else { return };
    if let Some(root) = window.document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", lang.tag());
        let _ = root.set_attribute("dir", direction(lang));
    }
    let here = window.location().href().ok().and_then(|href| Url::new(&href).ok());
    if let Some(here) = here.filter(|_| is_chosen) {
        here.search_params().set(PARAMETER, lang.tag());
        address.replace(&here.href());
    }
}

/// In which direction it is written.
pub fn direction(lang: Lang) -> &'static str {
    if lang.is_rtl() { "rtl" } else { "ltr" }
}
