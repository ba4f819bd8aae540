//! The languages to choose from, each by its own name.
use leptos::prelude::{Get, GetValue};

use super::notice;
use crate::browser::html::{View, el, live, nothing};
use crate::browser::language::{Language, State};
use crate::browser::ports::language::direction;
use crate::browser::runtime::in_background;
use crate::browser::ui::{Ui, speech, t};
use crate::domain::lang::Lang;
use crate::words::Say;

/// The choice; nothing where there is none.
pub fn choice(ui: Ui, language: Language) -> View {
    let offered = language.offered.get_value();
    if offered.len() < 2 {
        return nothing();
    }
    let list = offered
        .into_iter()
        .fold(el("ul", "languages__list"), |list, lang| list.add(el("li", "").add(button(ui, language, lang))));
    let failed = live(move || match language.state.get() {
        State::Failed => notice::notice("error", &t(Say::LanguageFailed)),
        State::Still | State::Loading(_) => nothing(),
    });
    el("nav", "languages")
        .attr("aria-label", &t(Say::Languages))
        .add(list)
        .add(el("div", "").attr("role", "status").add(failed))
        .into()
}

fn button(ui: Ui, language: Language, lang: Lang) -> View {
    let is_current = speech().lang() == lang;
    el("button", "link languages__name")
        .attr("type", "button")
        .attr("lang", lang.tag())
        .attr("dir", direction(lang))
        .attr_if("aria-current", is_current.then_some("true"))
        .live_attr("aria-busy", move || (language.state.get() == State::Loading(lang)).then(|| "true".to_owned()))
        .text(lang.name())
        .on("click", move |_| {
            if !is_current {
                in_background(Box::pin(language.change(ui, lang)));
            }
        })
        .into()
}
