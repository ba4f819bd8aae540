//! Web Locks: of all pages of this origin, one submits at a time, and one holds the draft.
use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

use super::js::{Js, call, get, object};

const SUBMIT: &str = "cert-order-submit";
const TAB: &str = "cert-order-tab";

/// What lets a held lock go.
type Held = Rc<RefCell<Option<Function>>>;

/// Keeps other pages from submitting while it is held: dropping the page or [`SubmitLock::release`] lets others in.
#[derive(Clone, Default)]
pub struct SubmitLock(Held);

/// Held by the tab that has the order, as long as it is open.
#[derive(Default)]
pub struct TabLock(Held);

impl SubmitLock {
    /// Takes the lock; `false` when another page holds it. A browser without Web Locks cannot tell, and lets this page on.
    pub async fn take(&self) -> bool {
        if self.0.borrow().is_some() {
            return true;
        }
        request(SUBMIT, "ifAvailable", &self.0, &JsValue::NULL).await.unwrap_or(true)
    }

    /// Lets other pages submit.
    pub fn release(&self) {
        if let Some(release) = self.0.borrow_mut().take() {
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

impl TabLock {
    /// Takes the lock; `false` when another tab holds it. With `steal` it is taken away from whoever holds it. When it is
    /// taken away from here, `lost` is called. A browser without Web Locks cannot tell, and lets this page on.
    pub async fn take(&self, steal: bool, lost: Rc<dyn Fn()>) -> bool {
        let held = Rc::clone(&self.0);
        let lost = Closure::once_into_js(move || {
            held.take();
            lost();
        });
        request(TAB, if steal { "steal" } else { "ifAvailable" }, &self.0, &lost).await.unwrap_or(true)
    }

    /// Whether this tab surely holds it.
    pub fn is_held(&self) -> bool {
        self.0.borrow().is_some()
    }
}

async fn request(name: &str, how: &str, held: &Held, lost: &JsValue) -> Js<bool> {
    let navigator = web_sys::window().ok_or(JsValue::NULL)?.navigator();
    let locks = get(&navigator, "locks")?;
    if locks.is_undefined() {
        return Err(JsValue::NULL);
    }
    let granted = Promise::new(&mut |resolve, _| {
        if ask(&locks, name, how, held, &resolve, lost).is_err() {
            let _ = resolve.call1(&JsValue::NULL, &JsValue::TRUE);
        }
    });
    Ok(JsFuture::from(granted).await?.is_truthy())
}

/// The lock is held as long as the promise that the callback returns is pending; when it is stolen, the promise of the whole
/// request is rejected.
fn ask(locks: &JsValue, name: &str, how: &str, held: &Held, granted: &Function, lost: &JsValue) -> Js<()> {
    let (held, told) = (Rc::clone(held), granted.clone());
    let callback = Closure::once_into_js(move |lock: JsValue| -> Promise {
        let is_granted = !lock.is_null();
        let _ = told.call1(&JsValue::NULL, &JsValue::from_bool(is_granted));
        Promise::new(&mut |release, _| {
            if is_granted {
                held.replace(Some(release));
            } else {
                let _ = release.call0(&JsValue::NULL);
            }
        })
    });
    let options = object(&[(how, true.into())]);
    let whole = call(locks, "request", &[name.into(), options.into(), callback])?;
    call(&whole, "catch", std::slice::from_ref(lost)).map(|_| ())
}
