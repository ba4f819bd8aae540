//! Page "request": how the request comes about.
use crate::domain::problem::Problem;
use crate::wizard::field::Field;
use crate::wizard::model::Model;

use super::{Errors, Parsed};

/// How the request comes about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestMethod {
    /// Key and request are made in this browser.
    Generate,
}

/// Parses the page.
///
/// # Errors
/// `NotOffered` where the browser cannot make keys.
pub fn parse(model: &Model) -> Parsed<RequestMethod> {
    let mut errors = Errors::default();
    if !model.can_make_keys {
        errors.add(Field::RequestMethod, Problem::NotOffered);
    }
    errors.finish(Some(RequestMethod::Generate))
}
