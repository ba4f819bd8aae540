//! Header, list of steps, progress and footer.
use leptos::prelude::*;

use super::notice;
use super::page::button;
use crate::browser::ports::address::href;
use crate::browser::ui::{Ui, t};
use crate::wizard::journey;
use crate::wizard::message::Msg;
use crate::wizard::model::{Model, Session};
use crate::wizard::step::Step;
use crate::words::{self, Text, Words};

/// The operator, and who is ordering.
pub fn header(ui: Ui) -> impl IntoView {
    let operator = ui.memo(|model| model.config.operator.clone());
    let customer = ui.memo(|model| match &model.session {
        Session::In { user, .. } if user.name.is_empty() => Some(user.login.clone()),
        Session::In { user, .. } => Some(user.name.clone()),
        _ => None,
    });
    view! {
        <header class="co-header">
            <p class="co-brand">{move || operator.get()}</p>
            {move || customer.get().map(|name| view! {
                <p class="co-account">{t(Text::OrderingAs(name))}" "{button(ui, "link", t(Text::LogOut), Msg::LogOut)}</p>
            })}
        </header>
        {storage_off(ui)}
    }
}

fn storage_off(ui: Ui) -> impl IntoView {
    let is_off = ui.memo(|model| model.started && !model.can_store);
    move || is_off.get().then(|| notice::notice("warning", None, t(Text::StorageOff)))
}

/// While nothing is known yet.
pub fn loading() -> impl IntoView {
    notice::busy(t(Text::Loading))
}

/// A page in the list of steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Entry {
    step: Step,
    state: &'static str,
    can_visit: bool,
}

fn entries(model: &Model) -> Vec<Entry> {
    let entry = |step| {
        let state = match step {
            step if step == model.place => "current",
            step if step < model.place => "done",
            _ => "todo",
        };
        Entry { step, state, can_visit: state != "current" && journey::resolve(model, step) == step }
    };
    journey::pages(model).into_iter().map(entry).collect()
}

/// All pages, and where the customer is.
pub fn steps(ui: Ui) -> impl IntoView {
    let entries = ui.memo(entries);
    let item = |entry: Entry| {
        let name = words::step_name(entry.step);
        let link = if entry.can_visit {
            view! { <a class="steps__link" href=href(entry.step)>{name}</a> }.into_any()
        } else {
            let current = (entry.state == "current").then_some("step");
            view! { <span class="steps__link" aria-current=current>{name}</span> }.into_any()
        };
        view! { <li class="steps__item" data-state=entry.state>{link}</li> }
    };
    view! {
        <nav class="steps" aria-label=t(Text::Steps)>
            <ol class="steps__list">{move || entries.get().into_iter().map(item).collect_view()}</ol>
        </nav>
    }
}

/// "Step 3 of 9", with a bar.
pub fn progress(ui: Ui) -> impl IntoView {
    let place = ui.memo(|model| {
        let pages = journey::pages(model);
        let number = pages.iter().position(|page| *page == model.place).map_or(1, |at| at + 1);
        (number, pages.len())
    });
    view! {
        <div class="co-progress">
            <p class="co-progress__text">{move || { let (number, count) = place.get(); t(Text::StepOf { number, count }) }}</p>
            <progress class="co-progress__bar" aria-hidden="true" value=move || place.get().0.to_string() max=move || place.get().1.to_string()></progress>
        </div>
    }
}

/// Links outside the form, and forgetting.
pub fn footer(ui: Ui) -> impl IntoView {
    let links = ui.memo(|model| model.config.links.clone());
    let item = |address: Option<String>, words: Words| {
        address.map(|address| view! { <li><a href=address target="_blank" rel="noopener">{words}</a></li> })
    };
    view! {
        <footer class="co-footer">
            <ul class="co-footer__links">
                {move || {
                    let links = links.get();
                    (
                        item(links.panel, t(Text::LinkPanel)),
                        item(links.terms, t(Text::LinkTerms)),
                        item(links.privacy, t(Text::LinkPrivacy)),
                        item(links.support, t(Text::LinkSupport)),
                    )
                }}
                <li>{button(ui, "link", t(Text::ForgetEverything), Msg::ForgetEverything)}</li>
            </ul>
        </footer>
    }
}
