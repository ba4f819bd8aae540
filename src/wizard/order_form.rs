//! The billing system's own form for this order: found out, never assumed.
use std::sync::Arc;

use crate::billing::assumed::Assumed;
use crate::billing::certificate_order_csr::{self as csr, CsrForm};
use crate::billing::error::{BillingError, ErrorKind};
use crate::billing::http::{HttpRequest, Reply};
use crate::billing::order_form::OrderForm;
use crate::billing::order_input::OrderInput;
use crate::domain::country::CountryCode;
use crate::domain::hostname::Hostname;
use crate::domain::lang::Lang;
use crate::domain::package::Period;
use crate::domain::problem::Problem;
use crate::request::read;
use crate::request::subject::Subject;

use super::effect::{Effect, Focus, Purpose};
use super::field::Field;
use super::model::{FieldError, Model, Trouble};
use super::step::Step;
use super::steps::{package, subject};
use super::{approvers, existing, journey, language, latin, offer, questions, requested, session, states, steps};

/// What the billing system is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The language of the form's texts.
    pub lang: Lang,
    /// `pricelist` id.
    pub pricelist: String,
    /// For how long.
    pub period: Period,
    /// Whom and what.
    pub subject: Subject,
    /// PEM.
    pub csr: String,
    /// Answers to what the request's form asks besides.
    pub answers: Vec<(String, String)>,
}

/// How far the form is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Discovery {
    /// Not asked for.
    None,
    /// The request's form was asked for.
    AskingCsr(Arc<Asked>),
    /// The request's form asks something that only the customer can answer.
    Unanswered(Arc<Asked>, Arc<CsrForm>),
    /// The order's form was asked for, with our request.
    AskingOrder(Arc<Asked>, Arc<CsrForm>),
    /// Known.
    Ready(Arc<Asked>, Arc<CsrForm>, Arc<OrderForm>),
    /// Not to be had.
    Failed(Arc<Asked>),
}

impl Discovery {
    /// The order's form.
    pub fn form(&self) -> Option<&OrderForm> {
        match self {
            Self::Ready(_, _, form) => Some(form),
            _ => None,
        }
    }

    /// The request's form.
    pub fn csr_form(&self) -> Option<&Arc<CsrForm>> {
        match self {
            Self::Unanswered(_, form) | Self::AskingOrder(_, form) | Self::Ready(_, form, _) => Some(form),
            _ => None,
        }
    }

    /// What the form was asked for.
    pub fn asked(&self) -> Option<&Arc<Asked>> {
        match self {
            Self::None => None,
            Self::AskingCsr(asked)
            | Self::Unanswered(asked, _)
            | Self::AskingOrder(asked, _)
            | Self::Ready(asked, ..)
            | Self::Failed(asked) => Some(asked),
        }
    }

    /// The id of an organization's country: in the form's own list, else in the subject's.
    pub fn org_country_id(&self, code: CountryCode) -> Option<&str> {
        let Self::Ready(_, csr_form, form) = self else { return None };
        let mut offered = form.org_countries.iter().chain(&csr_form.countries);
        offered.find(|country| country.code == Some(code)).map(|country| country.id.as_str())
    }

    /// Whether an answer is awaited.
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::AskingCsr(_) | Self::AskingOrder(..))
    }
}

impl Asked {
    /// The input of the calls, once the form is known.
    pub fn input<'a>(&'a self, assumed: &'a Assumed, form: &'a CsrForm) -> Option<OrderInput<'a>> {
        let crt_type = form.existing_crt_type.as_ref().ok()?;
        let country_id = country_id(assumed, form, self.subject.country)?;
        Some(OrderInput {
            pricelist: &self.pricelist,
            period: self.period,
            crt_type,
            country_id,
            state: form.sent_state(&self.subject),
            subject: &self.subject,
            takes_further_names: form.takes_further_names,
            csr: &self.csr,
            answers: &self.answers,
        })
    }
}

/// The operator's id of the country, else the form's.
fn country_id<'a>(assumed: &'a Assumed, form: &'a CsrForm, code: CountryCode) -> Option<&'a str> {
    assumed.country_id(code).or_else(|| listed_id(form, code))
}

fn listed_id(form: &CsrForm, code: CountryCode) -> Option<&str> {
    form.countries.iter().find(|country| country.code == Some(code)).map(|country| country.id.as_str())
}

impl Asked {
    /// Whether one of the names begins with `*.`.
    pub fn has_wildcard(&self) -> bool {
        self.subject.names().any(Hostname::is_wildcard)
    }
}

/// What there is to ask about now; `None` while an earlier page is not complete.
pub fn wanted(model: &Model) -> Option<Asked> {
    let package = package::parse(model).ok()?;
    let subject = subject::parse(model).ok()?.subject;
    let csr = requested::csr(model)?.to_owned();
    let answers = questions::early_answers(model);
    let lang = language::of_form(model);
    Some(Asked { lang, pricelist: package.pricelist, period: package.period, subject, csr, answers })
}

/// What the billing system says that this order costs, further names and all, before the cart says it to the cent.
pub fn price_text(model: &Model) -> Option<&str> {
    let is_before_cart = model.place.needs_session() && model.place < Step::Review;
    model.discovery.form().filter(|_| is_before_cart).map(|form| form.order_info.as_str())
}

/// Asks for the form as soon as there is a customer and a request, and again when either changed.
pub fn drive(model: &mut Model, out: &mut Vec<Effect>) {
    if !model.place.needs_session() || model.place == Step::Done || model.session_id().is_none() {
        return;
    }
    let Some(asked) = wanted(model) else { return };
    if model.discovery.asked().is_some_and(|before| **before == asked) {
        return;
    }
    if let Some((before, form)) = model.discovery.asked().zip(model.discovery.csr_form()) {
        let is_answer_only = Asked { answers: before.answers.clone(), ..asked.clone() } == **before;
        if is_answer_only {
            // While they are being given, answers are not sent one by one.
            if model.place != Step::Questions || model.continue_when_ready {
                let form = Arc::clone(form);
                hand_in(model, out, &asked, form);
            }
            return;
        }
    }
    let request = csr::form_request(&model.caller(), &model.config.assumed, &asked.pricelist, asked.period);
    model.discovery = Discovery::AskingCsr(Arc::new(asked));
    model.post(out, Purpose::CsrForm, request);
}

/// "Try again".
pub fn retry(model: &mut Model) {
    if matches!(model.discovery, Discovery::Failed(_)) {
        model.discovery = Discovery::None;
    }
}

/// The request's form came: which way is ours, which id our country has.
pub fn csr_form(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Discovery::AskingCsr(asked) = model.discovery.clone() else { return };
    let form = match csr::form_response(reply, &model.config.assumed) {
        Ok(form) => form,
        Err(error) => return failed(model, out, error),
    };
    if form.existing_crt_type.is_err() {
        model.discovery = Discovery::Failed(asked);
        return complain(model, out, Trouble::NoWayForOwnRequest);
    }
    if let Some(field) = newly_required(model, &form) {
        if model.drafts.text(field).is_empty() {
            return refused(model, out, FieldError { field, problem: Problem::Missing });
        }
        // It was typed earlier, and now belongs to what is asked about.
        model.discovery = Discovery::None;
        return;
    }
    if let Some(said) = latin::refused(model, &form) {
        return refused(model, out, said);
    }
    if let Some(said) = states::learn(model, &form) {
        return refused(model, out, said);
    }
    let months = asked.period.months().to_string();
    if !form.periods.is_empty() && !form.periods.contains(&months) {
        return refused(model, out, FieldError { field: Field::Period, problem: Problem::NotOffered });
    }
    if country_id(&model.config.assumed, &form, asked.subject.country).is_none() {
        return refused(model, out, FieldError { field: Field::Country, problem: Problem::CountryNotOffered });
    }
    if !form.takes_further_names && !asked.subject.further_names.is_empty() {
        return refused(model, out, FieldError { field: Field::FurtherNames, problem: Problem::FurtherNamesNotSold });
    }
    hand_in(model, out, &asked, Arc::new(form));
}

/// The request goes to the billing system, which answers with the last form; nothing is ordered by it. What the
/// request's form asks besides must be answered first.
fn hand_in(model: &mut Model, out: &mut Vec<Effect>, asked: &Asked, form: Arc<CsrForm>) {
    model.discovery = Discovery::Unanswered(Arc::new(asked.clone()), Arc::clone(&form));
    questions::learn(model);
    if steps::questions::parse(model).is_err() {
        if std::mem::take(&mut model.continue_when_ready) {
            journey::proceed(model, out);
        }
        return;
    }
    let asked = Arc::new(Asked { answers: questions::early_answers(model), ..asked.clone() });
    let Some(request) = hand_in_request(model, &asked, &form) else { return };
    model.discovery = Discovery::AskingOrder(asked, form);
    model.post(out, Purpose::OrderForm, request);
}

/// The call that hands the request in.
pub(super) fn hand_in_request(model: &Model, asked: &Asked, form: &CsrForm) -> Option<HttpRequest> {
    let assumed = &model.config.assumed;
    Some(csr::next_request(&model.caller(), assumed, &asked.input(assumed, form)?))
}

/// A field that the form requires, an existing request lacks and nobody asked for so far: an empty one first.
fn newly_required(model: &mut Model, form: &CsrForm) -> Option<Field> {
    let required = form.required.iter().filter_map(|name| Field::from_billing(name));
    let new: Vec<Field> = required.filter(|field| existing::ask_too(model, *field)).collect();
    let empty = new.iter().find(|field| model.drafts.text(**field).is_empty());
    empty.or(new.first()).copied()
}

/// The order's form came. A request of another key in it means that something between is not to be trusted.
pub fn order_form(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Discovery::AskingOrder(asked, csr_form) = model.discovery.clone() else { return };
    let has_wildcard = asked.has_wildcard();
    let mut form = match csr::next_response(reply, &model.config.assumed, has_wildcard) {
        Ok(form) => form,
        Err(error) => return failed(model, out, error),
    };
    let is_foreign = form
        .echoed_csr
        .as_deref()
        .is_some_and(|echo| read::request_public_key(echo) != read::request_public_key(&asked.csr));
    if is_foreign {
        model.discovery = Discovery::Failed(asked);
        return complain(model, out, Trouble::ForeignRequest);
    }
    if !offer::methods(&model.config, &mut form) {
        model.discovery = Discovery::Failed(asked);
        return complain(model, out, Trouble::NoMethodAllowed);
    }
    choose_only_addresses(model, &form);
    model.discovery = Discovery::Ready(asked, csr_form, Arc::new(form));
    questions::learn(model);
    if std::mem::take(&mut model.continue_when_ready) {
        if model.place == Step::Questions && steps::questions::parse(model).is_err() {
            // The last form asks more: nobody has seen that yet, so that nothing is wrong with it.
            model.errors_shown.retain(|shown| *shown != Step::Questions);
            out.push(Effect::Focus(Focus::Page));
        } else {
            journey::proceed(model, out);
        }
    }
}

/// A list with a single address needs no choosing; a choice that is no longer offered is taken back.
fn choose_only_addresses(model: &mut Model, form: &OrderForm) {
    for (i, list) in approvers::lists(form) {
        let field = Field::Approver(i);
        if let [only] = list.addresses.as_slice() {
            model.drafts.set(field, only.clone());
        } else if !list.addresses.is_empty()
            && !list.addresses.iter().any(|address| address == model.drafts.text(field))
        {
            model.drafts.set(field, String::new());
        }
    }
    model.drafts.approvers.truncate(form.approvers.len());
}

fn failed(model: &mut Model, out: &mut Vec<Effect>, error: BillingError) {
    let Some(asked) = model.discovery.asked().cloned() else { return };
    if let Some(said) = field_error(model, &error) {
        return refused(model, out, said);
    }
    model.discovery = Discovery::Failed(asked);
    // After a log-in, a pressed "Continue" still counts.
    let is_pressed = session::doubt(model, &error) && model.continue_when_ready;
    complain(model, out, Trouble::Billing(error));
    model.continue_when_ready = is_pressed;
}

/// The field that a `value` error of the billing system is about. One that was not asked so far is asked from now on.
pub fn field_error(model: &mut Model, error: &BillingError) -> Option<FieldError> {
    let BillingError::Api(api) = error else { return None };
    if api.kind != ErrorKind::Value {
        return None;
    }
    let known = questions::field(model, &api.object);
    let field = known.or_else(|| questions::ask_too(model, &api.object))?;
    let said = FieldError { field, problem: Problem::Billing(api.message.clone()) };
    // A request that was made here is no field.
    Some(said).filter(|said| said.field != Field::ExistingRequest || existing::is_chosen(model))
}

/// The billing system refused a field: its page shows it.
pub fn refused(model: &mut Model, out: &mut Vec<Effect>, said: FieldError) {
    let is_new = existing::ask_too(model, said.field);
    if is_new && !model.drafts.text(said.field).is_empty() {
        // It was typed earlier and not sent: the form is asked for anew, with it.
        model.discovery = Discovery::None;
        return;
    }
    let mut said = existing::placed(model, said);
    if let (Field::Approver(place), Some(form)) = (said.field, model.discovery.form()) {
        said.field = Field::Approver(approvers::leader(form, place));
    }
    // A form that is known stays: the refused field may be on a page that only this form asks for.
    if let (true, Some(asked)) = (model.discovery.is_busy(), model.discovery.asked().cloned()) {
        model.discovery = match (said.field, model.discovery.csr_form().cloned()) {
            (Field::Question(_), Some(form)) => Discovery::Unanswered(asked, form),
            _ => Discovery::Failed(asked),
        };
    }
    let step = said.field.step();
    model.billing_errors.push(said);
    if let Some(step) = step {
        model.show_errors(step);
        if step != model.place {
            model.changing = true;
            journey::go(model, out, step, false);
        }
    }
    model.continue_when_ready = false;
    out.push(Effect::Focus(Focus::Errors));
}

fn complain(model: &mut Model, out: &mut Vec<Effect>, trouble: Trouble) {
    model.trouble = Some(trouble);
    model.continue_when_ready = false;
    out.push(Effect::Focus(Focus::Errors));
}
