//! Select boxes.
use crate::browser::html::{El, View, el, value_of};
use crate::browser::parts::{errors, field as text_field};
use crate::browser::ports::intl::CountryNames;
use crate::browser::ui::{Ui, t};
use crate::domain::country::CountryCode;
use crate::wizard::catalogue::LANG;
use crate::wizard::field::Field;
use crate::wizard::message::Msg;
use crate::words::{self, Text};

/// Countries by code, with the browser's names; typing a code's letters finds it.
pub fn country(ui: Ui, field: Field) -> View {
    let names = CountryNames::new(LANG);
    let option = |code: CountryCode| {
        let (value, name) = (code.as_str().to_owned(), names.name(code));
        let words = t(Text::CountryOption { code: value.clone(), name }).into_owned();
        (value, words)
    };
    let label = words::label(field);
    select(ui, field, &label, &t(Text::ChooseCountry), &CountryCode::all().map(option).collect::<Vec<_>>(), "country")
}

/// Addresses.
pub fn address(ui: Ui, field: Field, label: &str, addresses: Vec<String>) -> View {
    let options: Vec<_> = addresses.into_iter().map(|address| (address.clone(), address)).collect();
    select(ui, field, label, &t(Text::ChooseAddress), &options, "off")
}

/// Open orders: id and what is shown.
pub fn order(ui: Ui, options: &[(String, String)]) -> View {
    let field = Field::OpenOrder;
    select(ui, field, &words::label(field), &t(Text::ChooseOrder), options, "off")
}

/// An answer to a question of the billing system: what is sent, and what is shown.
pub fn answer(ui: Ui, field: Field, label: &str, options: &[(String, String)], is_optional: bool) -> View {
    let label = text_field::name(field, label, is_optional);
    // The list may bring an empty entry of its own.
    let options: Vec<_> = options.iter().filter(|(key, _)| !key.is_empty()).cloned().collect();
    labelled(ui, field, label, &t(Text::ChooseAnswer), &options, "off")
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
    let error = errors::of(ui, field);
    let chosen = ui.memo(move |model| chosen(field, model.drafts.text(field)));
    let first = el("select", "select").attr("autocomplete", autocomplete).add(option("", empty));
    let control = options.iter().fold(first, |select, (value, words)| select.add(option(value, words)));
    // Set after the options are there: a value without its option would not stay.
    let control = control
        .live_prop("value", move || chosen.get())
        .on("change", move |event| ui.send(Msg::Edited(field, value_of(&event))));
    text_field::frame(ui, field, error, label, text_field::describe(control, field, error)).into()
}

fn option(value: &str, words: &str) -> El {
    el("option", "").attr("value", value).text(words)
}

/// A country may be kept as an alias or in small letters.
fn chosen(field: Field, text: &str) -> String {
    match field {
        Field::Approver(_) | Field::OpenOrder | Field::Question(_) => text.to_owned(),
        _ => CountryCode::parse(text).map(|code| code.as_str().to_owned()).unwrap_or_default(),
    }
}
