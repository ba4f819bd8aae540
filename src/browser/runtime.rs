//! Takes events in and performs effects: the only `match` on [`Effect`] and [`Question`].
use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::{RwSignal, Update, WithUntracked};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::ports::address::Address;
use super::ports::crypto::Crypto;
use super::ports::js::{Js, get, object};
use super::ports::lock::SubmitLock;
use super::ports::store::{DRAFTS, KEYS, Store};
use super::ports::{files, focus, http, keep};
use crate::request::algorithm::KeyType;
use crate::wizard::effect::{Effect, Focus, Question, QuestionNo};
use crate::wizard::message::{Answer, MadeKey, Msg, Start, StoredDraft};
use crate::wizard::model::Model;
use crate::wizard::update::update;

/// The key of the one draft.
const DRAFT: &str = "draft";

/// The form's connection to the browser.
pub struct Runtime {
    model: RwSignal<Model>,
    billing_url: String,
    crypto: Option<Crypto>,
    store: Option<Store>,
    address: Address,
    lock: SubmitLock,
    root: RefCell<Option<Element>>,
}

impl Runtime {
    /// Connects `model`; `store` is `None` where the browser stores nothing for this page.
    pub fn new(model: RwSignal<Model>, billing_url: String, store: Option<Store>, address: Address) -> Rc<Self> {
        let (crypto, lock, root) = (Crypto::new(), SubmitLock::default(), RefCell::default());
        Rc::new(Self { model, billing_url, crypto, store, address, lock, root })
    }

    /// The element that holds the form; the focus moves only inside it.
    pub fn set_root(&self, root: Element) {
        self.root.replace(Some(root));
    }

    /// Starts the form with what was stored.
    pub async fn start(self: &Rc<Self>) {
        let draft = match &self.store {
            Some(store) => store.get(DRAFTS, DRAFT).await.ok().and_then(|value| stored_draft(&value)),
            None => None,
        };
        let start = Start {
            address: self.address.current(),
            draft,
            now_ms: now_ms(),
            can_make_keys: self.crypto.is_some(),
            can_store: self.store.is_some(),
        };
        self.send(Msg::Started(Box::new(start)));
        let this = Rc::clone(self);
        self.address.watch(move || this.send(Msg::AddressChanged(this.address.current())));
    }

    /// One event in.
    pub fn send(self: &Rc<Self>, msg: Msg) {
        let effects = self.model.try_update(|model| update(model, msg)).unwrap_or_default();
        for effect in effects {
            self.perform(effect);
        }
    }

    fn perform(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::Ask { number, question } => {
                let this = Rc::clone(self);
                in_background(Box::pin(async move { this.answer(number, question).await }));
            }
            Effect::Navigate { step, replace } => self.address.show(step, replace),
            Effect::Focus(target) => self.focus(match target {
                Focus::Page => "main",
                Focus::Errors => ".error-summary",
            }),
            Effect::SaveDraft(_) | Effect::DropDraft | Effect::ForgetKey(_) | Effect::ForgetAllKeys => {
                let this = Rc::clone(self);
                // What cannot be stored is said once, at the start; the form goes on without.
                in_background(Box::pin(async move {
                    let _ = this.put_away(effect).await;
                }));
            }
            Effect::Download { file_name, media_type, text } => {
                let _ = files::download(&file_name, media_type, &text);
            }
            Effect::ReleaseLock => self.lock.release(),
        }
    }

    /// Focuses the first element that `selector` finds in the form.
    pub fn focus(&self, selector: &str) {
        if let Some(root) = self.root.borrow().clone() {
            focus::focus(root, selector.to_owned());
        }
    }

    async fn answer(self: &Rc<Self>, number: QuestionNo, question: Question) {
        let answer = match question {
            Question::Http { request, timeout_ms } => {
                Answer::Http(http::post(&self.billing_url, &request, timeout_ms).await)
            }
            Question::MakeKey(key_type) => Answer::KeyMade(self.make_key(number, key_type).await),
            Question::Sign { key, key_type, bytes } => Answer::Signed(match &self.crypto {
                Some(crypto) => crypto.sign(key, key_type, &bytes).await.ok(),
                None => None,
            }),
            Question::RevealKey(key) => Answer::Revealed(match &self.crypto {
                Some(crypto) => crypto.reveal(key).await.ok(),
                None => None,
            }),
            Question::Wait(ms) => {
                gloo_timers::future::TimeoutFuture::new(ms).await;
                Answer::Done(true)
            }
            Question::TakeLock => Answer::Done(self.lock.take().await),
            other => Answer::Done(self.try_to(other).await.is_ok()),
        };
        self.send(Msg::Answered(number, answer));
    }

    /// A key that is no longer wanted when it is there is let go at once.
    async fn make_key(&self, number: QuestionNo, key_type: KeyType) -> Option<MadeKey> {
        let crypto = self.crypto.as_ref()?;
        let made = crypto.make(key_type).await.ok()?;
        if !self.model.try_with_untracked(|model| model.is_awaited(number)).unwrap_or_default() {
            crypto.forget(made.fingerprint);
        }
        Some(made)
    }

    /// What works or does not.
    async fn try_to(&self, question: Question) -> Js<()> {
        let crypto = || self.crypto.as_ref().ok_or(JsValue::NULL);
        let store = || self.store.as_ref().ok_or(JsValue::NULL);
        match question {
            Question::KeepKey { key, key_type } => keep::keep(crypto()?, store()?, key, key_type).await,
            Question::LoadKey { key, key_type } => keep::load(crypto()?, store()?, key, key_type).await,
            Question::CopyKey(key) => files::copy(crypto()?.reveal(key).await?.expose()).await,
            Question::DownloadKey { key, file_name } => {
                files::download(&file_name, "application/x-pem-file", crypto()?.reveal(key).await?.expose())
            }
            Question::CopyText(text) => files::copy(&text).await,
            Question::SaveDraft(text) => self.save_draft(&text).await,
            _ => Err(JsValue::NULL),
        }
    }

    async fn put_away(&self, effect: Effect) -> Js<()> {
        let store = self.store.as_ref().ok_or(JsValue::NULL)?;
        match effect {
            Effect::SaveDraft(text) => self.save_draft(&text).await,
            Effect::DropDraft => store.delete(DRAFTS, DRAFT).await,
            Effect::ForgetKey(key) => keep::forget(store, key).await,
            Effect::ForgetAllKeys => {
                if let Some(crypto) = &self.crypto {
                    crypto.forget_all();
                }
                store.clear(KEYS).await
            }
            _ => Ok(()),
        }
    }

    async fn save_draft(&self, text: &str) -> Js<()> {
        let store = self.store.as_ref().ok_or(JsValue::NULL)?;
        let value = object(&[("saved", js_sys::Date::now().into()), ("text", text.into())]);
        store.put(DRAFTS, DRAFT, &value).await
    }
}

/// Boxed, so that all background work shares one task type.
pub fn in_background(work: Pin<Box<dyn Future<Output = ()>>>) {
    spawn_local(work);
}

fn stored_draft(value: &JsValue) -> Option<StoredDraft> {
    let saved_ms = milliseconds(get(value, "saved").ok()?.as_f64()?);
    Some(StoredDraft { saved_ms, text: get(value, "text").ok()?.as_string()? })
}

fn now_ms() -> u64 {
    milliseconds(js_sys::Date::now())
}

/// JavaScript's milliseconds are a whole `f64` far below 2^53.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
fn milliseconds(value: f64) -> u64 {
    value.clamp(0.0, 9.0e15) as u64
}
