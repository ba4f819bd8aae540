//! Step "csr" of the order wizard: what the form offers, and our request into it (API reference 4.2).
use super::assumed::rule::Rule;
use super::assumed::state_list::{State, Whose, sent, states};
use super::assumed::{Assumed, Fact};
use super::country_list::{Country, countries};
use super::doc::{Object, read};
use super::error::BillingError;
use super::form::{asks, choices, fields, is_form, required};
use super::http::{Caller, HttpRequest, Reply};
use super::order_form::{is_ours, read_order_form};
use super::question::{Question, questions};
use crate::domain::package::Period;
use crate::request::subject::Subject;

pub use super::order_form::OrderForm;
pub use super::order_input::{CrtType, OrderInput};

/// What the form offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CsrForm {
    /// The one value of `crt_type` for an existing request, or why it cannot be told.
    pub existing_crt_type: Result<CrtType, CrtTypeProblem>,
    /// Countries of the subject, with the ids to send.
    pub countries: Vec<Country>,
    /// States and provinces of the subject; none where any text will do.
    pub states: Vec<State>,
    /// Whether the package takes further names.
    pub takes_further_names: bool,
    /// Names of the fields that may not be left empty.
    pub required: Vec<String>,
    /// Names of the fields that take Latin letters only, where the form says so.
    pub latin: Vec<String>,
    /// Periods that can be chosen, in months; none where the form does not say.
    pub periods: Vec<String>,
    /// What else the form asks.
    pub questions: Vec<Question>,
    /// What hides what.
    pub rules: Vec<Rule>,
}

/// Why the value for an existing request cannot be told. Then the order stops: guessing could make the server
/// generate the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CrtTypeProblem {
    /// The form offers nothing but to generate.
    None,
    /// More than one value could be meant.
    Several(Vec<String>),
}

/// Asks for the form.
pub fn form_request(caller: &Caller<'_>, assumed: &Assumed, pricelist: &str, period: Period) -> HttpRequest {
    HttpRequest::new(&caller.for_forms(assumed), "certificate.order.csr")
        .with("pricelist", pricelist)
        .with("period", &period.months().to_string())
        .of_project(caller)
}

/// What the form offers.
///
/// # Errors
/// `Api` of kind `WizardUnavailable` when the package or the period is no longer offered.
pub fn form_response(reply: Reply, assumed: &Assumed) -> Result<CsrForm, BillingError> {
    let doc = read(reply)?;
    if !is_form(&doc) {
        return Err(BillingError::Unexpected("metadata"));
    }
    let fields = fields(&doc);
    let countries = countries(&doc, "field_country", assumed);
    Ok(CsrForm {
        existing_crt_type: existing_crt_type(&doc, assumed),
        states: states(&doc, Whose::Subject, &countries, assumed),
        countries,
        takes_further_names: asks(&doc, &fields, "altname_input"),
        required: required(&fields),
        latin: fields.iter().filter(|field| field.is_latin).map(|field| field.name.clone()).collect(),
        periods: choices(&doc, "period").into_iter().map(|choice| choice.key).collect(),
        questions: questions(&doc, &fields, |name| is_ours(name, assumed)),
        rules: fields.iter().flat_map(|field| field.rules.clone()).collect(),
    })
}

impl CsrForm {
    /// The state of `subject` as the form takes it.
    pub fn sent_state<'a>(&'a self, subject: &'a Subject) -> &'a str {
        sent(&self.states, subject.country, subject.state.as_str())
    }
}

/// The operator's value; else the entry of the list that is not `generate` (Q1).
fn existing_crt_type(doc: &Object, assumed: &Assumed) -> Result<CrtType, CrtTypeProblem> {
    if let Some(own) = CrtType::parse(assumed.of(Fact::CrtType)) {
        return Ok(own);
    }
    let mut found: Vec<CrtType> = Vec::new();
    for value in choices(doc, "crt_type").iter().filter_map(|choice| CrtType::parse(&choice.key)) {
        if !found.contains(&value) {
            found.push(value);
        }
    }
    match found.as_slice() {
        [] => Err(CrtTypeProblem::None),
        [one] => Ok(one.clone()),
        several => Err(CrtTypeProblem::Several(several.iter().map(|value| value.as_str().to_owned()).collect())),
    }
}

/// Hands in the request and asks for the next form. Nothing is ordered by it: with `snext` the step is only checked. Where
/// the operator says so (Q2), the last step's form is asked for instead, with the same values and without `sok`.
pub fn next_request(caller: &Caller<'_>, assumed: &Assumed, input: &OrderInput<'_>) -> HttpRequest {
    let caller = &caller.for_forms(assumed);
    if assumed.of(Fact::OrderForm) == "param" {
        return input.add_to(HttpRequest::new(caller, "certificate.order.param")).of_project(caller);
    }
    input
        .add_to(HttpRequest::new(caller, "certificate.order.csr").with("sok", "ok").with("snext", "ok"))
        .of_project(caller)
}

/// The next form. With an existing request there is no step for saving a key in between (Q4).
///
/// # Errors
/// `Api` of kind `Value` names the field that was refused, `csr` among them.
pub fn next_response(reply: Reply, assumed: &Assumed, has_wildcard: bool) -> Result<OrderForm, BillingError> {
    read_order_form(reply, assumed, has_wildcard)
}
