//! Page "review": what must be true before the order button does anything.
use crate::domain::problem::Problem;
use crate::wizard::existing;
use crate::wizard::field::Field;
use crate::wizard::keys::KeyState;
use crate::wizard::model::Model;
use crate::wizard::submission::{Quote, Submission};

use super::{Errors, Parsed};

/// The quote that may be paid: a key made here is safe, and whatever else lies in the cart is agreed to.
///
/// # Errors
/// The errors of the page; an empty list while there is no quote.
pub fn parse(model: &Model) -> Parsed<&Quote> {
    let Submission::Quoted(quote) = &model.submission else { return Err(Vec::new()) };
    let mut errors = Errors::default();
    if !existing::is_chosen(model) && !matches!(&model.key, KeyState::Ready(key) if key.is_safe()) {
        errors.add(Field::KeyAttested, Problem::KeyNotSafe);
    }
    if !quote.other_rows.is_empty() && !model.drafts.other_rows {
        errors.add(Field::OtherRows, Problem::OtherRowsNotAgreed);
    }
    errors.finish(quote.is_payable().then_some(quote))
}
