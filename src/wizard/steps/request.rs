//! Page "request": how the request comes about.
use crate::wizard::existing;
use crate::wizard::field::Field;
use crate::wizard::model::Model;

use super::{Errors, Parsed};

/// How the request comes about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestMethod {
    /// Key and request are made in this browser.
    Generate,
    /// The customer brings a request.
    Existing,
}

/// Parses the page. A signature that is still being checked holds nobody up; a bad one leads back here, and nothing is
/// sent before (`requested::csr`).
///
/// # Errors
/// What is wrong with the existing request.
pub fn parse(model: &Model) -> Parsed<RequestMethod> {
    if !existing::is_chosen(model) {
        return Ok(RequestMethod::Generate);
    }
    let mut errors = Errors::default();
    errors.take(Field::ExistingRequest, existing::problem(model).map_or(Ok(()), Err));
    errors.finish(Some(RequestMethod::Existing))
}
