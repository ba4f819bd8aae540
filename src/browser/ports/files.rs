//! What the customer takes away and brings: the clipboard, downloads, files.
use js_sys::{Array, ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use zeroize::Zeroizing;

use super::js::{Js, call, get, wait};
use crate::domain::problem::NotRequest;
use crate::domain::secret::Secret;
use crate::request::given;

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

/// The first file of a file control or of what is dragged.
pub fn first(source: &JsValue) -> Option<JsValue> {
    let file = get(&get(source, "files").ok()?, "0").ok()?;
    (!file.is_undefined()).then_some(file)
}

/// What a chosen file holds, as text; a file that is too big is not read at all.
///
/// # Errors
/// `TooBig` or `Unreadable`.
pub async fn read(file: &JsValue) -> Result<Secret, NotRequest> {
    match octets(file, given::LIMIT_OF_FILES).await {
        Ok(Some(octets)) => Ok(given::text_of_file(&octets)),
        Ok(None) => Err(NotRequest::TooBig),
        Err(_) => Err(NotRequest::Unreadable),
    }
}

/// The octets of a chosen file; none of one that has more than `limit`, which is not read at all.
///
/// # Errors
/// The browser's.
pub async fn octets(file: &JsValue, limit: f64) -> Js<Option<Zeroizing<Vec<u8>>>> {
    let size = get(file, "size")?.as_f64().ok_or(JsValue::NULL)?;
    if size > limit { Ok(None) } else { bytes(file).await.map(Some) }
}

/// The octets of a file; the browser's copy is wiped, since it may turn out to be a private key.
async fn bytes(file: &JsValue) -> Js<Zeroizing<Vec<u8>>> {
    let promise: Promise = call(file, "arrayBuffer", &[])?.dyn_into()?;
    let buffer: ArrayBuffer = wait(promise).await?;
    let octets = Uint8Array::new(&buffer);
    let bytes = Zeroizing::new(octets.to_vec());
    octets.fill(0, 0, octets.length());
    Ok(bytes)
}
