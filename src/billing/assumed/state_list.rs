//! States and provinces as a form lists them. That the order's forms have such lists is assumed, from the forms for a new customer,
//! where each entry names its country by `depend` (API reference 4.6).
use super::{Assumed, Fact};
use crate::billing::country_list::Country;
use crate::billing::doc::Object;
use crate::billing::form::choices;
use crate::domain::country::CountryCode;
use crate::domain::fold::fold;

/// A state or province of a select list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Its country; `None` where the entry names none: it is offered for each.
    pub country: Option<CountryCode>,
    /// What is sent.
    pub key: String,
    /// Its name in the language asked for.
    pub name: String,
}

/// Whose states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::billing) enum Whose {
    Subject,
    Organization,
}

/// The states that the form lists, "please choose" aside, and those of countries that it does not.
pub(in crate::billing) fn states(doc: &Object, whose: Whose, countries: &[Country], assumed: &Assumed) -> Vec<State> {
    let mut names = assumed.words(Fact::StateList);
    let name = match whose {
        Whose::Subject => names.next(),
        Whose::Organization => names.nth(1),
    };
    let listed = choices(doc, name.unwrap_or_default()).into_iter().filter(|choice| !choice.key.is_empty());
    let code = |id: &str| countries.iter().find(|country| country.id == id)?.code;
    let known = listed.filter(|choice| choice.depend.is_empty() || code(&choice.depend).is_some());
    known.map(|choice| State { country: code(&choice.depend), key: choice.key, name: choice.text }).collect()
}

/// Those of one country.
pub fn of(states: &[State], country: CountryCode) -> impl Iterator<Item = &State> {
    states.iter().filter(move |state| state.country.is_none_or(|own| own == country))
}

/// The one that is meant by `text`, by its name: case and marks aside.
pub fn meant<'a>(states: &'a [State], country: CountryCode, text: &str) -> Option<&'a State> {
    let wanted = fold(text);
    of(states, country).find(|state| fold(&state.name) == wanted)
}

/// What is sent for it: the key of the list, or the text where there is none.
pub(in crate::billing) fn sent<'a>(states: &'a [State], country: CountryCode, text: &'a str) -> &'a str {
    meant(states, country, text).map_or(text, |state| &state.key)
}
