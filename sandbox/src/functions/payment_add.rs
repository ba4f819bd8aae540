//! `payment.add`: how a bill can be paid.

use serde_json::json;

use super::{Call, Reply};
use crate::db::billorders::{self, Billorder};
use crate::db::customers;
use crate::db::payments::{self, BALANCE, Method};
use crate::money::CURRENCY_ID;
use crate::wire::error::{ApiError, Failure};
use crate::wire::form::{Choice, Form};
use crate::wire::json::{Element, row};

/// The methods for the open bill `billorder`, with the values to send along.
pub fn form(call: &Call<'_>) -> Result<Reply, Failure> {
    let customer = call.customer()?;
    let bill = open_bill(call)?;
    let payers = customers::payers(call.db, customer.id)?;
    let payer = payers.first().map_or_else(String::new, |p| p.key.clone());
    let currency = Choice::new(CURRENCY_ID, crate::money::CURRENCY);
    let mut form = Form::new(call.func, call.params);
    form.input("amount", true, "")
        .value("amount", &bill.total().to_string())
        .select("payment_currency", true, vec![currency])
        .value("payment_currency", CURRENCY_ID)
        .select("profile", true, payers)
        .value("profile", &payer)
        .list("methodlist", payments::methods(call.db)?.into_iter().map(method).collect());
    Ok(form.into_doc().into())
}

fn method(method: Method) -> Element {
    let mut entry = row([
        ("paymethod", method.id.to_string()),
        ("name", method.name),
        ("image", format!("/manimg/common/payment/{}.png", method.id)),
        ("desc", method.description),
        ("payment_minamount", method.min_amount.to_string()),
        ("paymethod_type", method.kind.to_string()),
    ]);
    if method.id == BALANCE {
        let button = json!({"button": {"$name": "fromsubaccount"}});
        entry.insert("action".to_owned(), button);
    }
    entry
}

/// The customer's bill named by `billorder`, if it can still be paid.
///
/// # Errors
///
/// `missed`/`billorder`: no such bill of this customer, already paid, or empty.
pub fn open_bill(call: &Call<'_>) -> Result<Billorder, Failure> {
    let customer = call.customer()?;
    let bill = match call.params.id("billorder") {
        Some(id) => billorders::find(call.db, customer.id, id)?,
        None => None,
    };
    let sent = call.params.get("billorder");
    bill.filter(Billorder::is_open).ok_or_else(|| ApiError::missed("billorder", sent).into())
}
