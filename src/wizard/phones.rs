//! Which country's code a phone number of the form is likely to begin with.
use crate::billing::order_form::PhoneCountry;
use crate::domain::country::CountryCode;
use crate::domain::phone::Home;

use super::field::{ContactField, Field, OrgField};
use super::model::Model;

/// The country chosen in field `country`, with its code where the billing system's form tells it.
pub fn home(model: &Model, country: Field) -> Home<'_> {
    let country = CountryCode::parse(model.drafts.text(country)).ok();
    let lists = model.discovery.form().into_iter().flat_map(|form| &form.phones);
    let mut listed = lists.flat_map(|list| &list.countries);
    let own: Option<&PhoneCountry> = country.and_then(|own| listed.find(|other| other.country == Some(own)));
    Home { country, code: own.map(|own| own.code.as_str()) }
}

/// The code to offer beside a phone field: country and code.
pub fn hint(model: &Model, field: Field) -> Option<(CountryCode, String)> {
    let country = match field {
        Field::Contact(_, ContactField::Phone) => Field::Country,
        Field::Org(OrgField::Phone) => Field::Org(OrgField::Country),
        _ => return None,
    };
    let home = home(model, country);
    home.country.zip(home.code.map(str::to_owned))
}

/// What a phone field that nobody touched begins with: the code of the country. A code that becomes known only while the field
/// has the focus waits: it would come between what was selected and what is pasted.
pub fn begun(model: &Model, field: Field) -> Option<String> {
    let Field::Contact(who, ContactField::Phone) = field else { return None };
    let is_kept = model.drafts.contacts.own(who).phone.is_some() || model.shown.entered_without_code(field);
    hint(model, field).filter(|_| !is_kept).map(|(_, code)| beginning(&code))
}

/// A number as it was meant: one with a country's code of its own, pasted behind the code that the field began with, is whole
/// by itself.
pub(super) fn whole(model: &Model, field: Field, text: String) -> String {
    let code = hint(model, field).map(|(_, code)| beginning(&code));
    match code.and_then(|code| text.strip_prefix(&code)).map(str::trim_start) {
        Some(rest) if rest.starts_with('+') || rest.starts_with("00") => rest.to_owned(),
        _ => text,
    }
}

/// What can be done about the code that the empty phone field of a contact begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeOffer {
    /// It is taken away.
    Remove(String),
    /// It is taken back.
    Begin(String),
}

/// What is offered at `field` now.
pub fn offer(model: &Model, field: Field) -> Option<CodeOffer> {
    let Field::Contact(who, ContactField::Phone) = field else { return None };
    let (_, code) = hint(model, field)?;
    match model.drafts.contacts.own(who).phone.as_deref() {
        None => (!model.shown.entered_without_code(field)).then_some(CodeOffer::Remove(code)),
        Some("") => Some(CodeOffer::Begin(code)),
        Some(_) => None,
    }
}

/// A country's code as a number begins with it.
pub fn beginning(code: &str) -> String {
    ["+", code, " "].concat()
}
