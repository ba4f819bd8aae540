//! The summary of what is wrong: it gets the focus, and each line leads to its field.
use leptos::prelude::*;

use crate::browser::ports::address::href;
use crate::browser::ui::{Ui, shown_errors, t};
use crate::browser::watched::Watched;
use crate::wizard::model::FieldError;
use crate::words::{self, Text};

/// Errors of the page's fields, and what went wrong outside them.
pub fn summary(ui: Ui) -> impl IntoView {
    let errors = ui.memo(shown_errors);
    let trouble = ui.memo(|model| model.trouble.clone());
    move || {
        let (errors, trouble) = (errors.get(), trouble.get());
        (!errors.is_empty() || trouble.is_some()).then(|| {
            view! {
                <div class="error-summary" role="alert" tabindex="-1">
                    <h2 class="error-summary__title">{t(Text::ThereIsAProblem)}</h2>
                    {trouble.map(|trouble| view! { <p>{words::trouble(&trouble)}</p> })}
                    <ul class="error-summary__list">
                        {errors.iter().map(|error| line(ui, error)).collect_view()}
                    </ul>
                </div>
            }
        })
    }
}

fn line(ui: Ui, error: &FieldError) -> impl IntoView + use<> {
    let field = error.field;
    let address = href(ui.read(|model| model.place));
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        ui.focus_field(field);
    };
    view! { <li><a href=address on:click=go>{words::problem(field, &error.problem)}</a></li> }
}

/// What is wrong with one field; `None` while nothing is shown.
pub fn of(ui: Ui, field: crate::wizard::field::Field) -> Watched<Option<String>> {
    ui.memo(move |model| {
        let errors = shown_errors(model);
        let error = errors.iter().find(|error| error.field == field)?;
        Some(words::problem(field, &error.problem).into_owned())
    })
}
