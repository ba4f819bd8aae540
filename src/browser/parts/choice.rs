//! Check boxes and radio buttons.
use leptos::prelude::*;

use crate::browser::parts::{errors, field as text_field};
use crate::browser::ui::Ui;
use crate::browser::watched::Watched;
use crate::wizard::field::Field;
use crate::wizard::message::Msg;
use crate::words::{self, Words};

/// One of several values of a field.
pub struct Choice {
    /// The value.
    pub value: String,
    /// What it is called.
    pub label: Words,
    /// What helps to choose; may be empty.
    pub hint: Words,
    /// What stands at the end of the line, such as a price; may be empty.
    pub aside: String,
}

/// Radio buttons under a legend; `class` adds to the field's.
pub fn radios(ui: Ui, field: Field, class: &'static str, choices: Vec<Choice>) -> AnyView {
    let error = errors::of(ui, field);
    view! {
        <fieldset class=format!("choices field {class}") class:field--bad=move || error.get().is_some()
            aria-describedby=text_field::described_by(field, error)>
            <legend class="field__label">{words::label(field)}</legend>
            {text_field::hint(field)}
            {text_field::error_line(field, error)}
            {choices.into_iter().enumerate().map(|(i, choice)| radio(ui, field, i, choice)).collect_view()}
        </fieldset>
    }
    .into_any()
}

fn radio(ui: Ui, field: Field, i: usize, choice: Choice) -> impl IntoView {
    let Choice { value, label, hint, aside } = choice;
    let id = format!("{}-{value}", field.id());
    let is_chosen = {
        let value = value.clone();
        ui.memo(move |model| model.drafts.text(field) == value)
    };
    let choose = move |_| ui.send(Msg::Edited(field, value.clone()));
    view! {
        <div class="choice">
            <input class="choice__input" type="radio" id=id.clone() name=field.id() prop:checked=move || is_chosen.get()
                data-field=(i == 0).then(|| field.id()) on:change=choose/>
            <label class="choice__label" for=id>
                {label}
                {(!hint.is_empty()).then(|| view! { <span class="choice__hint">{hint}</span> })}
            </label>
            {(!aside.is_empty()).then(|| view! { <span class="choice__aside">{aside}</span> })}
        </div>
    }
}

/// A check box whose state is a field of the draft.
pub fn check_box(ui: Ui, field: Field) -> AnyView {
    check_box_of(ui, field, ui.memo(move |model| !model.drafts.text(field).is_empty()), ui.memo(|_| false))
}

/// A check box with a state of its own.
pub fn check_box_of(ui: Ui, field: Field, is_on: Watched<bool>, is_disabled: Watched<bool>) -> AnyView {
    let error = errors::of(ui, field);
    let change = move |event| {
        let text = if event_target_checked(&event) { "on" } else { "" };
        ui.send(Msg::Edited(field, text.to_owned()));
    };
    let hint = words::hint(field);
    view! {
        <div class="choices field" class:field--bad=move || error.get().is_some()>
            {text_field::error_line(field, error)}
            <div class="choice">
                <input class="choice__input" type="checkbox" id=field.id() data-field=field.id() prop:checked=move || is_on.get()
                    disabled=move || is_disabled.get() aria-describedby=text_field::described_by(field, error) on:change=change/>
                <label class="choice__label" for=field.id()>{words::label(field)}</label>
                {(!hint.is_empty()).then(|| view! {
                    <p class="choice__hint" id=format!("{}-hint", field.id())>{hint}</p>
                })}
            </div>
        </div>
    }
    .into_any()
}
