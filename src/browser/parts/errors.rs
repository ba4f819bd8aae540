//! The summary of what is wrong: it gets the focus, and each line leads to its field.
use super::notice;
use crate::browser::html::{El, View, el, live, nothing};
use crate::browser::ports::address::href;
use crate::browser::ui::{Ui, speech, t};
use crate::browser::watched::Watched;
use crate::wizard::field::Field;
use crate::wizard::model::FieldError;
use crate::wizard::shown;
use crate::words::Say;

/// Errors of the page's fields, and what went wrong outside them.
pub fn summary(ui: Ui) -> View {
    let errors = ui.memo(shown::errors);
    let trouble = ui.memo(|model| model.trouble.clone());
    live(move || {
        let (errors, trouble) = (errors.get(), trouble.get());
        if errors.is_empty() && trouble.is_none() {
            return nothing();
        }
        let list = errors.iter().fold(el("ul", "error-summary__list"), |list, error| list.add(line(ui, error)));
        el("div", "error-summary")
            .attr("role", "alert")
            .attr("tabindex", "-1")
            .add(el("h2", "error-summary__title").text(&t(Say::ThereIsAProblem)))
            .add_some(trouble.as_ref().map(|trouble| el("p", "").text(&speech().trouble(trouble))))
            .add(trouble.map_or_else(nothing, |trouble| notice::way_out(ui, &trouble)))
            .add_some((!errors.is_empty()).then_some(list))
            .into()
    })
}

fn line(ui: Ui, error: &FieldError) -> El {
    let field = error.field;
    let link = el("a", "")
        .attr("href", &href(ui.peek(|model| model.place)))
        .text(&speech().problem(field, &error.problem))
        .on("click", move |event| {
            event.prevent_default();
            ui.focus_field(field);
        });
    el("li", "").add(link)
}

/// What is wrong with one field; `None` while nothing is shown.
pub fn of(ui: Ui, field: Field) -> Watched<Option<String>> {
    ui.memo(move |model| {
        // Of several names, each that is wrong has a line.
        let errors = shown::errors(model);
        let mut lines = errors.iter().filter(|error| error.field == field);
        let mut all = speech().problem(field, &lines.next()?.problem).into_owned();
        for error in lines {
            all.push('\n');
            all.push_str(&speech().problem(field, &error.problem));
        }
        Some(all)
    })
}
