//! Page "review": how it is paid, and what must be true before the order button does anything.
use std::sync::Arc;

use crate::billing::payment_add::PaymentMethod;
use crate::config::PayBy;
use crate::domain::problem::Problem;
use crate::wizard::direct;
use crate::wizard::existing;
use crate::wizard::field::Field;
use crate::wizard::keys;
use crate::wizard::model::Model;
use crate::wizard::offer::pays_by;
use crate::wizard::submission::{Quote, Submission};
use crate::wizard::way::Way;

use super::{Errors, Parsed};

/// "Current account".
pub const BALANCE: &str = "balance";
/// "Add to the order...".
pub const ORDER: &str = "order";
/// "Add new account".
pub const BILL: &str = "bill";

/// The quote and the way to pay it: a key made here is safe, and whatever else lies in the cart is agreed to.
///
/// # Errors
/// The errors of the page; an empty list while there is no quote.
pub fn parse(model: &Model) -> Parsed<(&Arc<Quote>, Way)> {
    let Submission::Quoted(quote) = &model.submission else { return Err(Vec::new()) };
    let mut errors = Errors::default();
    if !quote.other_rows.is_empty() && !model.drafts.other_rows {
        errors.add(Field::OtherRows, Problem::OtherRowsNotAgreed);
    }
    if is_gone(model) && !model.drafts.order_again {
        errors.add(Field::OrderAgain, Problem::OrderAgainNotAgreed);
    }
    if !existing::is_chosen(model) && !keys::is_safe(model) {
        errors.add(Field::KeyAttested, Problem::KeyNotSafe);
    }
    let way = way(model, quote).map_err(|field| errors.add(field, Problem::Missing)).ok();
    errors.finish(way.map(|way| (quote, way)))
}

/// Whether the order had been put into the cart and was gone from it later: it may be ordered already.
pub fn is_gone(model: &Model) -> bool {
    model.cart_mark.as_ref().is_some_and(|mark| mark.gone)
}

/// The way as far as it is chosen.
///
/// # Errors
/// The field where something is not chosen yet.
pub fn way(model: &Model, quote: &Quote) -> Result<Way, Field> {
    if let Some(way) = direct::way(model) {
        return Ok(way);
    }
    let drafts = &model.drafts.payment;
    match pay_by(model, quote) {
        _ if quote.is_free() => Ok(Way::Free),
        BALANCE => Ok(Way::Balance),
        ORDER => {
            let chosen = quote.open_orders.iter().find(|order| order.id == drafts.open_order);
            let chosen = chosen.ok_or(Field::OpenOrder)?;
            Ok(Way::OpenOrder { id: chosen.id.clone(), number: chosen.number.clone() })
        }
        BILL if pays_now(model, quote) => {
            let chosen = quote.other_methods().find(|method| method.id == drafts.method && takes(method, quote));
            Ok(Way::Now(chosen.ok_or(Field::PayMethod)?.id.clone()))
        }
        BILL => Ok(Way::Later),
        _ => Err(Field::PayBy),
    }
}

/// What is chosen of "Pay by": at first the current account, where it suffices. What is not offered is not chosen.
pub fn pay_by(model: &Model, quote: &Quote) -> &'static str {
    match model.drafts.payment.pay_by.as_str() {
        ORDER if offers_order(model, quote) => ORDER,
        BILL if pays_by(model, PayBy::Bill) => BILL,
        "" | BALANCE if quote.is_payable() && pays_by(model, PayBy::Balance) => BALANCE,
        _ => "",
    }
}

/// Whether the cart can be added to an open order.
pub fn offers_order(model: &Model, quote: &Quote) -> bool {
    !quote.open_orders.is_empty() && pays_by(model, PayBy::Order)
}

/// Whether a new bill is paid at once, where that is offered.
pub fn pays_now(model: &Model, quote: &Quote) -> bool {
    model.drafts.payment.pay_now && quote.can_pay_now()
}

/// Whether the method takes an amount as small as the total.
pub fn takes(method: &PaymentMethod, quote: &Quote) -> bool {
    method.min_amount.as_ref().is_none_or(|least| quote.total.as_ref().is_none_or(|total| least.minor <= total.minor))
}
