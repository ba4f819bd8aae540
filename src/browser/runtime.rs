//! Takes events in and performs the effects of the first page; `deeds` performs all others.
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::{GetUntracked, RwSignal, Set, Update, WithUntracked};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::drafts::{Deed, Drafts};
use super::ports::address::Address;
use super::ports::crypto::Crypto;
use super::ports::lock::{SubmitLock, TabLock};
use super::ports::pointer::Pointer;
use super::ports::store::Store;
use super::ports::{focus, http, js, language};
use super::rest::{Load, Rest};
use crate::domain::lang::Lang;
use crate::wizard::effect::{Effect, Focus, Question, QuestionNo};
use crate::wizard::field::Field;
use crate::wizard::first;
use crate::wizard::message::{Answer, Msg, Start, VaultMsg};
use crate::wizard::model::Model;

/// So often the lock is asked for, this long apart: a page that is being reloaded holds it a little longer.
const LOCK_TRIES: u8 = 10;
const LOCK_WAIT_MS: u32 = 100;

/// The form's connection to the browser.
pub struct Runtime {
    pub(super) model: RwSignal<Model>,
    billing_url: String,
    pub(super) crypto: Option<Crypto>,
    pub(super) store: Option<Store>,
    drafts: Drafts,
    pub(super) address: Address,
    pub(super) lock: SubmitLock,
    tab: TabLock,
    pub(super) pointer: Pointer,
    root: RefCell<Option<Element>>,
    pub(super) file: RefCell<JsValue>,
    load: Load,
    is_loading: Cell<bool>,
    rest: Cell<Option<&'static Rest>>,
    waiting: RefCell<Vec<Msg>>,
    /// The page `#/privacy` stands in the place of the order's. It reads and does nothing, so that the core need not know of it.
    pub(super) is_privacy: RwSignal<bool>,
}

impl Runtime {
    /// Connects `model`; `store` is `None` where the browser stores nothing for this page.
    pub fn new(
        model: RwSignal<Model>,
        billing_url: String,
        store: Option<Store>,
        address: Address,
        load: Load,
    ) -> Rc<Self> {
        Rc::new(Self {
            model,
            billing_url,
            crypto: Crypto::new(),
            drafts: Drafts::new(store.clone()),
            store,
            address,
            lock: SubmitLock::default(),
            tab: TabLock::default(),
            pointer: Pointer::default(),
            root: RefCell::default(),
            file: RefCell::new(JsValue::NULL),
            load,
            is_loading: Cell::default(),
            rest: Cell::default(),
            waiting: RefCell::default(),
            is_privacy: RwSignal::new(false),
        })
    }

    /// The element that holds the form; the focus moves only inside it.
    pub fn set_root(&self, root: Element) {
        self.root.replace(Some(root));
    }

    /// What comes after the first page, once it is there.
    pub fn rest(&self) -> Option<&'static Rest> {
        self.rest.get()
    }

    /// Starts the form, unless the order is open in another tab.
    pub async fn start(self: &Rc<Self>) {
        let mut tries = 0;
        while !self.take_tab(false).await && tries < LOCK_TRIES {
            gloo_timers::future::TimeoutFuture::new(LOCK_WAIT_MS).await;
            tries += 1;
        }
        let msg = if tries < LOCK_TRIES { self.stored().await } else { Msg::Elsewhere };
        // Not before: nothing watches the address yet. Not later: the order's page is written there.
        let (is_keys, is_privacy) = (self.address.is_keys(), self.address.is_privacy());
        self.send(msg);
        if is_keys {
            self.send(Msg::Vault(VaultMsg::Shown));
        }
        if is_privacy {
            self.show_privacy();
        }
        let this = Rc::clone(self);
        self.address.watch(move || this.address_changed());
    }

    /// Shows what leaves the browser, in the place of the order's page, which stays as it is.
    pub fn show_privacy(self: &Rc<Self>) {
        self.address.show_privacy(self.model.with_untracked(|model| model.place));
        self.is_privacy.set(true);
        self.focus("main");
        self.load();
    }

    /// Back to where the order is.
    pub fn leave_privacy(self: &Rc<Self>) {
        self.is_privacy.set(false);
        let (step, is_keys) = self.model.with_untracked(|model| (model.place, model.vault.is_shown));
        if is_keys {
            self.address.show_keys();
        } else {
            self.address.show(step, false);
        }
        self.focus("main");
    }

    fn address_changed(self: &Rc<Self>) {
        if self.address.is_privacy() {
            return self.show_privacy();
        }
        self.is_privacy.set(false);
        let is_keys = self.address.is_keys();
        self.send(if is_keys { Msg::Vault(VaultMsg::Shown) } else { Msg::AddressChanged(self.address.current()) });
    }

    async fn take_tab(self: &Rc<Self>, steal: bool) -> bool {
        let this = Rc::clone(self);
        self.tab.take(steal, Rc::new(move || this.send(Msg::Elsewhere))).await
    }

    /// The order is this tab's from now on, also if another one has it open.
    pub(super) async fn take_over(self: &Rc<Self>) {
        self.take_tab(true).await;
        let msg = self.stored().await;
        self.send(msg);
    }

    /// The start with what was stored.
    async fn stored(&self) -> Msg {
        let draft = self.drafts.read().await;
        let start = Start {
            address: self.address.current(),
            draft,
            now_ms: now_ms(),
            can_make_keys: self.crypto.is_some(),
            can_store: self.store.is_some(),
        };
        Msg::Started(Box::new(start))
    }

    /// The page is being left, or may be soon.
    pub fn flush(&self, is_leaving: bool) {
        if self.tab.is_held() {
            self.drafts.flush(is_leaving);
        }
    }

    /// One event in. What the first page cannot do by itself waits until the rest is there.
    pub fn send(self: &Rc<Self>, msg: Msg) {
        let is_begun = matches!(msg, Msg::Edited(..));
        let rest = self.rest.get();
        let done = self.model.try_update(|model| match rest {
            Some(rest) => Ok((rest.update)(model, msg)),
            None => first::update(model, msg),
        });
        match done {
            Some(Ok(effects)) => effects.into_iter().for_each(|effect| self.perform(effect)),
            Some(Err(msg)) => {
                self.waiting.borrow_mut().push(msg);
                self.model.update(first::wait);
            }
            None => return,
        }
        if is_begun || !self.waiting.borrow().is_empty() {
            self.load();
        }
    }

    /// Loads what comes after the first page, and does what has waited for it.
    fn load(self: &Rc<Self>) {
        if self.rest.get().is_some() || self.is_loading.replace(true) {
            return;
        }
        let this = Rc::clone(self);
        in_background(Box::pin(async move {
            let rest = (this.load)().await;
            this.is_loading.set(false);
            this.rest.set(rest);
            if rest.is_some() {
                this.model.update(first::arrived);
                for msg in this.waiting.take() {
                    this.send(msg);
                }
            } else if !this.waiting.borrow().is_empty() || this.is_privacy.get_untracked() {
                this.model.update(first::missing);
            }
        }));
    }

    fn perform(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::Ask { number, question: Question::Http { request, timeout_ms, after_ms } } => {
                let this = Rc::clone(self);
                in_background(Box::pin(async move {
                    if after_ms > 0 {
                        gloo_timers::future::TimeoutFuture::new(after_ms).await;
                    }
                    let reply = http::call(&this.billing_url, &request, timeout_ms).await;
                    this.send(Msg::Answered(number, Answer::Http(reply)));
                }));
            }
            // The order settles behind the page that stands in its place; only a step of the customer's leaves that.
            Effect::Navigate { replace: true, .. } if self.is_privacy.get_untracked() => {}
            Effect::Navigate { step, replace } => {
                self.is_privacy.set(false);
                self.address.show(step, replace);
            }
            Effect::Focus(Focus::Page) => self.focus("main"),
            Effect::Focus(Focus::Errors) => self.focus(".error-summary"),
            Effect::Focus(Focus::Field(field)) => self.focus_field(field),
            Effect::SaveDraft(text) => self.write(Deed::Store(text), None),
            Effect::DropDraft => self.write(Deed::Delete, None),
            other => {
                if let Some(rest) = self.rest.get() {
                    (rest.perform)(self, other);
                }
            }
        }
    }

    /// Focuses the control of `field`.
    pub fn focus_field(&self, field: Field) {
        self.focus(&format!("[data-field='{}']", field.id()));
    }

    /// The document and its address say that `lang` is spoken.
    pub fn speaks(&self, lang: Lang) {
        language::show(&self.address, lang, true);
    }

    /// Focuses the language in use.
    pub fn focus_language(&self) {
        self.focus(".languages [aria-current]");
    }

    /// Focuses the first element that `selector` finds in the form.
    fn focus(&self, selector: &str) {
        if let Some(root) = self.root.borrow().clone() {
            focus::focus(root, selector.to_owned());
        }
    }

    /// Writes the draft, or deletes it; what comes while it is being written waits, and only the newest of that is written.
    pub(super) fn write(self: &Rc<Self>, deed: Deed, asked_by: Option<QuestionNo>) {
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
    js::milliseconds(js_sys::Date::now())
}
