//! What the billing system's forms ask that this form does not know: "Additional questions".
//!
//! The request's form is known before the last one, and its answers go out with the request ("early"): until they are
//! given, the last form cannot be asked for.
use crate::billing::assumed::Fact;
use crate::billing::assumed::rule::Rule;
use crate::billing::order_form::approver_number;
use crate::billing::question::Question;

use super::draft::AnswerDraft;
use super::field::Field;
use super::model::Model;
use super::order_form::Discovery;
use super::steps::validation;

/// The value by which a service is not renewed by itself (API reference 4.3).
const NEVER: &str = "null";

/// The questions of both forms, the request's first, each with whether it is the request's.
fn all(model: &Model) -> impl Iterator<Item = (&Question, bool)> {
    let early = model.discovery.csr_form().map(|form| form.questions.as_slice()).unwrap_or_default();
    let late = model.discovery.form().map(|form| form.questions.as_slice()).unwrap_or_default();
    let is_new = move |question: &&Question| !early.iter().any(|known| known.name == question.name);
    early.iter().map(|question| (question, true)).chain(late.iter().filter(is_new).map(|question| (question, false)))
}

/// The questions to be answered, each with its field. What is optional is asked only where the billing system says so, or
/// has refused what it proposed itself.
pub fn asked(model: &Model) -> Vec<(Field, &Question)> {
    all(model)
        .filter(|(question, _)| !is_hidden(model, &question.name))
        .filter_map(|(question, _)| Some((answered(model, &question.name)?, question)))
        .collect()
}

/// The field of the answer to `name`, hidden or not: rules look at it, so that it must not look at rules.
fn answered(model: &Model, name: &str) -> Option<Field> {
    let place = model.drafts.answers.iter().position(|answer| answer.name == name)?;
    u8::try_from(place).ok().map(Field::Question)
}

/// The forms are here: what they ask gets a place in the draft, and what they propose is proposed.
pub fn learn(model: &mut Model) {
    let new: Vec<AnswerDraft> = all(model)
        .filter(|(question, _)| question.is_always_asked())
        .map(|(question, early)| blank(question, early))
        .filter(|new| !model.drafts.answers.iter().any(|known| known.name == new.name))
        .collect();
    model.drafts.answers.extend(new);
}

fn blank(question: &Question, early: bool) -> AnswerDraft {
    let text = match question.choices.as_slice() {
        [] => Some(&question.proposed),
        [(only, _)] if question.required => Some(only),
        // "Off" until the customer or the form says otherwise: nothing is renewed unasked.
        choices => {
            let wanted = if question.proposed.is_empty() { NEVER } else { question.proposed.as_str() };
            choices.iter().map(|(key, _)| key).find(|key| **key == wanted)
        }
    };
    let text = text.filter(|text| *text != "off").cloned().unwrap_or_default();
    AnswerDraft { name: question.name.clone(), text, early }
}

/// What the request's form asks, as far as it is answered: it goes out with the request.
pub fn early_answers(model: &Model) -> Vec<(String, String)> {
    let early = model.drafts.answers.iter().filter(|answer| answer.early);
    early.map(|answer| (answer.name.clone(), answer.text.clone())).collect()
}

/// What the last form asks: the customer's answers, and for what is not asked what the form itself proposes.
pub fn late_answers(model: &Model) -> Vec<(String, String)> {
    let asked = asked(model);
    let mut found = Vec::new();
    for (question, early) in all(model).filter(|(question, _)| !is_hidden(model, &question.name)) {
        let field = asked.iter().find(|(_, known)| known.name == question.name).map(|(field, _)| *field);
        let value = field.map_or(question.proposed.as_str(), |field| model.drafts.text(field));
        if !early && !value.is_empty() {
            found.push((question.name.clone(), value.to_owned()));
        }
    }
    found
}

/// Whether the forms' own rules hide the field `name` now.
pub fn is_hidden(model: &Model, name: &str) -> bool {
    rules(model).any(|rule| rule.hides == name && rule.bites(&value(model, &rule.control)))
}

/// Whether any rule is about the field `name`.
pub fn has_rule(model: &Model, name: &str) -> bool {
    rules(model).any(|rule| rule.hides == name)
}

fn rules(model: &Model) -> impl Iterator<Item = &Rule> {
    let early = model.discovery.csr_form().map(|form| form.rules.as_slice()).unwrap_or_default();
    let late = model.discovery.form().map(|form| form.rules.as_slice()).unwrap_or_default();
    early.iter().chain(late)
}

/// The value that the field `name` of the billing system's forms has now.
fn value(model: &Model, name: &str) -> String {
    if name == "crt_type" {
        let way = model.discovery.csr_form().and_then(|form| form.existing_crt_type.as_ref().ok());
        return way.map(|way| way.as_str().to_owned()).unwrap_or_default();
    }
    match field(model, name) {
        Some(Field::Method) => validation::method(model).map(|method| method.value.clone()).unwrap_or_default(),
        Some(field) => model.drafts.text(field).to_owned(),
        None => {
            let carried = model.discovery.form().map(|form| form.carried.as_slice()).unwrap_or_default();
            carried.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone()).unwrap_or_default()
        }
    }
}

/// The field that the billing system calls `name`.
pub fn field(model: &Model, name: &str) -> Option<Field> {
    let assumed = &model.config.assumed;
    if name == assumed.of(Fact::MethodField) {
        return Some(Field::Method);
    }
    if let Some(number) = approver_number(name, assumed) {
        return u8::try_from(number).ok()?.checked_sub(1).map(Field::Approver);
    }
    // The country beside a phone number belongs to it.
    let list = assumed.of(Fact::PhoneList);
    if !list.is_empty() && name.ends_with(list) {
        let phone = ["adm_phone", "tech_phone", "org_phone"].into_iter().find(|phone| name.starts_with(phone));
        return phone.and_then(Field::from_billing);
    }
    let is_asked = || all(model).any(|(question, _)| question.name == name);
    Field::from_billing(name).or_else(|| answered(model, name).filter(|_| is_asked()))
}

/// The billing system refused an optional field that was not asked: from now on it is. Its field.
pub fn ask_too(model: &mut Model, name: &str) -> Option<Field> {
    let (question, early) = all(model).find(|(question, _)| question.name == name)?;
    let answer = blank(question, early);
    if !model.drafts.answers.iter().any(|known| known.name == name) {
        model.drafts.answers.push(answer);
    }
    answered(model, name)
}

/// Whether the request's form asks something that is not answered yet.
pub fn is_unanswered(model: &Model) -> bool {
    matches!(model.discovery, Discovery::Unanswered(..))
}
