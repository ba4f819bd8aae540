//! What fields begin with because it was said before, and the button that takes it back.
use super::page::button;
use crate::browser::html::{View, el, live, live_text, nothing};
use crate::browser::ui::{Ui, t};
use crate::wizard::ask_once::{self, Source, Taken};
use crate::wizard::message::Msg;
use crate::words::{Say, Text};

/// The line, while there is anything to say.
pub fn taken(ui: Ui, source: Source) -> View {
    let taken = ui.memo(move |model| ask_once::taken(model, source));
    let is_there = ui.memo(move |model| ask_once::taken(model, source) != Taken::default());
    live(move || {
        if !is_there.get() {
            return nothing();
        }
        let words = live_text(move || {
            let Taken { shown, cleared } = taken.get();
            let text = if shown.is_empty() { Text::Cleared(cleared) } else { Text::TakenFrom(source, shown) };
            t(text).into_owned()
        });
        // The button stays the same, so that it keeps the focus.
        let deed = live_text(move || {
            t(if taken.get().shown.is_empty() { Say::FillInAgain } else { Say::ClearThese }).into_owned()
        });
        el("div", "actions taken")
            .add(el("p", "").attr("role", "status").add(words))
            .add(button(ui, "button button--small", "", Msg::Take(source)).add(deed))
            .into()
    })
}
