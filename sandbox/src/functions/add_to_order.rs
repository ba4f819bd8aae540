//! Joining the cart to an open order.
//!
//! Assumed throughout: no public source tells how the old cart does this. It is a button of `basket`, `addtoorder`, with
//! the cart as `id` (as `clearbasket` has it) and the open order as `billorder`.

use serde_json::json;

use super::{Call, Reply};
use crate::db::billorders::{self, Billorder, Status};
use crate::wire::error::{ApiError, Failure};

/// Moves the cart into the order. No money moves.
pub fn join(call: &Call<'_>, cart: Option<&Billorder>) -> Result<Reply, Failure> {
    let customer = call.customer()?;
    let cart = cart.filter(|cart| call.params.id("id") == Some(cart.id));
    let cart = cart.ok_or_else(|| ApiError::missed("billorder", call.params.get("id")))?;
    let order = match call.params.id("billorder") {
        Some(id) => billorders::find(call.db, customer.id, id)?,
        None => None,
    };
    let order = order.filter(|order| order.status == Status::Unpaid);
    let order = order.ok_or_else(|| ApiError::missed("order", call.params.get("billorder")))?;
    billorders::join(call.db, cart, order.id)?;
    Ok(call.answer([("ok", json!({"$": "func=order"}))]))
}
