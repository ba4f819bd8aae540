//! Faults around a function, in its transaction: before it runs and after it succeeded.

use serde_json::{Value, json};

use super::name::{Name, Stage};
use crate::db::{billorders, countries, customers, sessions};
use crate::functions::{self, Call, Reply};
use crate::wire::error::Failure;
use crate::wire::json::text;

/// Runs the function as the faults that bite would have it.
///
/// # Errors
///
/// What the function reports.
pub fn dispatch(call: &Call<'_>) -> Result<Reply, Failure> {
    let faults = call.shared.faults().all(Stage::Adjust, call.params);
    let has = |name: Name| faults.iter().any(|fault| fault.name == name);
    if has(Name::InsufficientFunds) {
        return with_nothing(call);
    }
    let mut reply = functions::dispatch(call)?;
    if has(Name::States) {
        add_states(call, &mut reply)?;
    }
    if has(Name::OneTimeCode) {
        let id = reply.doc.get("auth").and_then(|auth| auth.get("$id")).and_then(Value::as_str);
        sessions::make_temporary(call.db, id.unwrap_or_default())?;
    }
    if has(Name::NewCart) {
        return into_new_cart(call, &reply);
    }
    Ok(reply)
}

/// With a balance of 0.
fn with_nothing(call: &Call<'_>) -> Result<Reply, Failure> {
    let customer = call.customer()?.id;
    let aside = customers::put_aside(call.db, customer)?;
    // A failure rolls the whole transaction back, and with it what was put aside.
    let reply = functions::dispatch(call)?;
    customers::give_back(call.db, customer, aside)?;
    Ok(reply)
}

/// Moves the row just added on into the new cart. Assumed: the answer names the order and its line.
fn into_new_cart(call: &Call<'_>, reply: &Reply) -> Result<Reply, Failure> {
    let customer = call.customer()?.id;
    let bill = reply.doc.get("billorder").and_then(|bill| bill.get("$")).and_then(Value::as_str);
    let bill = bill.and_then(|id| id.parse().ok()).unwrap_or_default();
    let (order, line) = billorders::move_to_new_cart(call.db, customer, bill, call.now)?;
    let members = [("order", text(order)), ("lineitem.id", text(line)), ("ok", Value::Object(serde_json::Map::new()))];
    Ok(call.answer(members))
}

/// States of two countries as lists of the order's forms. Assumed: such lists are there, named as their fields, and an entry names
/// its country. Keys are names, so that the functions take them as texts.
const STATES: [(&str, [&str; 3]); 2] =
    [("US", ["California", "New York", "Texas"]), ("DE", ["Bayern", "Berlin", "Thüringen"])];

fn add_states(call: &Call<'_>, reply: &mut Reply) -> Result<(), Failure> {
    let Some(lists) = reply.doc.get_mut("slist").and_then(Value::as_array_mut) else {
        return Ok(());
    };
    for (beside, name) in [("field_country", "ST"), ("org_country", "org_state")] {
        if !lists.iter().any(|list| list["$name"] == beside) {
            continue;
        }
        let mut entries = Vec::new();
        for (iso2, states) in STATES {
            let country = countries::id(call.db, iso2)?.unwrap_or_default().to_string();
            entries.extend(states.map(|state| json!({"$key": state, "$": state, "$depend": country})));
        }
        lists.push(json!({"$name": name, "val": entries}));
    }
    Ok(())
}
