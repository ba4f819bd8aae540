//! What every part of the page needs: the state to read, and the way to say what happened.
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::rest::Rest;
use super::runtime::Runtime;
use super::watched::{Erased, Watched};
use crate::domain::lang::Lang;
use crate::domain::money::Money;
use crate::wizard::field::Field;
use crate::wizard::message::Msg;
use crate::wizard::model::Model;
use crate::words::{Said, Speech, Text, Words};

/// The state and the runtime, cheap to copy into every closure.
#[derive(Clone, Copy)]
pub struct Ui {
    model: RwSignal<Model>,
    runtime: StoredValue<Rc<Runtime>, LocalStorage>,
}

impl Ui {
    /// For one mounted form.
    pub fn new(model: RwSignal<Model>, runtime: Rc<Runtime>) -> Self {
        Self { model, runtime: StoredValue::new_local(runtime) }
    }

    /// Something happened.
    pub fn send(self, msg: Msg) {
        self.runtime.with_value(|runtime| runtime.send(msg));
    }

    /// Something happened that may move the page: while something is pressed, it is told after the click.
    pub fn send_settled(self, msg: Msg) {
        let pointer = self.runtime.with_value(|runtime| runtime.pointer.clone());
        pointer.settled(move || self.send(msg));
    }

    /// Looks at the mouse, for [`Ui::send_settled`].
    pub fn watch_pointer(self) {
        self.runtime.with_value(|runtime| runtime.pointer.watch());
    }

    /// The page is being left, or may be soon.
    pub fn flush(self, is_leaving: bool) {
        self.runtime.with_value(|runtime| runtime.flush(is_leaving));
    }

    /// The field with this id gets the focus.
    pub fn focus_field(self, field: Field) {
        self.runtime.with_value(|runtime| runtime.focus_field(field));
    }

    /// Shows what leaves the browser.
    pub fn show_privacy(self) {
        self.runtime.with_value(Runtime::show_privacy);
    }

    /// Leaves what leaves the browser for the order.
    pub fn leave_privacy(self) {
        self.runtime.with_value(Runtime::leave_privacy);
    }

    /// Whether what leaves the browser is shown; reading it is remembered.
    pub fn is_privacy(self) -> bool {
        self.runtime.with_value(|runtime| runtime.is_privacy.get())
    }

    /// The document and its address say that `lang` is spoken.
    pub fn speaks(self, lang: Lang) {
        self.runtime.with_value(|runtime| runtime.speaks(lang));
    }

    /// The language in use gets the focus among those offered.
    pub fn focus_language(self) {
        self.runtime.with_value(|runtime| runtime.focus_language());
    }

    /// A file was chosen or dropped: `source` is the control or what was dragged; whether it holds one,
    /// of which `msg` tells the form.
    pub fn choose_file(self, source: &JsValue, msg: Msg) -> bool {
        self.runtime.with_value(|runtime| runtime.choose_file(source, msg))
    }

    /// What comes after the first page, once it is there.
    pub fn rest(self) -> Option<&'static Rest> {
        self.runtime.with_value(|runtime| runtime.rest())
    }

    /// Reads the state as it is now.
    pub fn peek<T>(self, read: impl FnOnce(&Model) -> T) -> T {
        self.model.with_untracked(read)
    }

    /// A value of the state that is passed on only when it differs.
    pub fn memo<T: PartialEq + Clone + Send + Sync + 'static>(
        self,
        read: impl Fn(&Model) -> T + Send + Sync + 'static,
    ) -> Watched<T> {
        Watched::new(self.model, Box::new(move |model| Erased::new(read(model))))
    }
}

/// An amount as the customer's language writes it.
pub fn money(money: &Money) -> String {
    super::ports::intl::money(money, speech().lang().formats_tag())
}

/// Names after each other, each in both its forms.
pub fn both_forms(names: impl IntoIterator<Item = String>) -> String {
    let mut all = String::new();
    for name in names {
        if !all.is_empty() {
            all.push_str(", ");
        }
        all.push_str(&t(Text::BothForms(name)));
    }
    all
}

/// The language in use, of the form that what calls this belongs to.
pub fn speech() -> Speech {
    use_context::<Speech>().unwrap_or(Speech::ENGLISH)
}

/// Words, as a text node wants them.
pub fn t(text: impl Said) -> Words {
    text.said(&speech())
}
