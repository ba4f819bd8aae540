//! Who is logged in, or that a one-time code is still to come, and their money: `whoami`, `keepalive`, `subaccount`.

use serde_json::json;

use super::{Call, Reply};
use crate::money::{CURRENCY, CURRENCY_ID};
use crate::wire::error::Failure;
use crate::wire::json::{put_rows, row};

/// `whoami`: the customer as attributes of `user`.
pub fn whoami(call: &Call<'_>) -> Result<Reply, Failure> {
    if call.session.is_some_and(|session| session.temporary) {
        return Ok(call.answer([("ok", json!({"$type": "form", "$": "func=totp.confirm"}))]));
    }
    let customer = call.customer()?;
    let user = json!({
        "$id": customer.id.to_string(),
        "$name": customer.login,
        "$realname": customer.realname,
        "$email": customer.email,
        "$phone": customer.phone,
        "$balance": customer.balance.to_string(),
        "$email_verified": "on",
        "$need_phone_validate": "false",
    });
    Ok(call.answer([("user", user)]))
}

/// `keepalive`: the session lives on, or is gone.
pub fn keepalive(call: &Call<'_>) -> Result<Reply, Failure> {
    call.customer()?;
    Ok(call.ok())
}

/// `subaccount`: the list of accounts with their balances; here there is one.
pub fn subaccount(call: &Call<'_>) -> Result<Reply, Failure> {
    let customer = call.customer()?;
    let account = row([
        ("id", customer.id.to_string()),
        ("name", customer.realname.clone()),
        ("balance", customer.balance.to_string()),
        ("currency", CURRENCY.to_owned()),
        ("currency_id", CURRENCY_ID.to_owned()),
    ]);
    let mut doc = call.doc();
    put_rows(&mut doc, vec![account]);
    Ok(doc.into())
}
