//! Takes events in and performs effects: the only `match` on [`Effect`] and [`Question`].
use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::{RwSignal, Update, WithUntracked};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::drafts::{Deed, Drafts};
use super::ports::address::Address;
use super::ports::crypto::Crypto;
use super::ports::js::Js;
use super::ports::lock::{SubmitLock, TabLock};
use super::ports::store::{KEYS, Store};
use super::ports::{files, focus, http, keep, verify};
use crate::request::algorithm::KeyType;
use crate::request::csr::Verdict;
use crate::wizard::effect::{Effect, Focus, Question, QuestionNo};
use crate::wizard::field::Field;
use crate::wizard::message::{Answer, Checked, MadeKey, Msg, Start};
use crate::wizard::model::Model;
use crate::wizard::update::update;

/// So often the lock is asked for, this long apart: a page that is being reloaded holds it a little longer.
const LOCK_TRIES: u8 = 10;
const LOCK_WAIT_MS: u32 = 100;

/// The form's connection to the browser.
pub struct Runtime {
    model: RwSignal<Model>,
    billing_url: String,
    crypto: Option<Crypto>,
    store: Option<Store>,
    drafts: Drafts,
    address: Address,
    lock: SubmitLock,
    tab: TabLock,
    root: RefCell<Option<Element>>,
    file: RefCell<JsValue>,
}

impl Runtime {
    /// Connects `model`; `store` is `None` where the browser stores nothing for this page.
    pub fn new(model: RwSignal<Model>, billing_url: String, store: Option<Store>, address: Address) -> Rc<Self> {
        let (crypto, lock, root) = (Crypto::new(), SubmitLock::default(), RefCell::default());
        let file = RefCell::new(JsValue::NULL);
        let (drafts, tab) = (Drafts::new(store.clone()), TabLock::default());
        Rc::new(Self { model, billing_url, crypto, store, drafts, address, lock, tab, root, file })
    }

    /// The element that holds the form; the focus moves only inside it.
    pub fn set_root(&self, root: Element) {
        self.root.replace(Some(root));
    }

    /// Holds the first file of `source` until the form asks for it; whether there is one.
    pub fn choose_file(self: &Rc<Self>, source: &JsValue) -> bool {
        let file = files::first(source);
        let is_file = file.is_some();
        if let Some(file) = file {
            self.file.replace(file);
            self.send(Msg::FileChosen);
        }
        is_file
    }

    /// Starts the form, unless the order is open in another tab.
    pub async fn start(self: &Rc<Self>) {
        let mut tries = 0;
        while !self.take_tab(false).await && tries < LOCK_TRIES {
            gloo_timers::future::TimeoutFuture::new(LOCK_WAIT_MS).await;
            tries += 1;
        }
        if tries < LOCK_TRIES {
            self.begin().await;
        } else {
            self.send(Msg::Elsewhere);
        }
        let this = Rc::clone(self);
        self.address.watch(move || this.send(Msg::AddressChanged(this.address.current())));
    }

    async fn take_tab(self: &Rc<Self>, steal: bool) -> bool {
        let this = Rc::clone(self);
        self.tab.take(steal, Rc::new(move || this.send(Msg::Elsewhere))).await
    }

    /// The order is this tab's from now on, also if another one has it open.
    async fn take_over(self: &Rc<Self>) {
        self.take_tab(true).await;
        self.begin().await;
    }

    /// Starts the form with what was stored.
    async fn begin(self: &Rc<Self>) {
        let draft = self.drafts.read().await;
        let start = Start {
            address: self.address.current(),
            draft,
            now_ms: now_ms(),
            can_make_keys: self.crypto.is_some(),
            can_store: self.store.is_some(),
        };
        self.send(Msg::Started(Box::new(start)));
    }

    /// The page is being left.
    pub fn flush(&self) {
        if self.tab.is_held() {
            self.drafts.flush();
        }
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
            Effect::Ask { number, question: Question::SaveDraft(text) } => self.write(Deed::Store(text), Some(number)),
            Effect::Ask { number, question } => {
                let this = Rc::clone(self);
                in_background(Box::pin(async move { this.answer(number, question).await }));
            }
            Effect::Navigate { step, replace } => self.address.show(step, replace),
            Effect::Focus(Focus::Page) => self.focus("main"),
            Effect::Focus(Focus::Errors) => self.focus(".error-summary"),
            Effect::Focus(Focus::Field(field)) => self.focus_field(field),
            Effect::SaveDraft(text) => self.write(Deed::Store(text), None),
            Effect::DropDraft => self.write(Deed::Delete, None),
            Effect::TakeOver => {
                let this = Rc::clone(self);
                in_background(Box::pin(async move { this.take_over().await }));
            }
            Effect::ForgetKey(_) | Effect::ForgetAllKeys => {
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

    /// Focuses the control of `field`.
    pub fn focus_field(&self, field: Field) {
        self.focus(&format!("[data-field='{}']", field.id()));
    }

    /// Focuses the first element that `selector` finds in the form.
    fn focus(&self, selector: &str) {
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
            Question::ReadFile => {
                let file = self.file.replace(JsValue::NULL);
                Answer::FileRead(files::read(&file).await)
            }
            Question::CheckRequest(request) => {
                let none = Checked { fingerprint: None, verdict: Verdict::Unknown };
                Answer::Checked(match &self.crypto {
                    Some(crypto) => verify::check(crypto, &request).await,
                    None => none,
                })
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
            _ => Err(JsValue::NULL),
        }
    }

    async fn put_away(&self, effect: Effect) -> Js<()> {
        let store = self.store.as_ref().ok_or(JsValue::NULL)?;
        match effect {
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

    /// Writes the draft, or deletes it; what comes while it is being written waits, and only the newest of that is written.
    fn write(self: &Rc<Self>, deed: Deed, asked_by: Option<QuestionNo>) {
        if !self.drafts.want(deed, asked_by) {
            return;
        }
        let this = Rc::clone(self);
        in_background(Box::pin(async move {
            while let Some(written) = this.drafts.write().await {
                if written.done.is_none() {
                    this.send(Msg::Elsewhere);
                }
                for number in written.asked_by {
                    this.send(Msg::Answered(number, Answer::Done(written.done == Some(true))));
                }
            }
        }));
    }
}

/// Boxed, so that all background work shares one task type.
pub fn in_background(work: Pin<Box<dyn Future<Output = ()>>>) {
    spawn_local(work);
}

fn now_ms() -> u64 {
    milliseconds(js_sys::Date::now())
}

/// JavaScript's milliseconds are a whole `f64` far below 2^53.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
pub fn milliseconds(value: f64) -> u64 {
    value.clamp(0.0, 9.0e15) as u64
}
