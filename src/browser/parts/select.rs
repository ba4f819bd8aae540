//! Select boxes.
use crate::browser::html::{El, View, el, live, value_of};
use crate::browser::parts::{errors, field as text_field};
use crate::browser::ui::{Ui, speech, t};
use crate::wizard::field::Field;
use crate::wizard::message::Msg;
use crate::wizard::states;
use crate::words::Say;

/// A state or province: chosen from the billing system's list for the country, where it has one.
pub fn state(ui: Ui, field: Field) -> View {
    let names = ui.memo(move |model| states::names(model, field));
    live(move || {
        let names = names.get();
        if names.is_empty() {
            return text_field::text(ui, field, false);
        }
        let options: Vec<_> = names.into_iter().map(|name| (name.clone(), name)).collect();
        select(ui, field, &speech().label(field), &t(Say::ChooseState), &options, "address-level1")
    })
}

/// Addresses.
pub fn address(ui: Ui, field: Field, label: &str, addresses: Vec<String>) -> View {
    let options: Vec<_> = addresses.into_iter().map(|address| (address.clone(), address)).collect();
    select(ui, field, label, &t(Say::ChooseAddress), &options, "off")
}

/// Open orders: id and what is shown.
pub fn order(ui: Ui, options: &[(String, String)]) -> View {
    let field = Field::OpenOrder;
    select(ui, field, &speech().label(field), &t(Say::ChooseOrder), options, "off")
}

/// An answer to a question of the billing system: what is sent, and what is shown.
pub fn answer(ui: Ui, field: Field, label: &str, options: &[(String, String)], is_optional: bool) -> View {
    let label = text_field::name(field, label, is_optional);
    // The list may bring an empty entry of its own.
    let options: Vec<_> = options.iter().filter(|(key, _)| !key.is_empty()).cloned().collect();
    labelled(ui, field, label, &t(Say::ChooseAnswer), &options, "off")
}

fn select(
    ui: Ui,
    field: Field,
    label: &str,
    empty: &str,
    options: &[(String, String)],
    autocomplete: &'static str,
) -> View {
    labelled(ui, field, text_field::name(field, label, false), empty, options, autocomplete)
}

fn labelled(
    ui: Ui,
    field: Field,
    label: El,
    empty: &str,
    options: &[(String, String)],
    autocomplete: &'static str,
) -> View {
    let first = el("select", "select").attr("autocomplete", autocomplete).add(option("", empty));
    let control = options.iter().fold(first, |select, (value, words)| select.add(option(value, words)));
    live_select(ui, field, label, control)
}

/// A select box with its options that shows what is chosen, and tells what is being chosen.
fn live_select(ui: Ui, field: Field, label: El, control: El) -> View {
    let error = errors::of(ui, field);
    let chosen =
        ui.memo(move |model| states::chosen(model, field).unwrap_or_else(|| model.drafts.text(field)).to_owned());
    // Set after the options are there: a value without its option would not stay.
    let control = control
        .live_prop("value", move || chosen.get())
        .on("change", move |event| ui.send(Msg::Edited(field, value_of(&event))));
    text_field::frame(ui, field, error, label, text_field::describe(control, field, error)).into()
}

fn option(value: &str, words: &str) -> El {
    el("option", "").attr("value", value).text(words)
}
