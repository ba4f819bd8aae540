//! Country select boxes: codes with the browser's names.
use leptos::prelude::*;

use crate::browser::parts::{errors, field as text_field};
use crate::browser::ports::intl::CountryNames;
use crate::browser::ui::{Ui, t};
use crate::domain::country::CountryCode;
use crate::wizard::catalogue::LANG;
use crate::wizard::field::Field;
use crate::wizard::message::Msg;
use crate::words::{self, Text};

/// A select box; typing a code's letters finds it.
pub fn select(ui: Ui, field: Field) -> AnyView {
    let error = errors::of(ui, field);
    let chosen = ui.memo(move |model| {
        CountryCode::parse(model.drafts.text(field)).map(|code| code.as_str().to_owned()).unwrap_or_default()
    });
    let names = CountryNames::new(LANG);
    let options = CountryCode::all()
        .map(|code| {
            let (value, name) = (code.as_str().to_owned(), names.name(code));
            let text = t(Text::CountryOption { code: value.clone(), name });
            let is_chosen = {
                let value = value.clone();
                move || chosen.get() == value
            };
            view! { <option value=value prop:selected=is_chosen>{text}</option> }
        })
        .collect_view();
    view! {
        <div class="field" class:field--bad=move || error.get().is_some()>
            <label class="field__label" for=field.id()>{words::label(field)}</label>
            {text_field::hint(field)}
            {text_field::error_line(field, error)}
            <select class="select" id=field.id() data-field=field.id() autocomplete="country"
                aria-invalid=move || error.get().map(|_| "true") aria-describedby=text_field::described_by(field, error)
                on:change=move |event| ui.send(Msg::Edited(field, event_target_value(&event)))>
                <option value="" prop:selected=move || chosen.get().is_empty()>{t(Text::ChooseCountry)}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}
