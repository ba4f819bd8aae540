//! Check boxes and radio buttons.
use crate::browser::html::{El, View, el, is_checked, live_text};
use crate::browser::parts::{errors, field as text_field};
use crate::browser::ui::{Ui, speech};
use crate::browser::watched::Watched;
use crate::wizard::draft::GENERATE;
use crate::wizard::existing;
use crate::wizard::field::Field;
use crate::wizard::message::Msg;
use crate::wizard::model::Model;
use crate::wizard::steps::subject::chosen_key_type;
use crate::wizard::steps::{review, validation};
use crate::wizard::submission::Submission;
use crate::words::Words;

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

/// Radio buttons under a legend.
pub fn radios(ui: Ui, field: Field, class: &'static str, choices: Vec<Choice>) -> View {
    radios_but(ui, field, class, choices, &[])
}

/// As [`radios`]; the values in `off` are shown but cannot be chosen.
pub fn radios_but(ui: Ui, field: Field, class: &'static str, choices: Vec<Choice>, off: &[String]) -> View {
    let error = errors::of(ui, field);
    let group = el("fieldset", class)
        .live_class("field--bad", move || error.get().is_some())
        .add(el("legend", "field__label").text(&speech().label(field)))
        .add_some(text_field::hint(field))
        .add(text_field::error_line(field, error));
    let group = text_field::described_by(group, field, error);
    // The first that can be chosen is the one that errors lead to.
    let first = choices.iter().position(|choice| !off.contains(&choice.value));
    let radios = choices.into_iter().enumerate();
    radios
        .fold(group, |group, (i, choice)| {
            let is_off = off.contains(&choice.value);
            group.add(radio(ui, field, first == Some(i), is_off, choice))
        })
        .into()
}

/// `class` of [`radios`]: plain lines.
pub const LINES: &str = "choices field";
/// `class` of [`radios`]: cards.
pub const CARDS: &str = "choices choices--cards field";

fn radio(ui: Ui, field: Field, is_first: bool, is_off: bool, choice: Choice) -> El {
    let Choice { value, label, hint, aside } = choice;
    let id = format!("{}-{value}", field.id());
    let is_chosen = {
        let value = value.clone();
        ui.memo(move |model| chosen(model, field) == value)
    };
    let input = button(&id, field, is_first)
        .attr_if("disabled", is_off.then_some(""))
        .live_prop("checked", move || is_chosen.get())
        .on("change", move |_| ui.send(Msg::Edited(field, value.clone())));
    line(input, &id, &label, &hint).add_some((!aside.is_empty()).then(|| el("span", "choice__aside").text(&aside)))
}

/// A default is chosen until the customer chooses another one.
fn chosen(model: &Model, field: Field) -> &str {
    match field {
        Field::KeyType => chosen_key_type(model).id(),
        Field::Method => validation::method(model).map_or("", |method| &method.value),
        Field::PayBy => match &model.submission {
            Submission::Quoted(quote) => review::pay_by(model, quote),
            _ => "",
        },
        Field::RequestMethod if !existing::is_chosen(model) => GENERATE,
        _ => model.drafts.text(field),
    }
}

/// The first radio button of a field is the one that errors lead to.
fn button(id: &str, field: Field, is_first: bool) -> El {
    let name = field.id();
    el("input", "choice__input")
        .attr("type", "radio")
        .attr("id", id)
        .attr("name", &name)
        .attr_if("data-field", is_first.then_some(name.as_str()))
}

fn line(input: El, id: &str, label: &str, hint: &str) -> El {
    let hint = (!hint.is_empty()).then(|| el("span", "choice__hint").text(hint));
    el("div", "choice").add(input).add(el("label", "choice__label").attr("for", id).text(label).add_some(hint))
}

/// A check box that stands for something other than a field: what it says when it is ticked, and when not.
pub fn box_of(
    ui: Ui,
    id: &'static str,
    label: &str,
    hint: Watched<String>,
    is_on: Watched<bool>,
    [on, off]: [Msg; 2],
) -> View {
    let input = el("input", "choice__input")
        .attr("type", "checkbox")
        .attr("id", id)
        .live_prop("checked", move || is_on.get())
        .on("change", move |event| ui.send(if is_checked(&event) { on.clone() } else { off.clone() }));
    let hint = el("span", "choice__hint").add(live_text(move || hint.get()));
    let label = el("label", "choice__label").attr("for", id).text(label).add(hint);
    el("div", LINES).add(el("div", "choice").add(input).add(label)).into()
}

/// A check box whose state is a field of the draft.
pub fn check_box(ui: Ui, field: Field) -> View {
    check_box_of(ui, field, ui.memo(move |model| !model.drafts.text(field).is_empty()), ui.memo(|_| false))
}

/// As [`check_box`], with a label of its own.
pub fn labelled_box(ui: Ui, field: Field, label: &str) -> View {
    let is_on = ui.memo(move |model| !model.drafts.text(field).is_empty());
    box_line(ui, field, label, is_on, ui.memo(|_| false))
}

/// A check box with a state of its own.
pub fn check_box_of(ui: Ui, field: Field, is_on: Watched<bool>, is_disabled: Watched<bool>) -> View {
    box_line(ui, field, &speech().label(field), is_on, is_disabled)
}

fn box_line(ui: Ui, field: Field, label: &str, is_on: Watched<bool>, is_disabled: Watched<bool>) -> View {
    let error = errors::of(ui, field);
    let input = el("input", "choice__input")
        .attr("type", "checkbox")
        .live_prop("checked", move || is_on.get())
        .live_prop("disabled", move || is_disabled.get())
        .on("change", move |event| {
            let text = if is_checked(&event) { "on" } else { "" };
            ui.send(Msg::Edited(field, text.to_owned()));
        });
    let label = el("label", "choice__label").attr("for", &field.id()).text(label);
    let line = el("div", "choice").add(text_field::describe(input, field, error)).add(label);
    el("div", LINES)
        .live_class("field--bad", move || error.get().is_some())
        .add(text_field::error_line(field, error))
        .add(line)
        .add_some(text_field::hint(field))
        .into()
}
