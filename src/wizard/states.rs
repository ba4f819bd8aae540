//! States and provinces: from the billing system's list where it has one, else any text. The lists are known after the log-in; a
//! text typed before is taken for the entry of that name.
use crate::billing::assumed::state_list::{self, State};
use crate::billing::certificate_order_csr::CsrForm;
use crate::domain::country::CountryCode;
use crate::domain::problem::Problem;
use crate::domain::text::Line;

use super::existing;
use super::field::{Field, OrgField};
use super::model::{FieldError, Model};

/// The country that the state in `field` is of, and the list for it; `None` where any text will do.
fn list(model: &Model, field: Field) -> Option<(CountryCode, &[State])> {
    let (country, states) = match field {
        Field::State => (Field::Country, model.states.as_slice()),
        Field::Org(OrgField::State) => (Field::Org(OrgField::Country), model.discovery.form()?.org_states.as_slice()),
        _ => return None,
    };
    let country = CountryCode::parse(model.drafts.text(country)).ok()?;
    // What an existing request says counts as it stands there.
    let is_fixed = field == Field::State && existing::says(model, field) && !model.drafts.text(field).is_empty();
    (!is_fixed && state_list::of(states, country).next().is_some()).then_some((country, states))
}

/// The names to choose from; none where any text will do.
pub fn names(model: &Model, field: Field) -> Vec<String> {
    list(model, field)
        .map(|(country, states)| state_list::of(states, country).map(|state| state.name.clone()).collect())
        .unwrap_or_default()
}

/// The entry that stands in `field`.
pub fn chosen(model: &Model, field: Field) -> Option<&str> {
    let (country, states) = list(model, field)?;
    state_list::meant(states, country, model.drafts.text(field)).map(|state| state.name.as_str())
}

/// `line`, which stands in `field`, if the list has it.
///
/// # Errors
/// `NotOffered` where it has not.
pub fn check(model: &Model, field: Field, line: Line) -> Result<Line, Problem> {
    match list(model, field) {
        Some(_) if chosen(model, field).is_none() => Err(Problem::NotOffered),
        _ => Ok(line),
    }
}

/// The request's form has come: its list is known from now on. What it says of the state typed before.
pub(super) fn learn(model: &mut Model, form: &CsrForm) -> Option<FieldError> {
    model.states.clone_from(&form.states);
    let field = Field::State;
    let is_listed = list(model, field).is_none() || chosen(model, field).is_some();
    (!is_listed).then_some(FieldError { field, problem: Problem::NotOffered })
}
