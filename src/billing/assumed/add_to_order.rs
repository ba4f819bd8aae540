//! Joins the cart to an open order of the customer.
//!
//! Assumed throughout (beside Q16 and Q17): the documents of the old cart name its buttons but not how it joins an
//! order that is already there. This file alone knows; it follows the cart's other actions, of which `clearbasket` names
//! the cart by `id`.
use super::{Assumed, Fact};
use crate::billing::basket;
use crate::billing::doc::read_done;
use crate::billing::error::BillingError;
use crate::billing::http::{Caller, HttpRequest, Reply};

/// Puts everything in the cart `billorder` into the open order with the id `order`. No money moves.
pub fn request(caller: &Caller<'_>, assumed: &Assumed, billorder: &str, order: &str) -> HttpRequest {
    basket::action(caller, assumed.of(Fact::AddToOrder)).with("id", billorder).with("billorder", order)
}

/// That it is in the order.
///
/// # Errors
/// `Api` of kind `Missed` when cart or order are gone or paid.
pub fn response(reply: Reply) -> Result<(), BillingError> {
    read_done(reply)
}
