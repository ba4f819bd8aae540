//! What each page's draft parses to: one file per page, a value or **all** the errors of the page.
pub mod contacts;
pub mod done;
pub mod key;
pub mod organization;
pub mod package;
pub mod questions;
pub mod request;
pub mod review;
pub mod subject;
pub mod validation;

use crate::domain::problem::Problem;

use super::field::Field;
use super::model::{FieldError, Model};
use super::passphrases;
use super::step::Step;

/// A page's value, or its errors in the order of the fields. An empty list means "not there yet, and nothing typed is wrong".
pub type Parsed<T> = Result<T, Vec<FieldError>>;

/// Gathers errors while the fields of a page are parsed.
#[derive(Debug, Default)]
pub struct Errors(Vec<FieldError>);

impl Errors {
    /// The value, or one more error.
    pub fn take<T>(&mut self, field: Field, parsed: Result<T, Problem>) -> Option<T> {
        parsed.map_err(|problem| self.add(field, problem)).ok()
    }

    /// As [`Errors::take`], for a field that may be left empty.
    pub fn optional<T>(&mut self, field: Field, parsed: Result<T, Problem>) -> Option<Option<T>> {
        match parsed {
            Err(Problem::Missing) => Some(None),
            other => self.take(field, other).map(Some),
        }
    }

    /// As [`Errors::take`] where the field is needed, else as [`Errors::optional`].
    pub fn needed<T>(&mut self, is_needed: bool, field: Field, parsed: Result<T, Problem>) -> Option<Option<T>> {
        if is_needed { self.take(field, parsed).map(Some) } else { self.optional(field, parsed) }
    }

    /// One more error.
    pub fn add(&mut self, field: Field, problem: Problem) {
        self.0.push(FieldError { field, problem });
    }

    /// The value if all of it is there.
    ///
    /// # Errors
    /// Everything gathered.
    pub fn finish<T>(self, value: Option<T>) -> Parsed<T> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            _ => Err(self.0),
        }
    }
}

/// What is wrong on `step`: its draft's errors, then what the billing system said of its fields.
pub fn errors(model: &Model, step: Step) -> Vec<FieldError> {
    let mut all = match step {
        Step::Package => package::parse(model).err(),
        Step::Request => request::parse(model).err(),
        Step::Subject => subject::parse(model).err(),
        Step::Key => key::parse(model).err(),
        Step::Contacts => contacts::parse(model).err(),
        Step::Questions => questions::parse(model).err(),
        Step::Organization => organization::parse(model).err(),
        Step::Validation => validation::parse(model).err(),
        Step::Review => review::parse(model).err(),
        Step::Done => None,
    }
    .unwrap_or_default();
    all.extend(passphrases::problem(model, step).cloned());
    for said in &model.billing_errors {
        if said.field.step() == Some(step) && !all.iter().any(|known| known.field == said.field) {
            all.push(said.clone());
        }
    }
    all
}

/// Whether nothing is missing on `step`.
pub fn is_complete(model: &Model, step: Step) -> bool {
    let parses = match step {
        Step::Package => package::parse(model).is_ok(),
        Step::Request => request::parse(model).is_ok(),
        Step::Subject => subject::parse(model).is_ok(),
        Step::Key => key::parse(model).is_ok(),
        Step::Contacts => contacts::parse(model).is_ok(),
        Step::Questions => questions::parse(model).is_ok(),
        Step::Organization => organization::parse(model).is_ok(),
        Step::Validation => validation::parse(model).is_ok(),
        Step::Review => done::order(model).is_some(),
        Step::Done => false,
    };
    parses && !model.billing_errors.iter().any(|said| said.field.step() == Some(step))
}
