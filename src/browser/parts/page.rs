//! What every page has: Back, what is wrong, one heading, and one primary button.
use leptos::prelude::*;

use super::errors;
use crate::browser::ports::address::href;
use crate::browser::ui::{Ui, t};
use crate::browser::watched::Watched;
use crate::wizard::journey;
use crate::wizard::message::Msg;
use crate::wizard::step::Step;
use crate::words::{self, Text, Words};

/// The top of the page of `step`.
pub fn top(ui: Ui, step: Step, lead: Text) -> impl IntoView {
    (back(ui, step), errors::summary(ui), heading(words::title(step), lead))
}

/// The way to the page before.
pub fn back(ui: Ui, step: Step) -> impl IntoView {
    let before = ui.memo(move |model| journey::before(model, step));
    move || before.get().map(|step| view! { <a class="back" href=href(step)>{t(Text::Back)}</a> })
}

/// The heading, and one sentence under it.
pub fn heading(title: Words, lead: Text) -> impl IntoView {
    view! {
        <h1 class="question__title">{title}</h1>
        <p class="lead">{t(lead)}</p>
    }
}

/// A form whose only submit is `msg`; Enter in a field does the same.
pub fn form(ui: Ui, msg: Msg, content: AnyView) -> AnyView {
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        ui.send(msg.clone());
    };
    view! { <form class="form" novalidate=true on:submit=submit>{content}</form> }.into_any()
}

/// "Continue"; `is_busy` keeps it from being pressed twice.
pub fn proceed(is_busy: Watched<bool>) -> impl IntoView {
    submit(t(Text::Continue), is_busy)
}

/// The primary button.
pub fn submit(words: Words, is_busy: Watched<bool>) -> impl IntoView {
    let busy = move || is_busy.get().then_some("true");
    view! {
        <div class="actions">
            <button class="button button--primary" type="submit" aria-busy=busy aria-disabled=busy>{words}</button>
        </div>
    }
}

/// A button that says `msg`.
pub fn button(ui: Ui, class: &'static str, words: Words, msg: Msg) -> impl IntoView {
    view! { <button class=class type="button" on:click=move |_| ui.send(msg.clone())>{words}</button> }
}

/// "Continue" of `step` under `content`; while the billing system is asked, the page says so.
pub fn continued(ui: Ui, step: Step, content: AnyView) -> AnyView {
    let is_waiting = ui.memo(|model| model.continue_when_ready);
    let content = view! {
        {content}
        <p class="status" role="status">
            {move || is_waiting.get().then(|| view! { <span class={"spinner"} aria-hidden="true"></span>{t(Text::AskingBilling)} })}
        </p>
        {proceed(is_waiting)}
    };
    form(ui, Msg::Continue(step), content.into_any())
}
