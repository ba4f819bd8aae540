//! What an order is put together from, and the call that places it.
use std::sync::Arc;

use crate::billing::certificate_order_param::OrderDetails;
use crate::billing::order_input::Contacts;
use crate::domain::organization::Organization;

use super::model::Model;
use super::order_form::{self, Asked, Discovery};
use super::steps::contacts::{self, ContactsChoice};
use super::steps::validation::{self, ValidationChoice};
use super::steps::{organization, package};
use super::{direct, questions, requested};

/// Everything that an order is made of; when it changes, our row is removed and added anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    pub(super) asked: Arc<Asked>,
    contacts: ContactsChoice,
    organization: Option<Organization>,
    validation: ValidationChoice,
    answers: Vec<(String, String)>,
    pub(super) promotion_code: Option<String>,
}

impl Basis {
    /// What the billing system was asked about.
    pub fn asked(&self) -> &Asked {
        &self.asked
    }

    /// The method by which the names are checked; empty where there is no choice.
    pub fn method(&self) -> &str {
        self.validation.method.as_ref().map_or("", |(_, value)| value)
    }
}

/// As all pages say now; `None` while something is missing, or the billing system's form is that of other answers.
pub fn basis(model: &Model) -> Option<Basis> {
    let Discovery::Ready(asked, _, form) = &model.discovery else { return None };
    if order_form::wanted(model).as_ref() != Some(&**asked) {
        return None;
    }
    let organization = if form.organization { Some(organization::parse(model).ok()?) } else { None };
    // Codes work on the cart only (API reference 5.3).
    let code = package::parse(model).ok()?.promotion_code.filter(|_| direct::way(model).is_none());
    Some(Basis {
        asked: asked.clone(),
        contacts: contacts::parse(model).ok()?,
        organization,
        validation: validation::parse(model).ok()?,
        answers: questions::late_answers(model),
        promotion_code: code.map(|code| code.as_str().to_owned()),
    })
}

/// Makes a call of the last step's details; `None` while the form is not known.
pub fn with_details<T>(model: &Model, basis: &Basis, make: impl FnOnce(&OrderDetails<'_>) -> T) -> Option<T> {
    let Discovery::Ready(_, csr_form, form) = &model.discovery else { return None };
    let assumed = &model.config.assumed;
    let input = basis.asked.input(assumed, csr_form)?;
    let organization = basis
        .organization
        .as_ref()
        .and_then(|organization| Some((organization, model.discovery.org_country_id(organization.country)?)));
    let approvers = basis.validation.approvers.iter().map(|(_, field, address)| (field.clone(), address.clone()));
    let answers: Vec<_> =
        basis.validation.method.iter().cloned().chain(approvers).chain(basis.answers.clone()).collect();
    let fingerprint = requested::fingerprint(model).map(|fingerprint| fingerprint.to_text());
    let details = OrderDetails {
        input,
        form,
        contacts: Contacts { admin: &basis.contacts.admin, tech: &basis.contacts.tech },
        organization,
        answers: &answers,
        remote_id: fingerprint.as_deref(),
    };
    Some(make(&details))
}
