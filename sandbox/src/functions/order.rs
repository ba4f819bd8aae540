//! `order`: the customer's orders; `openlist` holds those to be paid. Assumed: the cart's order is one of them.

use serde_json::Value;

use super::{Call, Reply};
use crate::db::billorders::{self, Billorder, Status};
use crate::money::CURRENCY;
use crate::wire::error::Failure;
use crate::wire::json::{Element, list as named_list, put_rows, row};

/// The list, newest first. Assumed: the cells' names; only the inner list's name is published.
pub fn list(call: &Call<'_>) -> Result<Reply, Failure> {
    let customer = call.customer()?;
    let bills = billorders::placed(call.db, customer.id)?;
    let open = bills.iter().filter(|bill| bill.status != Status::Paid);
    let open = named_list("openlist", open.map(cells).collect());
    let mut reply = call.answer([("list", Value::Array(vec![open]))]);
    put_rows(&mut reply.doc, bills.iter().map(cells).collect());
    Ok(reply)
}

fn cells(bill: &Billorder) -> Element {
    row([
        ("id", bill.id.to_string()),
        ("number", format!("ORD-{:06}", bill.id)),
        ("status", if bill.status == Status::Paid { "paid" } else { "unpaid" }.to_owned()),
        ("total", bill.total().to_string()),
        ("currency", CURRENCY.to_owned()),
        ("createdate", bill.created_at.date()),
    ])
}
