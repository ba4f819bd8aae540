//! `payment.add.method`: pays a bill from the balance, or announces a bank transfer.

use serde_json::{Value, json};

use super::payment_add::{self, open_bill};
use super::{Call, Reply};
use crate::db::customers;
use crate::db::payments::{self, BALANCE, BANK_TRANSFER};
use crate::money::{CURRENCY_ID, Money};
use crate::wire::error::{ApiError, Failure};
use crate::wire::json::text;

/// With `sok` pays the bill `billorder`, without it shows the methods again. The amount sent must be what the bill
/// costs now.
pub fn pay(call: &Call<'_>) -> Result<Reply, Failure> {
    let customer = call.customer()?;
    if !call.submits() {
        return payment_add::form(call);
    }
    let bill = open_bill(call)?;
    let sent = call.params.get("amount");
    if Money::parse(sent) != Some(bill.total()) {
        let reason = "The amount is not what the order costs.";
        return Err(ApiError::value("amount", sent, reason).into());
    }
    let payer = payer(call)?;
    let currency = call.params.get("payment_currency");
    if currency != CURRENCY_ID {
        let reason = "Choose one of the list.";
        return Err(ApiError::value("payment_currency", currency, reason).into());
    }
    let from_balance = call.params.get("clicked_button") == "fromsubaccount";
    match (call.params.id("paymethod"), from_balance) {
        (None, true) => {}
        (Some(id), true) if id == BALANCE.id => {}
        (Some(id), false) if id == BANK_TRANSFER.id => {
            let payment = payments::announce(call.db, customer.id, &bill, Some(payer), call.now)?;
            return Ok(answer(call, payment, bank_details(payment)));
        }
        _ => {
            let sent = call.params.get("paymethod");
            return Err(ApiError::value("paymethod", sent, "Choose one of the list.").into());
        }
    }
    let payment = payments::from_balance(call.db, customer.id, &bill, Some(payer), call.now)?;
    Ok(answer(call, payment, json!({"$": "func=order"})))
}

fn answer(call: &Call<'_>, payment: i64, ok: Value) -> Reply {
    call.answer([("payment_id", text(payment)), ("ok", ok)])
}

/// A link into the panel. Assumed (Q17): where it leads for a method without a payment page of its own.
fn bank_details(payment: i64) -> Value {
    let link = format!("/billmgr?func=payment.add.redirect&elid={payment}");
    json!({"$type": "url", "$": link})
}

/// The payer named by `profile`, who must be one of the customer's.
fn payer(call: &Call<'_>) -> Result<i64, Failure> {
    let customer = call.customer()?;
    let sent = call.params.get("profile");
    let known = customers::payers(call.db, customer.id)?;
    if !known.iter().any(|payer| payer.key == sent) {
        return Err(ApiError::value("profile", sent, "Choose one of the list.").into());
    }
    sent.parse().map_err(|_| ApiError::value("profile", sent, "Choose one of the list.").into())
}
