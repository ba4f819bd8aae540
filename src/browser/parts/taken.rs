//! What fields begin with because it was said before, and the button that takes it back.
use super::page::{button, is_second};
use crate::browser::html::{View, el, live, live_text, nothing};
use crate::browser::ui::{Ui, t};
use crate::wizard::ask_once::{self, Source, Taken};
use crate::wizard::field::Field;
use crate::wizard::message::Msg;
use crate::wizard::phones::{self, CodeOffer};
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

/// The country's code that a phone field begins with: a button to take it away, and back.
pub fn code(ui: Ui, field: Field) -> View {
    let offer = ui.memo(move |model| phones::offer(model, field));
    let is_there = ui.memo(move |model| phones::offer(model, field).is_some());
    live(move || {
        if !is_there.get() {
            return nothing();
        }
        let words = live_text(move || match offer.get() {
            Some(CodeOffer::Remove(code)) => t(Text::RemoveCode(code)).into_owned(),
            Some(CodeOffer::Begin(code)) => t(Text::BeginWithCode(code)).into_owned(),
            None => String::new(),
        });
        let press = move |event| match offer.get_untracked() {
            _ if is_second(&event) => {}
            Some(CodeOffer::Begin(code)) => {
                ui.send(Msg::Edited(field, phones::beginning(&code)));
                // The button goes, and the number comes next.
                ui.focus_field(field);
            }
            Some(CodeOffer::Remove(_)) => ui.send(Msg::Edited(field, String::new())),
            None => {}
        };
        let button = el("button", "button button--small").attr("type", "button").add(words).on("click", press);
        el("div", "actions taken").add(button).into()
    })
}
