//! `payment.add.method`: pays a bill from the balance, or announces a payment and tells its page.

use serde_json::{Value, json};

use super::payment_add::{self, open_bill};
use super::{Call, Reply};
use crate::db::customers;
use crate::db::payments::{self, BALANCE, Method};
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
    let method = method(call)?;
    if method.id == BALANCE {
        let payment = payments::from_balance(call.db, customer.id, &bill, Some(payer), call.now)?;
        return Ok(answer(call, payment, json!({"$": "func=order"})));
    }
    if bill.total() < method.min_amount {
        let reason = format!("This way to pay takes {} and more.", method.min_amount.in_words());
        return Err(ApiError::value("paymethod", &method.id.to_string(), &reason).into());
    }
    let payment = payments::announce(call.db, customer.id, &bill, Some(payer), &method, call.now)?;
    Ok(answer(call, payment, payment_page(payment)))
}

/// The way to pay that is named by `paymethod`; the balance has a button of its own and needs no name.
fn method(call: &Call<'_>) -> Result<Method, Failure> {
    let from_balance = call.params.get("clicked_button") == "fromsubaccount";
    let sent = call.params.get("paymethod");
    let id = call.params.id("paymethod").or((from_balance && sent.is_empty()).then_some(BALANCE));
    let found = payments::methods(call.db)?.into_iter().find(|method| Some(method.id) == id);
    let found = found.filter(|method| (method.id == BALANCE) == from_balance);
    found.ok_or_else(|| ApiError::value("paymethod", sent, "Choose one of the list.").into())
}

fn answer(call: &Call<'_>, payment: i64, ok: Value) -> Reply {
    call.answer([("payment_id", text(payment)), ("ok", ok)])
}

/// The address of the page on which a payment is made; the sandbox has one of its own for all ways to pay.
fn payment_page(payment: i64) -> Value {
    json!({"$type": "url", "$": format!("/sandbox/pay/{payment}")})
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
