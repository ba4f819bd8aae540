//! What the customer takes away: the clipboard and downloads.
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::js::{Js, get};

/// Puts `text` on the clipboard.
///
/// # Errors
/// The browser's: it may be forbidden, as in some frames.
pub async fn copy(text: &str) -> Js<()> {
    let navigator = web_sys::window().ok_or(JsValue::NULL)?.navigator();
    if get(&navigator, "clipboard")?.is_undefined() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.map(|_| ())
}

/// Hands `text` to the browser's downloads as `file_name`.
///
/// # Errors
/// The browser's.
pub fn download(file_name: &str, media_type: &str, text: &str) -> Js<()> {
    let properties = BlobPropertyBag::new();
    properties.set_type(media_type);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &properties)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(file_name);
    link.click();
    // The download has its own hold on the bytes once it has begun, some time after the click.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}
