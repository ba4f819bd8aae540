//! Select boxes.
use crate::browser::html::{El, View, all, el, live_text, value_of};
use crate::browser::parts::{errors, field as text_field};
use crate::browser::ports::intl::CountryNames;
use crate::browser::ui::{Ui, speech, t};
use crate::domain::country::CountryCode;
use crate::domain::translit::transliterate;
use crate::wizard::field::Field;
use crate::wizard::message::Msg;
use crate::words::{Say, Text};

/// What is sent, and what is shown.
type Line = (String, String);

/// Countries by code, with the browser's names; typing a code's letters finds it.
pub fn country(ui: Ui, field: Field) -> View {
    let label = text_field::name(field, &speech().label(field), false);
    let (by_code, by_name) = countries();
    let groups = [(Say::CountriesByCode, by_code), (Say::CountriesByName, by_name)].map(|(title, countries)| {
        let group = el("optgroup", "").attr("label", &t(title));
        countries.iter().fold(group, |group, (value, words)| group.add(option(value, words)))
    });
    let select = el("select", "select").attr("autocomplete", "country").add(option("", &t(Say::ChooseCountry)));
    let control = groups.into_iter().fold(select, El::add);
    all([live_select(ui, field, label, control), read_as(ui, field)])
}

/// All countries twice, since a list is searched by how its lines begin: by codes, those that are not the standard's among
/// them, and by names.
fn countries() -> (Vec<Line>, Vec<Line>) {
    let names = CountryNames::new(speech().lang().formats_tag());
    let (mut by_code, mut by_name) = (Vec::new(), Vec::<(String, Line)>::new());
    let aliases = CountryCode::ALIASES.into_iter().map(|(alias, code)| (alias.to_owned(), code));
    for (value, code) in CountryCode::all().map(|code| (code.as_str().to_owned(), code)).chain(aliases) {
        let name = names.name(code);
        let words = t(Text::CountryOption { code: value.clone(), name: name.clone() }).into_owned();
        let place = by_code.partition_point(|(known, _): &Line| *known < value);
        by_code.insert(place, (value.clone(), words));
        // An alias is not one more country.
        if value == code.as_str() && !name.is_empty() {
            let key = transliterate(&name).unwrap_or_else(|_| name.clone());
            let words = t(Text::CountryOption { code: name, name: value.clone() }).into_owned();
            let place = by_name.partition_point(|(known, _)| *known < key);
            by_name.insert(place, (key, (value, words)));
        }
    }
    (by_code, by_name.into_iter().map(|(_, line)| line).collect())
}

/// What a code that is not the standard's was read as.
fn read_as(ui: Ui, field: Field) -> View {
    let alias = ui.memo(move |model| CountryCode::alias(model.drafts.text(field)));
    let words = live_text(move || match alias.get() {
        Some((typed, code)) => {
            let name = CountryNames::new(speech().lang().formats_tag()).name(code);
            t(Text::CountryRead { typed: typed.to_owned(), code: code.as_str().to_owned(), name }).into_owned()
        }
        None => String::new(),
    });
    el("p", "field__hint said").attr("role", "status").add(words).into()
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
    let chosen = ui.memo(move |model| chosen(field, model.drafts.text(field)));
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
        _ => match CountryCode::alias(text) {
            Some((alias, _)) => alias.to_owned(),
            None => CountryCode::parse(text).map(|code| code.as_str().to_owned()).unwrap_or_default(),
        },
    }
}
