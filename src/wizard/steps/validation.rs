//! Page "validation": how the CA checks that the names are the customer's, and who confirms it.
use crate::billing::assumed::Fact;
use crate::billing::assumed::method::{Method, MethodKind};
use crate::billing::order_form::{Approvers, OrderForm};
use crate::domain::email::EmailAddress;
use crate::domain::problem::Problem;
use crate::wizard::field::Field;
use crate::wizard::model::Model;
use crate::wizard::{approvers, questions};

use super::{Errors, Parsed};

/// What the page parses to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValidationChoice {
    /// The method's field and value, where the form leaves a choice.
    pub method: Option<(String, String)>,
    /// One mailbox for each list of the form that is asked, in its order: the list's place, its field, the address.
    pub approvers: Vec<(u8, String, String)>,
}

/// The method that is chosen; at first the one that comes first.
pub fn method(model: &Model) -> Option<&Method> {
    let methods = &model.discovery.form()?.methods;
    methods.iter().find(|method| method.value == model.drafts.method).or(methods.first())
}

/// The lists of mailboxes that are asked with the method that is chosen, with their places. Where the form has no rule
/// for a list, only a message to a mailbox needs one (Q6).
pub fn lists<'a>(model: &Model, form: &'a OrderForm) -> Vec<(u8, &'a Approvers)> {
    let kind = method(model).map(|method| method.kind);
    let needs_mailbox = !matches!(kind, Some(MethodKind::Dns | MethodKind::Http));
    let is_asked = |list: &Approvers| {
        if questions::has_rule(model, &list.field) { !questions::is_hidden(model, &list.field) } else { needs_mailbox }
    };
    approvers::lists(form).filter(|(_, list)| is_asked(list)).collect()
}

/// Parses the page.
///
/// # Errors
/// The errors of the page; an empty list while the form is not there.
pub fn parse(model: &Model) -> Parsed<ValidationChoice> {
    let Some(form) = model.discovery.form() else { return Err(Vec::new()) };
    let mut errors = Errors::default();
    let chosen = &model.drafts.method;
    if !chosen.is_empty() && !form.methods.is_empty() && form.methods.iter().all(|method| method.value != *chosen) {
        errors.add(Field::Method, Problem::NotOffered);
    }
    let field = model.config.assumed.of(Fact::MethodField);
    let method = method(model).map(|method| (field.to_owned(), method.value.clone()));
    let mut found = Vec::with_capacity(form.approvers.len());
    for (place, list) in lists(model, form) {
        let address = address(model, form, &mut errors, (place, list));
        found.extend(address.map(|address| (place, list.field.clone(), address)));
    }
    errors.finish(Some(ValidationChoice { method, approvers: found }))
}

/// The address chosen for a list. Names that share a choice share its error, which is told once.
fn address(model: &Model, form: &OrderForm, errors: &mut Errors, (place, list): (u8, &Approvers)) -> Option<String> {
    let leader = approvers::leader(form, place);
    let field = Field::Approver(leader);
    let text = model.drafts.text(field);
    let problem = if text.is_empty() {
        Problem::Missing
    } else if list.addresses.is_empty() {
        // The form takes any mailbox.
        return errors.take(field, EmailAddress::parse(text)).map(|address| address.as_str().to_owned());
    } else if list.addresses.iter().any(|address| address == text) {
        return Some(text.to_owned());
    } else {
        Problem::NotOffered
    };
    if leader == place {
        errors.add(field, problem);
    }
    None
}
