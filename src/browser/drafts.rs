//! The stored draft: one write at a time, the newest text wins, and nothing is written over what another tab stored.
//!
//! Each write leaves a mark, and the next one must find it. While this tab holds the tab's lock nobody else writes, so that
//! on leaving the page the last text can be handed over without looking.
use std::cell::{Cell, RefCell};

use wasm_bindgen::JsValue;
use web_sys::IdbTransaction;

use super::ports::js::{Js, get, object};
use super::ports::store::{DRAFTS, Store};
use crate::wizard::effect::QuestionNo;
use crate::wizard::message::StoredDraft;

/// The key of the one draft.
const DRAFT: &str = "draft";

/// What is to be done with the draft.
#[derive(Clone)]
pub enum Deed {
    /// Store this.
    Store(String),
    /// Delete it.
    Delete,
}

/// What is to be done next, and who waits for it.
#[derive(Default)]
struct Wanted {
    deed: Option<Deed>,
    asked_by: Vec<QuestionNo>,
}

/// How a write ended, and who waits for it.
pub struct Written {
    /// Whether it is on disk; `None` when another tab's draft lies there.
    pub done: Option<bool>,
    /// The questions it answers.
    pub asked_by: Vec<QuestionNo>,
}

/// The draft of this tab.
pub struct Drafts {
    store: Option<Store>,
    /// The marks that may lie in the store: the last one known to be there, and the last one written.
    marks: Cell<[f64; 2]>,
    waiting: RefCell<Wanted>,
    under_way: RefCell<Option<Deed>>,
    transaction: RefCell<Option<IdbTransaction>>,
}

impl Drafts {
    /// For `store`; `None` where the browser stores nothing for this page.
    pub fn new(store: Option<Store>) -> Self {
        Self {
            store,
            marks: Cell::default(),
            waiting: RefCell::default(),
            under_way: RefCell::default(),
            transaction: RefCell::default(),
        }
    }

    /// What is stored; from now on this tab goes on from there.
    pub async fn read(&self) -> Option<StoredDraft> {
        self.waiting.take();
        let value = self.store.as_ref()?.get(DRAFTS, DRAFT).await.ok()?;
        let mark = Store::mark(&value);
        self.marks.set([mark, mark]);
        let saved_ms = super::ports::js::milliseconds(get(&value, "saved").ok()?.as_f64()?);
        Some(StoredDraft { saved_ms, text: get(&value, "text").ok()?.as_string()? })
    }

    /// Wants this done next, in the place of whatever waits. Whether nothing is being written yet, so that somebody has
    /// to call [`Drafts::write`].
    pub fn want(&self, deed: Deed, asked_by: Option<QuestionNo>) -> bool {
        let mut waiting = self.waiting.borrow_mut();
        waiting.asked_by.extend(asked_by);
        let mut under_way = self.under_way.borrow_mut();
        let is_idle = under_way.is_none();
        if is_idle {
            *under_way = Some(deed.clone());
        }
        waiting.deed = Some(deed);
        is_idle
    }

    /// Writes what waits; `None` when nothing does.
    pub async fn write(&self) -> Option<Written> {
        let Wanted { deed, asked_by } = self.waiting.take();
        self.under_way.replace(deed.clone());
        let done = self.try_to_write(deed?).await.unwrap_or(Some(false));
        Some(Written { done, asked_by })
    }

    async fn try_to_write(&self, deed: Deed) -> Js<Option<bool>> {
        let store = self.store.as_ref().ok_or(JsValue::NULL)?;
        let [known, last] = self.marks.get();
        let (mark, value) = value(deed);
        self.marks.set([known, mark]);
        let transaction = store.transaction(DRAFTS, "readwrite")?;
        self.transaction.replace(Some(transaction.clone()));
        let is_ours = Store::replace(&transaction, DRAFTS, DRAFT, value, [known, last]).await?;
        if is_ours {
            self.marks.set([mark, self.marks.get()[1]]);
        }
        Ok(is_ours.then_some(true))
    }

    /// What is not on disk yet is handed over at once. Only for the tab that holds the lock. If the page is being left, the
    /// write under way gives way: it could no longer end, and what waits behind it would go with it.
    pub fn flush(&self, is_leaving: bool) {
        let waiting = self.waiting.borrow().deed.clone();
        let Some(deed) = waiting.or_else(|| self.under_way.borrow().clone()) else { return };
        let Some(store) = &self.store else { return };
        if is_leaving && let Some(transaction) = self.transaction.take() {
            // One that has ended cannot be aborted, and need not be.
            let _ = transaction.abort();
        }
        let (mark, value) = value(deed);
        if store.put_now(DRAFTS, DRAFT, value).is_ok() {
            self.marks.set([self.marks.get()[0], mark]);
        }
    }
}

/// What is put into the store, with its mark; nothing has the mark 0.
fn value(deed: Deed) -> (f64, Option<JsValue>) {
    let Deed::Store(text) = deed else { return (0.0, None) };
    let mark = js_sys::Math::random() + 1.0;
    let saved = js_sys::Date::now();
    (mark, Some(object(&[("saved", saved.into()), ("text", text.into()), ("mark", mark.into())]).into()))
}
