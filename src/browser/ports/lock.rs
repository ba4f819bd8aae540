//! A Web Lock: of all pages of this origin, one submits at a time.
use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::js::{Js, call, get, object};

const NAME: &str = "cert-order-submit";

/// The lock, while it is held: dropping the page or [`SubmitLock::release`] lets others in.
#[derive(Clone, Default)]
pub struct SubmitLock(Rc<RefCell<Option<Function>>>);

impl SubmitLock {
    /// Takes the lock; `false` when another page holds it. A browser without Web Locks cannot tell, and lets this page on.
    pub async fn take(&self) -> bool {
        if self.0.borrow().is_some() {
            return true;
        }
        self.request().await.unwrap_or(true)
    }

    async fn request(&self) -> Js<bool> {
        let navigator = web_sys::window().ok_or(JsValue::NULL)?.navigator();
        let locks = get(&navigator, "locks")?;
        if locks.is_undefined() {
            return Err(JsValue::NULL);
        }
        let granted = Promise::new(&mut |resolve, _| self.ask(&locks, &resolve));
        Ok(JsFuture::from(granted).await?.is_truthy())
    }

    /// The lock is held as long as the promise that the callback returns is pending.
    fn ask(&self, locks: &JsValue, granted: &Function) {
        let held = Rc::clone(&self.0);
        let told = granted.clone();
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
        let options = object(&[("ifAvailable", true.into())]);
        if call(locks, "request", &[NAME.into(), options.into(), callback]).is_err() {
            let _ = granted.call1(&JsValue::NULL, &JsValue::TRUE);
        }
    }

    /// Lets other pages submit.
    pub fn release(&self) {
        if let Some(release) = self.0.borrow_mut().take() {
            let _ = release.unchecked_ref::<Function>().call0(&JsValue::NULL);
        }
    }
}
