//! Rows of names and values, with or without "Change".
use leptos::prelude::*;

use crate::browser::ports::address::href;
use crate::browser::ui::{Ui, t};
use crate::wizard::message::Msg;
use crate::wizard::step::Step;
use crate::words::{Text, Words};

/// A name and its value; an empty value is said to be not provided.
pub fn row(key: Words, value: String) -> AnyView {
    let value = if value.is_empty() { t(Text::NotProvided).into_owned() } else { value };
    view! { <div class="rows__row"><dt class="rows__key">{key}</dt><dd class="rows__value">{value}</dd></div> }
        .into_any()
}

/// A row with the way to change it.
pub fn changeable(ui: Ui, step: Step, key: Words, value: String) -> AnyView {
    let value = if value.is_empty() { t(Text::NotProvided).into_owned() } else { value };
    let change = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        ui.send(Msg::Change(step));
    };
    view! {
        <div class="rows__row">
            <dt class="rows__key">{key.clone()}</dt>
            <dd class="rows__value">{value}</dd>
            <dd class="rows__action">
                <a href=href(step) on:click=change>
                    {t(Text::Change)}<span class="visually-hidden">{t(Text::ChangeWhat(key))}</span>
                </a>
            </dd>
        </div>
    }
    .into_any()
}

/// The last row of figures.
pub fn total(key: Words, value: String) -> AnyView {
    view! {
        <div class="rows__row rows__row--total"><dt class="rows__key">{key}</dt><dd class="rows__value">{value}</dd></div>
    }
    .into_any()
}

/// A group of rows under a heading.
pub fn group(title: Words, rows: Vec<AnyView>) -> AnyView {
    view! {
        <section class="review"><h2 class="review__title">{title}</h2><dl class="rows">{rows}</dl></section>
    }
    .into_any()
}
