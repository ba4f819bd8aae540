//! Page "validation": who confirms to the CA that the names are the customer's.
use crate::domain::email::EmailAddress;
use crate::domain::problem::Problem;
use crate::wizard::approvers;
use crate::wizard::field::Field;
use crate::wizard::model::Model;

use super::{Errors, Parsed};

/// One address for each list of the billing system's form, in its order.
///
/// # Errors
/// The errors of the page; an empty list while the form is not there.
pub fn parse(model: &Model) -> Parsed<Vec<String>> {
    let Some(form) = model.discovery.form() else { return Err(Vec::new()) };
    let mut errors = Errors::default();
    let mut chosen = Vec::with_capacity(form.approvers.len());
    for (i, list) in approvers::lists(form) {
        // Names that share a choice share its error, which is told once.
        let leader = approvers::leader(form, i);
        let field = Field::Approver(leader);
        let text = model.drafts.text(field);
        let is_told = leader != i;
        if text.is_empty() {
            if !is_told {
                errors.add(field, Problem::Missing);
            }
        } else if list.addresses.is_empty() {
            // The form takes any mailbox.
            chosen.extend(errors.take(field, EmailAddress::parse(text)).map(|address| address.as_str().to_owned()));
        } else if list.addresses.iter().any(|address| address == text) {
            chosen.push(text.to_owned());
        } else if !is_told {
            errors.add(field, Problem::NotOffered);
        }
    }
    errors.finish(Some(chosen))
}
