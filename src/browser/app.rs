//! The frame around every page: header, steps, the page, the card, footer.
use leptos::prelude::*;

use super::html::{View, el, live, nothing};
use super::language::Language;
use super::pages;
use super::parts::{frame, listeners, page, summary};
use super::ports::language::direction;
use super::ui::{Ui, speech, t};
use super::watched::Watched;
use crate::wizard::first::Rest;
use crate::wizard::session;
use crate::wizard::shown;
use crate::wizard::step::Step;
use crate::words::{Say, Text};

/// Which page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// What was stored is being read.
    Nothing,
    /// What comes after the first page could not be loaded.
    Missing,
    /// The log-in.
    LogIn,
    /// Whether the session lives is being asked.
    Checking,
    /// The order is open in another tab.
    Elsewhere,
    /// What leaves the browser.
    Privacy,
    /// The kept keys.
    Keys,
    /// A page of the order.
    Step(Step),
}

/// The whole form, made anew in another language: what was typed lies in the state.
pub fn app(ui: Ui, language: Language) -> View {
    listeners::install(ui);
    live(move || {
        provide_context(language.speech.get());
        whole(ui, language)
    })
}

fn whole(ui: Ui, language: Language) -> View {
    let shown = ui.memo(move |model| match () {
        () if model.rest == Rest::Missing => Shown::Missing,
        () if ui.is_privacy() && ui.rest().is_some() => Shown::Privacy,
        () if ui.is_privacy() => Shown::Nothing,
        () if model.vault.is_shown => Shown::Keys,
        () if model.elsewhere => Shown::Elsewhere,
        () if !model.started => Shown::Nothing,
        () if session::is_asked(model) => Shown::LogIn,
        () if session::is_doubted(model) => Shown::Checking,
        () => Shown::Step(model.place),
    });
    title(ui, shown);
    let page = live(move || match shown.get() {
        Shown::Nothing => frame::waiting(Say::Loading),
        Shown::Missing => pages::missing::page(ui),
        Shown::Checking => frame::waiting(Say::CheckingSession),
        Shown::Step(Step::Package) => pages::package::page(ui),
        later => ui.rest().map_or_else(nothing, |rest| (rest.page)(ui, later)),
    });
    let body = el("div", "co-body")
        .add(frame::steps(ui))
        .add(el("main", "question").attr("tabindex", "-1").add(page))
        .add(summary::card(ui));
    let lang = speech().lang();
    el("div", "co")
        .attr("lang", lang.tag())
        .attr("dir", direction(lang))
        .add(frame::header(ui, language))
        .add(frame::progress(ui))
        .add(body)
        .add(frame::footer(ui))
        .into()
}

/// The window's title: "Error:" first when something is wrong, then the page.
fn title(ui: Ui, shown: Watched<Shown>) {
    let wrong = ui.memo(|model| !shown::errors(model).is_empty() || model.trouble.is_some());
    Effect::new(move |_| {
        let step = match shown.get() {
            Shown::Nothing | Shown::Checking => return,
            Shown::Missing => t(Say::MissingTitle),
            Shown::LogIn => t(Say::LogIn),
            Shown::Elsewhere => t(Say::ElsewhereTitle),
            Shown::Keys => t(Say::KeysTitle),
            Shown::Privacy => t(Say::PrivacyTitle),
            Shown::Step(step) => page::title(ui, step),
        };
        let operator = ui.peek(|model| model.config.operator.clone());
        let title = t(Text::PageTitle { step, operator, wrong: wrong.get() });
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            document.set_title(&title);
        }
    });
}
